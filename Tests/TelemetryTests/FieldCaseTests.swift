import Foundation
import Testing
import Values
@testable import Telemetry

/// Small files in the formats of real sources, each with the reading that an expert of the format
/// expects; the scripts beside them wrote both before any was read.
@Suite("Files from the field")
struct FieldCaseTests {
    /// What a case may state; a list in place of a value: any of them is right.
    struct Case: Decodable {
        var with: [String]?
        var rows: Options<Int>?
        var header: Options<[String]>?
        var time: Options<TimeFacts>?
        var zone: Options<String>?
        var device: Options<DeviceFacts>?
        var metrics: Options<Metrics>?
        var missing: Options<[String: [Int]]>?
        var shape: Options<String>?
        var kind: Options<String>?
        var code: Options<String>?
        var codes: Options<Int>?
        var severity: Options<String>?
        var sections: Options<Sections>?
        var refusal: Options<String>?
    }

    /// One value or several; nothing where a case holds prose in its place.
    struct Options<Value: Decodable>: Decodable {
        var values: [Value]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Value.self) {
                values = [value]
            } else {
                values = (try? container.decode([Value].self)) ?? []
            }
        }
    }

    struct TimeFacts: Decodable {
        var column: String?
        var end: String?
        var first: String?
        var last: String?
        var year: String?
    }

    struct DeviceFacts: Decodable {
        var column: String?
        var columns: [String]?
        var count: Int?
    }

    /// Names with units, names, or how many.
    enum Metrics: Decodable {
        case units([String: String?])
        case names([String])
        case count(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let count = try? container.decode(Int.self) {
                self = .count(count)
            } else if let names = try? container.decode([String].self) {
                self = .names(names)
            } else {
                self = .units(try container.decode([String: String?].self))
            }
        }
    }

    struct Sections: Decodable {
        var count: Options<Int>

        private enum Keys: String, CodingKey { case count }

        init(from decoder: any Decoder) throws {
            let object = try? decoder.container(keyedBy: Keys.self)
            count = try object?.decode(Options<Int>.self, forKey: .count) ?? Options(from: decoder)
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Reference/telemetry/fieldcases").standardizedFileURL

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// Read otherwise than its author expects, each for a reason that stands here.
    static let open: Set<String> = [
        // Braces that hold a comma without quotes: four rows are refused, and said to be.
        "header-niagara-history",
        // Year, day of the year and HHMM in nameless columns of their own.
        "time-campbell-array",
        // Tests without a column that differs in each row.
        "event-calibration-points",
        // A nameless long table with two more columns of numbers.
        "long-ghcn-daily",
        // The signals are called by their type, which is in the file too.
        "long-mtconnect",
        // Two more rows than there are: those of averages.
        "sections-sar-averages",
        // A clock of twelve hours whose halves stand in a cell of their own.
        "sections-sar-u-text",
        // A day in each row, an hour in each column: read as 24 readings, and said to be a problem.
        "sections-hours-beside-each-other",
        // A day in each row again, behind the numbers of three other kinds of records.
        "sections-nem12",
        // A fraction behind a semicolon; years of an era; a count within brackets.
        "time-rockwell-trend", "time-japanese-era", "time-json-date",
    ]

    @Test("Each is read as the experts of its format expect", arguments: names)
    func reading(name: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: name + ".json"))
        let want = try JSONDecoder().decode(Case.self, from: data)
        let found = try Finding(Self.folder.appending(path: name + ".csv"))
        let isOpen = Self.open.contains(name)
        withKnownIssue(isIntermittent: false) {
            #expect(FieldCaseCheck(want, found).differences == [])
        } when: {
            isOpen
        }
    }

    @Test("The corpus is complete")
    func corpus() {
        #expect(Self.names.count == 301)
    }

    /// How a file was read, or why it was not.
    struct Finding {
        var summary: FileSummary?
        var report: FileReport?
        var header: [String] = []
        var error: LoadError?

        init(_ url: URL) throws {
            do {
                let schema = try SchemaInference.infer(url: url)
                var builder = FileSummaryBuilder(schema)
                let report = try CSVReader(url: url, schema: schema).read { builder.add($0) }
                summary = builder.summary(report)
                self.report = report
                header = try CSVTable.cells(url: url).header ?? schema.columns.map(\.name)
            } catch let error as LoadError {
                self.error = error
            }
        }
    }
}

/// Compares how a file was read with what a case states.
struct FieldCaseCheck {
    private(set) var differences: [String] = []

    init(_ want: FieldCaseTests.Case, _ found: FieldCaseTests.Finding) {
        guard let summary = found.summary, let report = found.report else {
            if want.refusal == nil {
                differences.append("refused: \(String(describing: found.error))")
            }
            return
        }
        compare("rows", report.rowsKept, want.rows)
        compare("header", found.header.map { $0.trimmingSpaces() }, want.header)
        compare("shape", summary.shape, want.shape)
        compare("kind", summary.kind?.rawValue, want.kind)
        compare("code", summary.codes.first?.column, want.code)
        compare("codes", summary.codes.first?.distinct, want.codes)
        compare("severity", summary.severity, want.severity)
        if let counts = want.sections?.values.first?.count {
            compare("sections", summary.sections, counts)
        }
        if let time = want.time?.values.first { check(time, summary.time) }
        if let zones = want.zone?.values, !zones.isEmpty {
            let mine = summary.time?.zone.flatMap(Self.offset)
            if !zones.contains(where: { Self.offset($0) == mine }) {
                differences.append("zone \(summary.time?.zone ?? "none")")
            }
        }
        checkAny(want.device) { $0.check($1, summary.device) }
        checkAny(want.metrics) { $0.check($1, summary.metrics) }
        for (name, counts) in want.missing?.values.first ?? [:] {
            let mine = summary.metrics.first { $0.name == name }.map { [$0.missing, $0.rows] }
            if mine != counts { differences.append("missing of \(name): \(mine ?? [])") }
        }
    }

    private mutating func compare<Value: Equatable>(
        _ key: String, _ found: Value?, _ wanted: FieldCaseTests.Options<Value>?
    ) {
        guard let values = wanted?.values, !values.isEmpty else { return }
        if !values.contains(where: { $0 == found }) {
            differences.append("\(key) \(String(describing: found)), not \(values)")
        }
    }

    /// Nothing where one of several readings is the expected one, else what is wrong with the first.
    private mutating func checkAny<Value>(
        _ wanted: FieldCaseTests.Options<Value>?, _ check: (inout Self, Value) -> Void
    ) {
        let tried = (wanted?.values ?? []).map { value in
            var probe = self
            check(&probe, value)
            return probe
        }
        guard !tried.contains(where: { $0.differences.count == differences.count }),
            let first = tried.first
        else { return }
        self = first
    }

    private mutating func check(_ want: FieldCaseTests.TimeFacts, _ found: FileSummary.Time?) {
        if want.end != nil, found?.column != want.column || found?.end != want.end {
            differences.append("time \(found?.column ?? "none") to \(found?.end ?? "none")")
        }
        for (wanted, mine) in [(want.first, found?.first), (want.last, found?.last)] {
            guard let wanted, want.year == nil else { continue }
            if mine.flatMap(Self.moment) != Self.moment(wanted) {
                differences.append("time \(mine ?? "none"), not \(wanted)")
            }
        }
    }

    private mutating func check(_ want: FieldCaseTests.DeviceFacts, _ found: FileSummary.Device) {
        if let columns = want.columns ?? want.column.map({ [$0] }), columns != found.columns {
            differences.append("device \(found.columns), not \(columns)")
        }
        if let count = want.count, count != found.count {
            differences.append("\(found.count) devices, not \(count)")
        }
    }

    private mutating func check(_ want: FieldCaseTests.Metrics, _ found: [FileSummary.Metric]) {
        switch want {
        case .count(let count):
            if found.count != count { differences.append("\(found.count) metrics, not \(count)") }
        case .names(let names):
            for name in names where !found.contains(where: { $0.name.contains(name) }) {
                differences.append("no metric \(name)")
            }
        case .units(let units):
            for (name, unit) in units {
                guard let mine = found.first(where: { $0.name == name }) else {
                    differences.append("no metric \(name)")
                    continue
                }
                if mine.unit != unit {
                    differences.append("unit of \(name): \(mine.unit ?? "none")")
                }
            }
        }
    }

    /// Whole epoch seconds of `2024-03-13T09:50:00+01:00`, of `…Z`, or of a time without a zone.
    private static func moment(_ text: String) -> Double? {
        let zone = text.dropFirst(16).drop { $0 == ":" || $0.isNumber || $0 == "." }
        let wall = text.dropLast(zone.count).split(separator: ".")[0].replacing("T", with: " ")
        guard let seconds = CivilTime.parse(String(wall))?.time.secondsSince1970 else { return nil }
        return seconds
            - Double(zone.isEmpty || zone == "Z" ? 0 : offset(String(zone)).flatMap(Int.init) ?? 0)
    }

    /// Seconds from UTC of an offset as text, else the name of the zone.
    private static func offset(_ text: String) -> String? {
        let zone = ZoneText.zone(text) ?? text
        guard zone != "UTC" else { return "0" }
        guard zone.hasPrefix("GMT"), let number = Int(zone.dropFirst(4)) else { return zone }
        let seconds = number / 100 * 3_600 + number % 100 * 60
        return String(zone.contains("-") ? -seconds : seconds)
    }
}
