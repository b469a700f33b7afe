/// Maps the many spellings of units to the symbols of `UnitTable`.
enum UnitSpelling {
    /// The text in the characters that the grammar reads: one sign each for micro, degree, product
    /// and Celsius; full-width and compatibility characters as plain ones.
    static func normalized(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let plain = plain[scalar] {
                result += plain
            } else if (0xFF01...0xFF5E).contains(scalar.value),
                let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
            {
                result.unicodeScalars.append(narrow)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        // `Â°`, `mÂ³`: UTF-8 that was read in a code page and written as UTF-8 again.
        result.removeAll { $0 == "Â" }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let plain: [Unicode.Scalar: String] = [
        "\u{3BC}": "µ", "\u{2126}": "Ω", "º": "°", "˚": "°", "ø": "°", "℃": "°C", "℉": "°F",
        "⋅": "·", "•": "·", "×": "·", "∙": "·", "*": "·", "−": "-", "⁻": "-", "²": "^2", "³": "^3",
        "¹": "^1", "㎡": "m^2", "㎥": "m^3", "㎏": "kg", "㎜": "mm", "㎝": "cm", "㎞": "km",
        "㎐": "Hz", "㎑": "kHz", "㎒": "MHz", "㎾": "kW", "㎷": "mV", "㎸": "kV", "㎃": "mA",
        "㎩": "Pa", "㎪": "kPa", "㎫": "MPa", "㏈": "dB", "\u{A0}": " ", "\u{202F}": " ",
        "\u{2009}": " ",
    ]

    /// The symbol of a unit written as words, whatever its case, blanks and dots; `nil` for others.
    static func phrase(_ text: String) -> String? {
        let key = text.lowercased().filter { $0 != " " && $0 != "." && $0 != "-" && $0 != "_" }
        return phrases[key]
    }

    private static let phrases: [String: String] = [
        "degc": "°C", "°c": "°C", "°с": "°C", "degreec": "°C", "degreesc": "°C", "gradc": "°C",
        "celsius": "°C", "degreecelsius": "°C", "degreescelsius": "°C", "gradcelsius": "°C",
        "degcelsius": "°C", "degf": "°F", "°f": "°F", "degreesf": "°F", "fahrenheit": "°F",
        "degreefahrenheit": "°F", "degreesfahrenheit": "°F", "kelvin": "K", "°k": "K",
        "deg/s": "°/s", "degrees": "°", "degree": "°", "deg": "°", "grad": "°", "град": "°",
        "degtrue": "°",
        "%rh": "%RH", "%rf": "%RH", "%relf": "%RH", "rh%": "%RH", "%relativehumidity": "%RH",
        "%lel": "%LEL", "vol%": "vol%", "%vol": "vol%", "%v/v": "vol%", "wt%": "wt%",
        "%w/w": "wt%", "mol%": "mol%", "%fs": "%FS", "%fullscale": "%FS", "percent": "%",
        "prozent": "%", "процент": "%", "pct": "%", "u/min": "rpm", "r/min": "rpm",
        "rev/min": "rpm", "revs/min": "rpm", "tr/min": "rpm", "upm": "rpm", "об/мин": "rpm",
        "revolutionsperminute": "rpm", "revpermin": "rpm", "milesperhour": "mph",
        "bar(g)": "barg", "bar(a)": "bara", "mbar(g)": "mbarg", "mbar(a)": "mbara",
        "psi(g)": "psig", "psi(a)": "psia", "vdc": "VDC", "vac": "VAC", "voltsdc": "VDC",
        "voltsac": "VAC", "ммртст": "mmHg", "inhg": "inHg", "mmhg": "mmHg", "wattsperm2": "W/m^2",
        "cubicmeter": "m^3", "cubicmetre": "m^3",
        "cubicfeet": "ft^3", "cubicfoot": "ft^3", "obr/min": "rpm", "giri/min": "rpm",
        "ot/min": "rpm", "omw/min": "rpm", "varv/min": "rpm", "devir/dk": "rpm", "转/分": "rpm",
        "cubicmeters": "m^3", "cubicmetres": "m^3", "squaremeters": "m^2", "squaremetres": "m^2",
    ]

    /// The symbol of a word for a unit, in the singular or plural, with or without a prefix:
    /// `kilowatts`.
    static func word(_ text: String) -> String? {
        let text = text.lowercased()
        if let symbol = words[text] { return symbol }
        let prefixes = [
            ("kilo", "k"), ("mega", "M"), ("giga", "G"), ("milli", "m"), ("micro", "µ"),
            ("nano", "n"), ("centi", "c"), ("hecto", "h"), ("tera", "T"),
        ]
        for (prefix, sign) in prefixes where text.hasPrefix(prefix) {
            if let symbol = words[String(text.dropFirst(prefix.count))],
                UnitTable.unit(sign + symbol) != nil
            {
                return sign + symbol
            }
        }
        return nil
    }

    private static let words: [String: String] = {
        let list =
            "V volt volts|A amp amps ampere amperes|W watt watts|Ω ohm ohms|Hz hertz|Pa pascal pascals"
            + "|J joule joules|N newton newtons|m meter meters metre metres|g gram grams|B byte bytes"
            + "|bit bits|L liter liters litre litres|s second seconds sekunde sekunden"
            + "|min minute minutes minuten mins|h hour hours stunde stunden|d tage|ft foot feet"
            + "|in inch inches|mi mile miles|lb pound pounds|gal gallon gallons|t tonne tonnes"
            + "|ms msec msecs millis|µs usec usecs micros|Sv sievert|rad radian radians|lm lumen lumens"
            + "|kn knot|d day days|bar bar bars"
        var words: [String: String] = [:]
        for line in list.split(separator: "|") {
            let parts = line.split(separator: " ").map(String.init)
            for word in parts.dropFirst() { words[word] = parts[0] }
        }
        words["micron"] = "µm"
        words["microns"] = "µm"
        return words
    }()

    /// The symbol of a unit written in Cyrillic letters.
    static func cyrillic(_ text: String) -> String? { russian[text] }

    private static let russian: [String: String] = {
        let list =
            "В V|мВ mV|кВ kV|А A|мА mA|кА kA|Вт W|кВт kW|МВт MW|ГВт GW|Втч Wh|кВтч kWh|МВтч MWh"
            + "|ВА VA|кВА kVA|вар var|квар kvar|кВАр kvar|Ом Ω|кОм kΩ|МОм MΩ|Гц Hz|кГц kHz|МГц MHz"
            + "|ГГц GHz|Па Pa|гПа hPa|кПа kPa|МПа MPa|бар bar|мбар mbar|атм atm|с s|сек s|мс ms|мкс µs"
            + "|мин min|ч h|час h|сут d|мм mm|см cm|м m|км km|мкм µm|кг kg|г g|мг mg|мкг µg|т t|л L"
            + "|мл mL|К K|Н N|кН kN|Нм Nm|кНм kNm|Дж J|кДж kJ|МДж MJ|ккал kcal|дБ dB|байт B|Кбайт kB|КБ kB"
            + "|МБ MB|ГБ GB|бит bit|Мбит Mbit|Кбит kbit|лк lx|кгс kgf|шт count|рад rad|мкЗв µSv|Ач Ah|мАч mAh"
        var units: [String: String] = [:]
        for pair in list.split(separator: "|") {
            let parts = pair.split(separator: " ").map(String.init)
            if parts.count == 2 { units[parts[0]] = parts[1] }
        }
        return units
    }()
}
