import Testing

@testable import Telemetry

@Suite("Units by grammar")
struct UnitGrammarTests {
    @Test(
        "Each unit has one spelling",
        arguments: [
            ("Volts", "V"), ("volts", "V"), ("amps", "A"), ("seconds", "s"), ("Deg C", "°C"),
            ("L/s", "L/s"), ("Bytes/sec", "B/s"), ("MBytes", "MB"), ("uSv/h", "µSv/h"),
            ("Deg", "°"), ("per h", "1/h"), ("万kW", "万kW"), ("кВт·ч", "kWh"), ("°С", "°C"),
            ("degrees Celsius", "°C"), ("kilowatts", "kW"), ("miles per hour", "mph"),
            ("meters per second", "m/s"), ("kΩ", "kΩ"), ("kohm", "kΩ"), ("Ohm", "Ω"),
            ("μm", "µm"), ("㎡", "m²"), ("cubic meters", "m³"), ("l/min", "l/min"),
            ("mmHg", "mmHg"), ("V DC", "VDC"), ("VAC", "VAC"), ("psig", "psig"),
            ("bar(g)", "barg"), ("percent", "%"), ("мм рт. ст.", "mmHg"), ("m3/m3", "m³/m³"),
            ("umol/m2/s", "µmol/(m²·s)"), ("kg m-3", "kg/m³"), ("1000 m³", "1000 m³"),
        ])
    func spellings(text: String, symbol: String) {
        #expect(UnitGrammar.canonical(text) == symbol)
    }

    @Test(
        "A cell of a line of units is one",
        arguments: ["Volts", "Deg C", "L/s", "Deg", "mm", "°C", "V", "A", "s", "kPa", "%", "m/s"])
    func unitCells(text: String) {
        #expect(UnitGrammar.isUnit(text))
    }

    @Test(
        "Other words of such a line are none",
        arguments: [
            "TS", "RN", "", "-", "Smp", "Avg", "Min", "Max", "Tot", "WVc", "text", "Std", "id",
            "PM",
            "time", "A1", "H2O", "O2", "2024", "12:00", "on", "off", "N/A", "NaN", "mixed words",
            "B/s/s/s/s", "///", "m^", "kk", "m99", "(", ")", "°°", "µ",
        ])
    func otherCells(text: String) {
        #expect(!UnitGrammar.isUnit(text))
    }

    @Test(
        "Units of one quantity are told apart by a factor and an offset",
        // NIST SP 811, appendix B.8.
        arguments: [
            ("°F", "°C", 5.0 / 9, -160.0 / 9), ("°C", "K", 1, 273.15), ("kW", "W", 1000, 0),
            ("万kW", "MW", 10, 0), ("psi", "kPa", 6.894_757, 0), ("inHg", "Pa", 3386.389, 0),
            ("km/h", "m/s", 1 / 3.6, 0), ("gal/min", "L/min", 3.785_412, 0),
            ("hp", "W", 745.6999, 0),
            ("mph", "m/s", 0.447_04, 0), ("kWh", "MJ", 3.6, 0), ("rpm", "1/s", 1.0 / 60, 0),
            ("KiB", "B", 1024, 0), ("Mbit/s", "MB/s", 0.125, 0), ("lb", "kg", 0.453_592_37, 0),
            ("ppm", "%", 1e-4, 0), ("°", "rad", 0.017_453_292_5, 0), ("cfm", "m³/h", 1.699_011, 0),
        ] as [(String, String, Double, Double)])
    func conversions(from: String, to: String, factor: Double, offset: Double) throws {
        let source = try #require(UnitGrammar.parse(from))
        let target = try #require(UnitGrammar.parse(to))
        let conversion = try #require(source.conversion(to: target))
        #expect(abs(conversion.factor - factor) <= 2e-7 * abs(factor))
        #expect(abs(conversion.offset - offset) < 1e-9)
    }

    @Test(
        "Other quantities are not converted, nor what only shares a dimension",
        arguments: [
            ("°C", "V"), ("Nm", "J"), ("Sv", "Gy"), ("dBm", "dB"), ("Nm³/h", "m³/h"),
            ("psig", "psi"), ("mm/s RMS", "mm/s"), ("%RH", "%"), ("VAC", "VDC"), ("Bq", "Hz"),
            ("W", "VA"), ("var", "VA"),
        ])
    func different(from: String, to: String) throws {
        let source = try #require(UnitGrammar.parse(from))
        let target = try #require(UnitGrammar.parse(to))
        #expect(source.conversion(to: target) == nil)
        #expect(!source.isSame(as: target))
    }

    @Test("Two spellings of one unit are the same", arguments: [("l/h", "L/h"), ("Nm", "N·m")])
    func same(left: String, right: String) throws {
        let unit = try #require(UnitGrammar.parse(left))
        #expect(unit.isSame(as: try #require(UnitGrammar.parse(right))))
    }
}
