package import Foundation
package import Telemetry
package import Values

/// Writes the rows of files into tables of a database, each row once however often it is asked to.
///
/// Rows are checked here and sent in batches that carry their number with them, so that a push that
/// was broken off, or left one server of a cluster with its part and not the other, is completed by
/// the same push again.
package struct ClusterPush {
    /// A file, how it is read, and the table for its rows.
    package struct Job {
        package var file: URL
        package var schema: FileSchema
        package var options: ReadOptions
        /// As `table` or `database.table`.
        package var table: String

        /// - Parameter table: a name that `table(for:)` gave, or a person.
        package init(file: URL, schema: FileSchema, options: ReadOptions, table: String) {
            self.file = file
            self.schema = schema
            self.options = options
            self.table = table
        }

        fileprivate var layout: TypedLayout {
            get throws(PushFault) {
                do {
                    return try TypedLayout(schema, reserved: PushTable.batchColumn)
                } catch { throw .noKeys }
            }
        }

        /// The device of rows that name none.
        fileprivate var device: String {
            schema.facts.device ?? file.deletingPathExtension().lastPathComponent
        }

        fileprivate func read(
            _ layout: TypedLayout, _ body: (TypedRows) throws -> Void
        ) throws -> FileReport {
            try CSVReader(url: file, schema: schema, options: options)
                .readTyped(layout, device: device, body)
        }
    }

    /// What became of the rows of a file.
    package struct Report: Sendable {
        /// The table, with its database.
        package var table: String
        package var file: FileReport
        /// Rows that were written now.
        package var written = 0
        /// Rows that were there from before.
        package var known = 0
        /// Rows whose time the table's column cannot hold.
        package var outOfRange = 0
    }

    private let settings: SourceSettings
    private let client: QueryClient

    /// - Throws: `SourceFault.settings`.
    package init(
        _ settings: SourceSettings, name: String,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(SourceFault) {
        self.settings = settings
        client = try QueryClient(settings, file: name, environment: environment)
    }

    /// The name of a table for a file: its own, with `_` for all that no name has.
    /// - Throws: `PushFault.noTableName` where no letter is left.
    package static func table(for file: URL) throws(PushFault) -> String {
        let stem = file.lastPathComponent.prefix { $0 != "." }
        var name = ""
        for character in stem {
            let isWord = character.isASCII && (character.isLetter || character.isNumber)
            name.append(isWord ? character : "_")
        }
        guard name.contains(where: \.isLetter) else {
            throw .noTableName(file: file.lastPathComponent)
        }
        return name.first?.isNumber == true ? "t" + name : name
    }

    /// The statements that make a table for a file, in a cluster on every server; reads the file.
    /// - Throws: `PushFault`, `LoadError`, `SourceFault.noTable` where the name is none.
    package static func statements(
        _ job: Job, database: String, cluster: String?
    ) throws -> [String] {
        guard let name = TableName(job.table, in: database) else {
            throw SourceFault.noTable(job.table)
        }
        let layout = try job.layout
        var times = PushTimes()
        _ = try job.read(layout) { rows in
            if let time = layout.time, case .numbers(let values) = rows.columns[time] {
                times.add(values)
            }
        }
        return PushTable(name: name, layout: layout, times: times).statements(cluster: cluster)
    }

    /// Writes what is not in the table yet, and makes sure that it is there afterwards.
    /// - Parameter progress: told after each batch how many rows are there.
    /// - Throws: `PushFault`, `SourceFault`, `LoadError`; what was written before stays, and counts
    ///   as known the next time.
    package func push(_ job: Job, progress: (Int) -> Void = { _ in }) throws -> Report {
        let layout = try job.layout
        let table = try TableDescription(named: job.table, settings, client)
        let columns = try layout.columns(of: table)
        let pushed = PushedRows(table: table, columns: columns, client: client)
        // Rows that name their devices are the same in a file of another name.
        let device = job.schema.device == .fileName ? job.device : ""
        var run = PushRun(
            pushed: pushed, layout: layout, device: device, before: try pushed.counts())
        let file = try job.read(layout) { rows in
            try run.add(rows)
            progress(run.written + run.known)
        }
        try run.finish(endsInsideRow: file.resume?.endsInsideRow ?? false)
        return Report(
            table: run.table, file: file, written: run.written, known: run.known,
            outOfRange: run.outOfRange)
    }
}
