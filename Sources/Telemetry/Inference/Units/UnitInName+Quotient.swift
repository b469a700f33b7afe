extension UnitInName {
    /// Whether the name means something that lasts, of which a minimum is rarely kept.
    var lasts: Bool {
        mentions(["duration", "uptime", "downtime", "runtime", "elapsed", "dwell", "dauer"])
    }

    /// The quotient of `mm` and `s` in `vibration_mm_s`; `nil` where the name means another
    /// quantity.
    func quotient(_ above: String, _ below: String) -> PhysicalUnit? {
        guard Self.divisors.contains(below.lowercased()), !above.isEmpty else { return nil }
        if let siemens = Self.conductivities[above.lowercased()], ["cm", "m"].contains(below) {
            return UnitGrammar.parse("\(siemens)/\(below)")
        }
        let letters = ["m", "l", "g", "w"]
        guard above.count > 1 || letters.contains(above.lowercased()) else { return nil }
        let numerator = Self.numerator(above)
        let divisor = below.lowercased() == "kwh" ? "kWh" : below.lowercased()
        guard let numerator, let unit = UnitGrammar.parse("\(numerator)/\(divisor)"),
            unit.dimension != .none, allows(unit)
        else { return nil }
        // `flow_l_min` is a rate; `level_m_min` a minimum.
        let told = HeaderUnitQuantities.of(unit)
        let rates = told.subtracting([.length, .volume, .mass])
        guard divisor != "min" || !rates.isDisjoint(with: quantities) else { return nil }
        guard above.count > 1 || !told.isDisjoint(with: quantities) || divisor.hasSuffix("2") else {
            return nil
        }
        return unit
    }

    /// Whether two parts look like a quotient that was not accepted: then the last is no unit
    /// either.
    static func isHalf(_ above: String, _ below: String) -> Bool {
        guard divisors.contains(below.lowercased()), above.count > 1,
            let unit = WeakUnit.caseless(above) ?? UnitGrammar.parse(above)
        else { return false }
        // A day or an hour before it is a word of the name.
        return unit.dimension != .time || above.count < 3
    }

    private static let divisors: Set<String> = [
        "s", "s2", "sec", "h", "hr", "min", "d", "day", "m2", "m3", "l", "dl", "kg", "kwh", "km",
        "cm", "cm2", "mm2", "m",
    ]

    /// Conductivities in any case: `us` before `cm` is no time.
    private static let conductivities = ["us": "µS", "ms": "mS", "ds": "dS"]

    private static func numerator(_ text: String) -> String? {
        let lower = text.lowercased()
        if lower.count == 1 { return lower == "w" ? "W" : lower }
        if let unit = WeakUnit.caseless(text) ?? UnitGrammar.parse(text), unit.dimension == .time {
            // A day or a second before it is a word of the name: `E_day_kWh`.
            return nil
        }
        if let unit = WeakUnit.caseless(text) { return unit.symbol }
        if UnitGrammar.parse(text) != nil { return text }
        return UnitGrammar.parse(lower) != nil ? lower : nil
    }

    /// Whether the name means a quantity of the unit, or none that is known.
    func allows(_ unit: PhysicalUnit) -> Bool {
        let told = HeaderUnitQuantities.of(unit)
        return told.isEmpty || quantities.isEmpty || !told.isDisjoint(with: quantities)
    }
}

/// The quantities that a unit measures.
enum HeaderUnitQuantities {
    static func of(_ unit: PhysicalUnit) -> Set<HeaderQuantity> {
        table[unit.dimension] ?? []
    }

    private static let table: [UnitDimension: Set<HeaderQuantity>] = [
        .temperature: [.temperature], .voltage: [.voltage], .current: [.current],
        .power: [.power], .energy: [.energy, .torque, .power], .length: [.length],
        .speed: [.speed, .length], .speed / .time: [.acceleration], .mass: [.mass],
        .force: [.force], .pressure: [.pressure], .volume: [.volume, .flow],
        .volume / .time: [.flow, .volume], .mass / .time: [.flow, .mass], .time: [.time],
        .frequency: [.frequency, .speed], .angle: [.angle], .data: [.data],
        .data / .time: [.data], .charge: [.charge],
    ]
}
