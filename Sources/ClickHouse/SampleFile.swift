import Foundation
import Telemetry
import Values

/// The sample of a table on disk: made once, and anew where the table has other columns. From it
/// people see, and may correct, how the table is understood, also while no server answers.
struct SampleFile {
    private let folder: URL
    private let table: String

    init(_ folder: URL, table: String) {
        self.folder = folder
        self.table = table
    }

    private var rows: URL { folder.appendingPathComponent(table + ".csv") }
    private var columns: URL { folder.appendingPathComponent("." + table + ".columns") }

    /// Makes the sample where there is none for these columns.
    /// - Throws: `SourceFault`.
    func refresh(_ description: TableDescription, _ client: QueryClient) throws(SourceFault) {
        let text = description.columns.map { "\($0.name)\t\($0.type)\n" }.joined()
        let isKnown = (try? String(contentsOf: columns, encoding: .utf8)) == text
        if isKnown, FileManager.default.fileExists(atPath: rows.path) { return }
        let sample = try TableSample(table: description, client: client).bytes()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try write(sample, to: rows)
            try write(Array(text.utf8), to: columns)
        } catch {
            throw .settings(file: rows.path, .unreadable(field: nil))
        }
    }

    private func write(_ bytes: [UInt8], to file: URL) throws {
        var new = try DurableFile(replacing: file.path)
        try new.write(bytes)
        try new.place()
    }
}
