import Testing
import Values
@testable import Telemetry

@Suite("Guessing what columns are for")
struct SchemaInferenceTests {
    private func schema(
        _ text: String, name: String = "data.csv", correction: SchemaCorrection? = nil
    ) throws -> FileSchema {
        try SchemaInference.infer(
            bytes: Array(text.utf8), fileName: name, correction: correction)
    }

    private func roles(_ schema: FileSchema) -> [String: ColumnRole] {
        Dictionary(uniqueKeysWithValues: schema.columns.map { ($0.name, $0.role) })
    }

    /// Rows of a fleet: `count` rows, each made from its number.
    private func table(_ header: String, count: Int = 60, _ row: (Int) -> String) -> String {
        header + "\n" + (0..<count).map { row($0) + "\n" }.joined()
    }

    private func stamp(_ hour: Int) -> String {
        let day = 1 + hour / 24
        return "2024-03-\(day < 10 ? "0" : "")\(day) \(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00"
    }

    @Test("Units stand in brackets, in endings and behind the numbers")
    func units() throws {
        let found = try schema(
            table("time,node,Torque [Nm],Temperatur (°C),cpu_pct,vib_mm_s,flow,load") { row in
                "\(stamp(row)),n\(row % 3),\(40 + row).5,\(20 + row % 7).1,\(row % 90).5,\(row).25,\(row) l/min,\(row)%"
            })
        let units = Dictionary(uniqueKeysWithValues: found.columns.map { ($0.name, $0.unit) })
        #expect(units["Torque [Nm]"] == "Nm")
        #expect(units["Temperatur (°C)"] == "°C")
        #expect(units["cpu_pct"] == "%")
        #expect(units["vib_mm_s"] == "mm/s")
        #expect(units["flow"] == "l/min")
        #expect(units["load"] == "%")
        #expect(found.columns(.metric).count == 6)
    }

    @Test(
        "What stands in round brackets is a unit only where it looks like one",
        arguments: [
            ("Temperatur (°C)", "°C"), ("Flow (gal/min)", "gal/min"), ("Druck (bar)", "bar"),
            ("load [x100]", "x100"), ("CO(GT)", nil), ("temperature (max)", nil),
            ("speed, rpm", "rpm"),
        ] as [(String, String?)])
    func brackets(header: String, unit: String?) {
        #expect(ColumnName(header).unit == unit)
    }

    @Test(
        "Time and device are found in other languages",
        arguments: [
            "время,устройство,температура", "Zeitstempel,Gerät,Temperatur",
            "дата,станок,давление", "Datum,Maschine,Druck", "Timestamp,Device ID,Temp",
        ])
    func languages(header: String) throws {
        let found = try schema(table(header) { "\(stamp($0)),A\($0 % 4),2\($0 % 9).5" })
        #expect(found.columns.map(\.role) == [.time, .device, .metric])
        #expect(found.time == .column(0))
        #expect(found.device == .column(1))
        #expect(found.shape == .telemetry)
    }

    @Test("Serial numbers with leading zeros stay text")
    func leadingZeros() throws {
        let found = try schema(
            table("time,serial,value") { "\(stamp($0)),00\(100 + $0 % 5),\($0).5" })
        #expect(found.device == .column(1))
        #expect(found.columns[1].type == .text)
    }

    @Test("A date and a time of day in two columns are one time")
    func dateAndTime() throws {
        let text = table("Date;Time;CO;T") { row in
            "\(10 + row / 24).03.2004;\(row % 24 < 10 ? "0" : "")\(row % 24).00.00;\(row % 9),6;\(row % 30),5"
        }
        let found = try schema(text)
        #expect(found.time == .dateAndTime(date: 0, time: 1))
        #expect(found.columns(.metric).map(\.name) == ["CO", "T"])
        #expect(found.columns[2].type == .number(NumberNotation(decimalComma: true)))
    }

    @Test("Sentinels are found by their gap and noted")
    func sentinels() throws {
        let text = table("time,co,t") { row in
            "\(stamp(row)),\(row % 7 == 0 ? "-200" : "\(row % 9).5"),\(row % 10 == 3 ? "-9999" : "\(row % 30 - 5).1")"
        }
        let found = try schema(text)
        #expect(found.notes.contains(.sentinel(column: "co", value: -200, count: 9)))
        #expect(found.notes.contains(.sentinel(column: "t", value: -9999, count: 6)))
    }

    @Test("A reading that is merely large is no sentinel")
    func noSentinel() throws {
        let found = try schema(
            table("time,count") { "\(stamp($0)),\($0 % 5 == 0 ? 999 : 900 + $0)" })
        #expect(found.notes.allSatisfy { if case .sentinel = $0 { false } else { true } })
    }

    @Test("`18.500` alone is noted as ambiguous, and other columns decide")
    func ambiguousDecimals() throws {
        let alone = try schema(table("time;load") { "\(stamp($0));\(10 + $0).\(100 + $0)" })
        #expect(alone.notes.contains(.ambiguousDecimal(column: "load", decimalComma: false)))
        let decided = try schema(
            table("time;load;t") { "\(stamp($0));\(10 + $0).\(100 + $0);\($0),5" })
        #expect(
            decided.columns[1].type
                == .number(NumberNotation(decimalComma: true, grouping: 0x2E, isInteger: true)))
        #expect(!decided.notes.contains { if case .ambiguousDecimal = $0 { true } else { false } })
    }

    @Test("A counter that restarts for each unit is a cycle and no epoch")
    func cycles() throws {
        let text = (0..<3).flatMap { unit in
            (0..<30).map { "\(unit + 1) \($0 + 1) \(500 + $0).25 \($0 * 3 % 7).5  \n" }
        }.joined()
        let found = try schema(text, name: "train.txt")
        #expect(found.time == .cycle(1))
        #expect(found.device == .column(0))
        #expect(found.columns.map(\.role) == [.device, .time, .metric, .metric])
        #expect(found.notes.contains(.cycleTime))
    }

    @Test("Row numbers and numbers of the day are no metrics")
    func counters() throws {
        let text = table(",day_num,date,machineID,volt", count: 90) { row in
            "\(row),\(row % 30 + 1),2015-01-\(row % 30 < 9 ? "0" : "")\(row % 30 + 1),\(row / 30 + 1).0,17\(row % 9).5"
        }
        let found = try schema(text)
        #expect(found.columns.map(\.role) == [.ignore, .ignore, .time, .device, .metric])
        #expect(found.columns[0].reason == .rowNumber)
        #expect(found.columns[1].reason == .followsTime)
    }

    @Test("Codes whose usual value is 0 mean nothing by it")
    func zeroCodes() throws {
        let found = try schema(
            table("time,device,error_code,t") { row in
                "\(stamp(row)),d\(row % 3),\(row % 10 == 0 ? 17 : 0),\(row).5"
            })
        let code = try #require(found.columns(.code).first)
        #expect(code.type == .text)
        #expect(code.absentValues == ["0"])
        #expect(found.shape == .telemetry)
    }

    @Test(
        "What events are follows from names",
        arguments: [
            ("PdM_errors.csv", "datetime,machineID,errorID", EventKind.error),
            ("PdM_failures.csv", "datetime,machineID,failure", .failure),
            ("PdM_maint.csv", "datetime,machineID,comp", .repair),
            ("wartung.csv", "datum,maschine,komponente", .repair),
            ("log.csv", "time,host,event", .other),
        ])
    func eventKinds(name: String, header: String, kind: EventKind) throws {
        let found = try schema(
            table(header) { "\(stamp($0)),m\($0 % 6),code\($0 % 4)" }, name: name)
        #expect(found.shape == .events)
        #expect(found.eventKind == kind)
        #expect(found.columns.map(\.role) == [.time, .device, .code])
    }

    @Test("A list of devices without a time gives attributes")
    func devices() throws {
        let found = try schema(
            table("machineID,model,age", count: 30) { "\($0 + 1),model\($0 % 4),\($0 % 20)" })
        #expect(found.shape == .devices)
        #expect(found.columns.map(\.role) == [.device, .attribute, .attribute])
    }

    @Test(
        "Names of several words are devices' names in a list of these",
        arguments: ["Pump", "Насос", "Kühlanlage Halle"])
    func listOfWords(word: String) throws {
        let lines = (1...6).map { "\(word) \($0),\(["north", "south", "east"][$0 % 3])\n" }
        let found = try SchemaInference.infer(
            bytes: Array(("device,site\n" + lines.joined()).utf8), fileName: "machines.csv")
        #expect(found.device == .column(0))
        #expect(found.columns.map(\.role) == [.device, .attribute])
    }

    @Test("Dates of installation do not make a list of devices a time series")
    func deviceDates() throws {
        let found = try schema(
            table("device_id,device_type,installation_date,last_maintenance_date", count: 28) {
                row in
                "DEV\(100 + row),Motor,2023-01-\(row < 9 ? "0" : "")\(row + 1),2024-02-\(row < 9 ? "0" : "")\(row + 1)"
            })
        #expect(found.shape == .devices)
        #expect(found.time == .rowNumber)
    }

    @Test("A person's roles win and the rest follows")
    func corrections() throws {
        let text = table("a,b,c") { "\(stamp($0)),x\($0 % 3),\($0).5" }
        let correction = SchemaCorrection(
            roles: ["b": .attribute, "c": .ignore], units: ["c": "kN"], eventKind: .repair,
            timeZone: "Europe/Berlin")
        let found = try schema(text, correction: correction)
        #expect(roles(found) == ["a": .time, "b": .attribute, "c": .ignore])
        #expect(found.columns[1].reason == .corrected)
        #expect(found.columns[2].unit == "kN")
        #expect(found.eventKind == .repair)
        #expect(found.timeZone == "Europe/Berlin")
    }

    @Test("Two columns that a person calls device name it together")
    func correctedComposite() throws {
        let text = table("t,line,place,v") { "\(stamp($0)),L\($0 % 2),\($0 % 3),\($0).5" }
        let found = try schema(
            text, correction: SchemaCorrection(roles: ["line": .device, "place": .device]))
        #expect(found.device == .composite([1, 2]))
    }

    @Test("Repeated and missing names become unique")
    func names() throws {
        let found = try schema("a,a,,a\n1,2,3,4\n5,6,7,8\n")
        #expect(found.columns.map(\.name) == ["a", "a 2", "column 3", "a 3"])
        #expect(found.notes.contains(.repeatedNames(count: 2)))
        #expect(found.notes.contains(.unnamedColumns(count: 1)))
    }
}
