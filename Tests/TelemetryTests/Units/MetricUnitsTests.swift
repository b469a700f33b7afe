import Testing
import Values

@testable import Telemetry

@Suite("Readings and their units across files")
struct MetricUnitsTests {
    private func column(_ name: String, _ unit: String?, _ index: Int = 0) -> ColumnSchema {
        ColumnSchema(
            name: name, index: index, role: .metric, type: .number(NumberNotation()), unit: unit,
            reason: .corrected)
    }

    private func names(_ files: [[ColumnSchema]]) -> (names: [String], numbers: [[Int?]]) {
        var registry = MetricRegistry()
        let numbers = files.map { registry.insert($0, limit: 100) }
        return (registry.names.names, numbers)
    }

    @Test("Two loggers share a reading whatever their serial numbers and brackets")
    func loggers() {
        let found = names([
            [column("Temp, °F (LGR S/N: 1000001, SEN S/N: 1000001)", "°F")],
            [column("Temp, °F (LGR S/N: 1000002, SEN S/N: 1000002)", "°F")],
            [column("Temp [Deg F]", "°F")],
        ])
        #expect(found.names == ["Temp"])
        #expect(found.numbers == [[0], [0], [0]])
    }

    @Test("Other units of a quantity are another metric, other spellings of a unit are not")
    func units() {
        let found = names([
            [column("Temp [°C]", "°C"), column("Flow [l/h]", "l/h", 1)],
            [column("Temp [°F]", "°F"), column("Flow (L/h)", "L/h", 1)],
        ])
        #expect(found.names == ["Temp", "Flow", "Temp [°F]"])
        #expect(found.numbers == [[0, 1], [2, 1]])
    }

    @Test("Two columns of one file are never one metric")
    func oneFile() {
        let found = names([
            [
                column("Temp, °C (LGR S/N: 1, SEN S/N: 2)", "°C"),
                column("Temp, °C (LGR S/N: 1, SEN S/N: 3)", "°C", 1),
                column("Torque [Nm]", "Nm", 2), column("Torque", nil, 3),
                column("Speed [rpm]", "rpm", 4), column("Speed [1/s]", "1/s", 5),
            ]
        ])
        #expect(
            found.names == [
                "Temp, °C (LGR S/N: 1, SEN S/N: 2)", "Temp, °C (LGR S/N: 1, SEN S/N: 3)",
                "Torque [Nm]", "Torque", "Speed", "Speed [1/s]",
            ])
        #expect(found.numbers == [[0, 1, 2, 3, 4, 5]])
    }

    @Test("A line of units below the header names units, and words of it that are none are not")
    func unitsLine() throws {
        let lines =
            [
                "TIMESTAMP,RECORD,BattV_Min,PTemp_C_Avg,Flow_lps_Avg,WindDir_D1_WVT,Relay,Ratio,Mode",
                "TS,RN,Volts,Deg C,L/s,Deg,,-,Smp",
            ]
            + (0..<30).map {
                "2024-03-04 00:\($0 + 10):00,\($0),13.0\($0 % 7),20.1,4.\($0),115.9,\($0 % 2),0.\($0),\($0 % 3).5"
            }
        let found = try SchemaInference.infer(
            bytes: Array(lines.joined(separator: "\n").utf8), fileName: "pump.csv")
        let units = Dictionary(uniqueKeysWithValues: found.columns.map { ($0.name, $0.unit) })
        #expect(units["BattV_Min"] == "V")
        #expect(units["PTemp_C_Avg"] == "°C")
        #expect(units["Flow_lps_Avg"] == "L/s")
        #expect(units["WindDir_D1_WVT"] == "°")
        #expect(units["Relay"] == .some(nil))
        #expect(units["Ratio"] == .some(nil))
        #expect(units["Mode"] == .some(nil))
    }

    @Test("A letter that numbers columns is no unit, one that stands for several units is")
    func series() throws {
        let header = "time,current_a,current_b,current_c,temp_c,temp_f,maxTempC,maxTempD,flow_l_min"
        let lines =
            [header]
            + (0..<30).map { row in
                "2024-03-04 00:\(row + 10):00" + (1...8).map { ",\($0 * row).5" }.joined()
            }
        let found = try SchemaInference.infer(
            bytes: Array(lines.joined(separator: "\n").utf8), fileName: "phases.csv")
        let units = found.columns.map(\.unit)
        #expect(units == [nil, nil, nil, nil, "°C", "°F", nil, nil, "l/min"])
    }
}
