import Foundation
import Testing
import Values
@testable import Telemetry

/// A small file and what reading it has to give, as `Tests/Reference/telemetry/loading_cases.py`
/// wrote it.
struct LoadingCase: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var bytes: Data
    var roles: [String]
    /// The cells of the first row, where they are told.
    var first: [String]?
    /// By column; `nil` where missing or refused.
    var typed: [String: [Double?]]
    var report: [String]
    var zone: String?
    /// Rows read and kept, where not all are.
    var rows: [Int]?
    var error: String?

    var testDescription: String { name }

    static let all: [LoadingCase] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Reference/telemetry/loading_cases.json")
        let data = try? Data(contentsOf: url)
        return data.flatMap { try? JSONDecoder().decode([LoadingCase].self, from: $0) } ?? []
    }()

    var options: ReadOptions { ReadOptions(timeZone: zone ?? "UTC") }
}

@Suite("Files of all kinds, one a case")
struct LoadingCaseTests {
    @Test("The cases are there")
    func presence() {
        #expect(LoadingCase.all.count >= 90)
    }

    @Test("Cells, typed values, roles and report lines", arguments: LoadingCase.all)
    func loading(example: LoadingCase) throws {
        let file = try TemporaryFile(Array(example.bytes), name: example.file)
        if let error = example.error {
            let thrown = #expect(throws: LoadError.self) {
                try SchemaInference.infer(
                    url: file.url, fileName: example.file, options: example.options)
            }
            #expect(thrown.map { "\($0)".hasPrefix(error) } == true)
            return
        }
        let schema = try SchemaInference.infer(
            url: file.url, fileName: example.file, options: example.options)
        #expect(schema.columns.map(\.role.rawValue) == example.roles)
        var whole = WholeFile()
        let report = try CSVReader(url: file.url, schema: schema, options: example.options).read {
            whole.append($0)
        }
        let table = try CSVTable.cells(
            bytes: Array(example.bytes), fileName: example.file, options: example.options)
        if let first = example.first { #expect(table.rows.first == first) }
        let rows = example.rows ?? [table.rows.count, table.rows.count]
        #expect([report.rowsRead, report.rowsKept] == rows)
        try checkValues(example, table, whole)
        checkReport(example, report, whole)
    }

    private func checkValues(_ example: LoadingCase, _ table: CSVTable, _ whole: WholeFile) throws {
        let typed = Dictionary(
            try table.typed(options: example.options).map { ($0.name, $0.values) },
            uniquingKeysWith: { first, _ in first })
        for (column, expected) in example.typed {
            let found = typed[column] ?? []
            #expect(isClose(found, expected), "\(column): \(found)")
        }
        // What readers get in batches is what the table says.
        for (column, values) in zip(table.schema.columns(.metric), whole.metrics)
        where values.count == table.rows.count {
            #expect(isClose(values, typed[column.name] ?? []))
        }
    }

    private func isClose(_ found: [Double?], _ expected: [Double?]) -> Bool {
        found.count == expected.count
            && zip(found, expected).allSatisfy { one, other in
                guard let one, let other else { return one == nil && other == nil }
                return abs(one - other) <= 1e-9 * max(1, abs(other))
            }
    }

    /// Lines that must all be there, and facts that are looked up where they are asked for.
    private func checkReport(_ example: LoadingCase, _ report: FileReport, _ whole: WholeFile) {
        let facts = facts(report, whole)
        let asked = example.report.filter { line in
            Self.factNames.contains { line.hasPrefix($0) }
        }
        for line in asked { #expect(facts.contains(line), "\(facts.sorted())") }
        let lines = report.schema.notes.compactMap(Self.line) + report.issues.map(Self.line)
        #expect(lines.sorted() == example.report.filter { !asked.contains($0) }.sorted())
    }

    private static let factNames = [
        "unit ", "devices ", "shape ", "range ", "duplicates ", "outOfOrder ", "zoned",
    ]

    private func facts(_ report: FileReport, _ whole: WholeFile) -> Set<String> {
        let schema = report.schema
        var facts: Set<String> = [
            "shape \(schema.shape)", "shape \(schema.shape) \(schema.eventKind)",
            "devices " + Set(whole.devices).sorted().joined(separator: " "),
            "duplicates \(report.duplicateRows)", "outOfOrder \(report.outOfOrderRows)",
        ]
        for column in schema.columns {
            if let unit = column.unit { facts.insert("unit \(column.name) \(unit)") }
        }
        if let range = report.timeRange {
            facts.insert("range \(range.lowerBound) \(range.upperBound)")
        }
        if !schema.notes.contains(.naiveTimes) { facts.insert("zoned") }
        return facts
    }

    private static func line(_ note: SchemaNote) -> String? {
        switch note {
        case .naiveTimes: nil
        case .counter(let column, let rate): "counter \(column) \(rate)"
        case .signalsInRows(let column, let signals): "signalsInRows \(column) \(signals)"
        case .ambiguousDayMonth(let column, let dayFirst):
            "ambiguousDayMonth \(column) \(dayFirst ? "day" : "month")"
        case .ambiguousTime(let column, let pattern, let other):
            "ambiguousTime \(column) \(pattern) \(other)"
        case .yearNotNamed(let column, let year): "yearNotNamed \(column) \(year)"
        case .timeNotUnderstood(let column, _): "timeNotUnderstood \(column)"
        case .startTaken(let column, let start): "startTaken \(column) \(start)"
        case .timesAsColumns(let count): "timesAsColumns \(count)"
        case .ambiguousDecimal(let column, let comma):
            "ambiguousDecimal \(column) \(comma ? "comma" : "point")"
        case .sentinel(let column, let value, let count): "sentinel \(column) \(value) \(count)"
        case .repeatedNames(let count): "repeatedNames \(count)"
        case .unnamedColumns(let count): "unnamedColumns \(count)"
        case .raggedRows(let share): "raggedRows \((share * 100).rounded() / 100)"
        case .fileIsDevice, .noTime, .cycleTime, .eachRowIsUnit: "\(note)"
        }
    }

    private static func line(_ issue: RowIssue) -> String {
        let reason = "\(issue.reason)".prefix { $0 != "(" }
        return "\(issue.line) \(issue.column ?? "-") \(reason) \(issue.value)"
    }
}
