import Dashboard
import Foundation
import Telemetry
import Values
import Wording

/// `perfmon load`: reads files and says what they hold.
struct LoadCommand {
    var files: [String]
    let json: Bool
    let cells: Bool
    let options: ReadOptions
    var correction = SchemaCorrection()

    /// What is printed about a file with `--json`.
    private struct Document: Encodable {
        var file: String
        var schema: FileSchema
        var rowsRead: Int
        var rowsKept: Int
        var rowsRefused: Int
        var cellsRefused: Int
        var issues: [RowIssue]
        var issueCount: Int
        var signals: [SignalQuality]
        var summary: FileSummary
        var header: [String]?
        var rows: [[String]]?
        var typed: [String: [Double?]]?
    }

    /// What is printed about a file that could not be used.
    private struct FailureDocument: Encodable {
        var file: String
        var error: String
    }

    /// Gives 1 as exit status where a file could not be used, else 0.
    func run() -> Int32 {
        var status: Int32 = 0
        for file in files {
            let url = URL(filePath: file)
            do {
                let schema = try SchemaInference.infer(
                    url: url, correction: correction, options: options)
                var builder = FileSummaryBuilder(schema)
                let report = try CSVReader(url: url, schema: schema, options: options).read {
                    builder.add($0)
                }
                print(json ? try document(report, builder, url) : text(report))
            } catch {
                status = 1
                print(failure(file, error))
            }
        }
        return status
    }

    private func document(
        _ report: FileReport, _ summary: FileSummaryBuilder, _ url: URL
    ) throws -> String {
        var document = Document(
            file: report.name, schema: report.schema, rowsRead: report.rowsRead,
            rowsKept: report.rowsKept, rowsRefused: report.rowsRefused,
            cellsRefused: report.cellsRefused, issues: report.issues,
            issueCount: report.issueCount, signals: report.signals,
            summary: summary.summary(report))
        if cells {
            let table = try CSVTable.cells(url: url, correction: correction, options: options)
            document.header = table.header ?? report.schema.columns.map(\.name)
            document.rows = table.rows
            document.typed = Dictionary(
                try table.typed(options: options).map { ($0.name, $0.values) },
                uniquingKeysWith: { first, _ in first })
        }
        return try Self.encode(document)
    }

    func failure(_ file: String, _ error: any Error) -> String {
        let sentence = ErrorSentence(error).text
        guard json, let text = try? Self.encode(FailureDocument(file: file, error: sentence)) else {
            return "\(file): \(sentence)"
        }
        return text
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Statistics of an empty column are NaN.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "missing")
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func text(_ report: FileReport) -> String {
        PlainPhrases().report(report) { $0.correction.loadFlags }
    }
}
