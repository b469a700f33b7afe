/// Units that their spelling does not settle: single letters, words with other meanings, symbols in
/// the wrong case. What the name measures decides.
enum WeakUnit {
    /// The unit of a text in any case, in a name that means some quantities.
    ///
    /// - Parameter isMarked: the text is in brackets or behind a comma, so that it is likely a unit
    ///   and the name must only not contradict.
    static func unit(
        _ text: String, of quantities: Set<HeaderQuantity>, isMarked: Bool
    ) -> PhysicalUnit? {
        guard let meanings = meanings[text.lowercased()] else { return nil }
        let fitting = meanings.filter { !$0.quantities.isDisjoint(with: quantities) }
        if fitting.count == 1 { return UnitTable.unit(fitting[0].symbol) }
        guard fitting.isEmpty, isMarked, quantities.isEmpty, let first = meanings.first,
            first.isLikely, isWritten(text, as: first.symbol)
        else { return nil }
        return UnitTable.unit(first.symbol)
    }

    /// In capitals `US` and `HR` are no units, though `us` and `hr` are.
    private static func isWritten(_ text: String, as symbol: String) -> Bool {
        text.count == 1 || text == symbol || text.contains(where: \.isLowercase)
    }

    /// Whether the text alone passes as a unit: single letters do.
    static func isKnown(_ text: String) -> Bool {
        // `Min` and `IN` are words.
        text.count == 1 && meanings[text.lowercased()] != nil
    }

    /// Whether it takes the name to tell what the text means.
    static func covers(_ text: String) -> Bool { meanings[text.lowercased()] != nil }

    private struct Meaning {
        var symbol: String
        var quantities: Set<HeaderQuantity>
        /// What it most likely means in brackets after a name that says nothing.
        var isLikely = false
    }

    private static let meanings: [String: [Meaning]] = {
        var meanings: [String: [Meaning]] = [:]
        for (text, symbol, quantities, isLikely) in list {
            meanings[text, default: []].append(
                Meaning(symbol: symbol, quantities: quantities, isLikely: isLikely))
        }
        return meanings
    }()

    private static let list: [(String, String, Set<HeaderQuantity>, Bool)] = [
        ("c", "°C", [.temperature], true), ("c", "C", [.charge], false),
        ("f", "°F", [.temperature], true), ("f", "F", [.capacitance], false),
        ("k", "K", [.temperature], true), ("v", "V", [.voltage], true),
        ("a", "A", [.current], true), ("w", "W", [.power], true), ("s", "s", [.time], true),
        ("h", "h", [.time], true), ("d", "d", [.time], true), ("m", "m", [.length, .level], true),
        ("g", "g", [.mass], true),
        ("n", "N", [.force], true), ("j", "J", [.energy], true), ("b", "B", [.data], false),
        ("l", "L", [.volume], true), ("t", "t", [.mass], true),
        ("min", "min", [.time], true), ("in", "in", [.length], false),
        ("us", "µs", [.time], true), ("ns", "ns", [.time], true), ("hr", "h", [.time], true),
        ("hrs", "h", [.time], true), ("hours", "h", [.time], true), ("days", "d", [.time], true),
        ("minutes", "min", [.time], true), ("day", "d", [.time], false),
        ("hour", "h", [.time], false), ("minute", "min", [.time], false),
        ("second", "s", [.time], false), ("rad", "rad", [.angle], false),
        ("db", "dB", [.level, .power], true), ("ma", "mA", [.current], true),
        ("va", "VA", [.power], true), ("var", "var", [.power], false),
        ("pa", "Pa", [.pressure], true), ("nm", "Nm", [.torque], false),
        ("nm", "nm", [.length], false),
        ("kn", "kN", [.force], false), ("kn", "kn", [.speed], true),
        ("mb", "mbar", [.pressure], false), ("mb", "MB", [.data], true),
        ("bar", "bar", [.pressure], true), ("hp", "hp", [.power], true),
        ("ps", "PS", [.power], false), ("ft", "ft", [.length], true), ("mi", "mi", [.length], true),
        ("cd", "cd", [], false), ("ct", "ct", [], false), ("oz", "oz", [.mass], true),
        ("cal", "cal", [.energy], false), ("gal", "gal", [.volume], true),
        ("yd", "yd", [.length], true),
        ("atm", "atm", [.pressure], true), ("count", "count", [], false),
        ("counts", "count", [], true), ("pcs", "count", [], true), ("mg", "mg", [.mass], true),
        ("gb", "GB", [.data], true), ("kb", "kB", [.data], true), ("tb", "TB", [.data], true),
        ("ah", "Ah", [.charge], true), ("mol", "mol", [], true), ("grad", "°", [.angle], true),
        ("degree", "°", [.angle], true), ("degrees", "°", [.angle], true),
        ("deg", "°", [.angle], true), ("kt", "kn", [.speed], true),
        ("foot", "ft", [.length], false), ("feet", "ft", [.length], true),
        ("pound", "lb", [.mass], false), ("mile", "mi", [.length], false),
        ("bit", "bit", [.data], false), ("bits", "bit", [.data], true),
        ("usd", "$", [], true), ("eur", "€", [], true), ("chf", "CHF", [], true),
    ]

    /// The unit of a symbol that means the same in any case: `kw`, `mv`, `hz`.
    static func caseless(_ text: String) -> PhysicalUnit? {
        let text = text.lowercased()
        guard let symbol = symbols[text] else { return nil }
        return UnitGrammar.parse(symbol)
    }

    private static let symbols: [String: String] = {
        // Without mw, mwh, mj, mohm, which may be milli or mega, and uv and ph, which are also
        // words.
        let list =
            "mV kV kW GW Wh kWh GWh kVA MVA kvar Mvar kvarh mAh kA µA Hz kHz MHz GHz hPa kPa MPa mbar psi psig"
            + " psia kN kJ GJ kcal inHg mmHg inH2O mmH2O cmH2O °C °F mm cm km µm kg µg ms rpm lps lpm"
            + " gpm cfm slpm sccm scfm mph kph km/h dBm dB(A) ppm ppb kΩ lx µSv lbs lb bps kbps Gbps kmol BTU"
        var symbols: [String: String] = [:]
        for symbol in list.split(separator: " ").map(String.init) {
            symbols[symbol.lowercased().replacing("µ", with: "u").replacing("ω", with: "ohm")] =
                symbol
        }
        let more = [
            "degc": "°C", "degf": "°F", "deg_c": "°C", "deg_f": "°F", "kmh": "km/h", "mps": "m/s",
            "pct": "%", "perc": "%", "prct": "%", "mbps": "Mbit/s", "dba": "dB(A)", "lux": "lx",
            "wm2": "W/m²", "kwm2": "kW/m²", "m3h": "m³/h", "m3s": "m³/s", "m3d": "m³/d",
            "mms": "mm/s", "ohm": "Ω", "sec": "s",
            "secs": "s", "msec": "ms",
            "usec": "µs", "mins": "min", "kelvin": "K", "rh": "", "lph": "L/h", "m2": "m²",
            "m3": "m³", "cm3": "cm³", "mm2": "mm²", "cm2": "cm²", "gib": "GiB", "mib": "MiB",
            "kib": "KiB", "knots": "kn", "µs": "µs", "µm": "µm", "uscm": "µS/cm", "ms2": "m/s²",
            "ugm3": "µg/m³", "mgm3": "mg/m³", "mgl": "mg/L", "ugl": "µg/L",
        ]
        for (text, symbol) in more { symbols[text] = symbol.isEmpty ? nil : symbol }
        return symbols
    }()
}
