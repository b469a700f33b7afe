/// A column's name, taken apart into words.
struct ColumnName: Sendable {
    /// The name as written, without a unit in brackets.
    let text: String
    /// Its words in lower case: `machineID` is `machine`, `id`; `EventId` is `event`, `id`.
    let words: [String]
    /// The unit in brackets or as an ending such as `_pct`.
    let unit: String?

    init(_ header: String) {
        let (bare, bracketed) = UnitNames.bracketed(header)
        text = bare
        let words = Self.words(of: bare)
        self.words = words
        unit = bracketed ?? UnitNames.ending(of: words)
    }

    /// All words together, for names such as `date time` and `DateTime`.
    var joined: String { words.joined() }

    /// Whether any word is in the list.
    func mentions(_ list: Set<String>) -> Bool {
        list.contains(joined) || words.contains { list.contains($0) }
    }

    /// Whether every word is in one of the lists, and at least one in the first.
    func consists(of list: Set<String>, and others: Set<String>) -> Bool {
        if list.contains(joined) { return true }
        return words.contains { list.contains($0) }
            && words.allSatisfy { list.contains($0) || others.contains($0) }
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            let previous = index > 0 ? characters[index - 1] : " "
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // `machineID` and `HTTPStatus` are two words each.
            let breaks =
                character.isUppercase
                && (previous.isLowercase || (previous.isUppercase && next.isLowercase))
            if breaks, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(contentsOf: character.lowercased())
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// Units as they stand in headers and behind numbers.
enum UnitNames {
    /// Splits `Torque [Nm]`, `Temperatur (°C)`, `pressure, bar`.
    static func bracketed(_ header: String) -> (name: String, unit: String?) {
        let header = header.trimmingSpaces()
        for (open, close) in [("[", "]"), ("(", ")"), ("{", "}")] {
            guard header.hasSuffix(close), let start = header.lastIndex(of: Character(open)),
                start > header.startIndex
            else { continue }
            let inner = String(header[header.index(after: start)...].dropLast()).trimmingSpaces()
            let name = String(header[..<start]).trimmingSpaces()
            // `CO(GT)` and `temperature (max)` name no unit; square brackets hardly hold anything else.
            let isUnit = open == "[" || isUnit(inner) || inner.contains { "°%/²³µμ·Ω".contains($0) }
            if isUnit, !inner.isEmpty, inner.count <= 12, !name.isEmpty { return (name, inner) }
        }
        if let comma = header.lastIndex(of: ",") {
            let unit = String(header[header.index(after: comma)...]).trimmingSpaces()
            let name = String(header[..<comma]).trimmingSpaces()
            if !name.isEmpty, known.contains(unit) { return (name, unit) }
        }
        return (header, nil)
    }

    /// The unit of a name's last words: `cpu_pct`, `vibration_mm_s`.
    static func ending(of words: [String]) -> String? {
        guard words.count > 1 else { return nil }
        // `powerKW` and `kW` are cut before their W.
        if let prefix = words.dropLast().last, prefix.count == 1 {
            let whole = words.suffix(2).joined()
            // mW and MW look alike here.
            guard words.count > 2, whole != "mw" else { return nil }
            if let unit = endings[whole] { return unit }
        }
        for length in [3, 2, 1] where words.count > length {
            if let unit = endings[words.suffix(length).joined(separator: "_")] { return unit }
        }
        return nil
    }

    /// Whether a text could be a unit, as in a row of units below the header.
    static func isUnit(_ text: String) -> Bool {
        known.contains(text) || endings[text.lowercased()] != nil
    }

    private static let endings: [String: String] = [
        "c": "°C", "degc": "°C", "deg_c": "°C", "celsius": "°C", "f": "°F", "degf": "°F",
        "fahrenheit": "°F", "k": "K", "kelvin": "K", "pct": "%", "percent": "%", "perc": "%",
        "ms": "ms", "msec": "ms", "millis": "ms", "us": "µs", "ns": "ns", "s": "s", "sec": "s",
        "secs": "s", "seconds": "s", "min": "min", "mins": "min", "minutes": "min", "h": "h",
        "hr": "h", "hrs": "h", "hours": "h", "days": "d", "mm_s": "mm/s", "mms": "mm/s",
        "m_s": "m/s", "m_s2": "m/s²", "km_h": "km/h", "kmh": "km/h", "kph": "km/h", "mph": "mph",
        "l_min": "l/min", "lpm": "l/min", "m3_h": "m³/h", "kg_h": "kg/h", "kg": "kg", "mm": "mm",
        "um": "µm", "cm": "cm", "km": "km", "v": "V", "mv": "mV", "kv": "kV", "volts": "V",
        "a": "A", "ma": "mA", "amps": "A", "w": "W", "kw": "kW", "mw": "MW", "watts": "W",
        "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "kva": "kVA", "kvar": "kvar", "hz": "Hz",
        "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "rpm": "rpm", "bar": "bar", "mbar": "mbar",
        "pa": "Pa", "kpa": "kPa", "mpa": "MPa", "hpa": "hPa", "psi": "psi", "nm": "Nm", "n": "N",
        "kn": "kN", "b": "B", "bytes": "B", "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB",
        "mbps": "Mbit/s", "bps": "bit/s", "db": "dB", "dbm": "dBm", "ppm": "ppm", "ppb": "ppb",
        "lux": "lx", "lx": "lx", "deg": "°", "rad": "rad", "ohm": "Ω", "ug_m3": "µg/m³",
    ]

    private static let known: Set<String> = Set(endings.values).union([
        "C", "F", "%", "s", "l/h", "m", "g", "l", "min⁻¹", "1/min", "°", "-", "count", "kN", "t",
        "с", "мс", "мин", "ч", "°С", "К", "В", "А", "Вт", "кВт", "Гц", "бар", "Па", "кПа", "МПа",
        "мм", "мм/с", "м/с", "об/мин", "кг", "л/мин", "U/min", "Grad", "mm/s^2", "m/s^2",
    ])
}

extension String {
    /// The text without spaces and line ends around it.
    func trimmingSpaces() -> String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
