import Foundation
import Pipeline
import Synchronization
import Telemetry
import Testing
import Values

@testable import Store

/// A set whose rows are in a database that tests can change and switch off.
@Suite("Sets whose rows are in a database")
struct DatabaseSetTests {
    /// Rows of one table, as text.
    private final class MadeDatabase: TableDatabase, TableReader {
        private let state = Mutex((rows: 30, isThere: true, questions: 0))
        private let fault = Mutex<SourceFault?>(nil)
        private let read = Mutex(0)
        /// Done when the next reading has begun.
        let onReading = Mutex<(@Sendable () -> Void)?>(nil)
        /// How many readings came to their end.
        let finished = Mutex(0)

        /// How often a table was planned or read.
        var readings: Int { read.withLock(\.self) }

        /// Reading fails from now on, while questions about the state are answered.
        func fail(_ fault: SourceFault?) { self.fault.withLock { $0 = fault } }

        var questions: Int { state.withLock(\.questions) }

        func change(rows: Int, isThere: Bool) {
            state.withLock { ($0.rows, $0.isThere) = (rows, isThere) }
        }

        private func rows() throws -> Int {
            let (rows, isThere) = state.withLock { state in
                state.questions += 1
                return (state.rows, state.isThere)
            }
            if isThere { return rows }
            throw LoadError.database(.silent(address: "http://db:8123", .refused))
        }

        private static func text(_ rows: Int) -> String {
            "time,device,load\n"
                + (0..<rows).map {
                    "2026-05-01 0\($0 / 60):\($0 / 10 % 6)\($0 % 10):00,pump \($0 % 3),\($0)\n"
                }.joined()
        }

        func current(_ dataset: Dataset, in folder: DatasetFolder) throws -> Dataset {
            let rows = try rows()
            guard let source = dataset.source else { return dataset }
            try FileManager.default.createDirectory(
                at: source.samples, withIntermediateDirectories: true)
            let sample = source.samples.appending(path: "readings.csv")
            if !FileManager.default.fileExists(atPath: sample.path) {
                try Data(Self.text(30).utf8).write(to: sample)
            }
            var set = try folder.dataset(dataset.name)
            for place in set.files.indices { set.files[place].state = "\(rows)" }
            return set
        }

        func reader(of dataset: Dataset) -> any TableReader { self }

        func facts(of table: String, _ schema: FileSchema) throws -> TableFacts {
            read.withLock { $0 += 1 }
            if let fault = fault.withLock(\.self) { throw LoadError.database(fault) }
            return TableFacts(rows: try rows())
        }

        func content(of table: PlannedTable, before time: Double) -> TableContent? { nil }

        func close() {}

        func cells(_ question: TableQuestion, anchor: Double, width: Double) -> TableCells? { nil }

        func read(
            _ table: PlannedTable, _ take: (TablePart) throws -> Void
        ) throws -> TableReports {
            try Data(Self.text(try rows()).utf8).write(to: URL(filePath: table.scratch))
            defer { try? FileManager.default.removeItem(atPath: table.scratch) }
            onReading.withLock(\.self)?()
            try take(.rows(path: table.scratch, .rest))
            finished.withLock { $0 += 1 }
            return TableReports(way: .rows, isSplit: false)
        }

        func rows(_ question: TableQuestion) throws -> RowPage {
            RowPage(file: question.table, header: [], rows: [], total: try rows(), files: [])
        }
    }

    private let root = FileManager.default.temporaryDirectory
        .appending(path: "perfmon-database-\(UUID().uuidString)")
    private let database = MadeDatabase()

    private func store(pause: Duration = .zero) throws -> SnapshotStore {
        let folder = DatasetFolder(root: root, database: database)
        _ = try folder.add(source: "fleet", settings: Data("{}".utf8))
        let store = SnapshotStore(
            folder: folder, options: LoadOptions(), salt: "1", databasePause: pause)
        store.look()
        return store
    }

    private func settled(
        _ store: SnapshotStore, _ isSettled: (SnapshotStore.View) -> Bool
    ) async -> Bool {
        for _ in 0..<400 {
            store.checkForChanges()
            try? await Task.sleep(for: .milliseconds(10))
            if isSettled(store.view(of: "fleet")) { return true }
        }
        return false
    }

    @Test("are read no further once they are deleted")
    func deleted() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try store()
        database.onReading.withLock { $0 = { store.forget("fleet") } }
        #expect(store.view(of: "fleet").status.isUnderWay)
        for _ in 0..<400 where !store.scheduler.lengths.isEmpty {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(database.readings == 1)
        #expect(database.finished.withLock(\.self) == 0)
        database.onReading.withLock { $0 = nil }
        #expect(await settled(store) { $0.analysed != nil })
    }

    @Test("are listed and read like others, and new rows are noticed")
    func news() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try store()
        #expect(store.datasets() == ["fleet"])
        let catalog = try await store.withPipeline(of: "fleet", .rows) { $0.source.catalog }
        #expect(catalog?.devices.map(\.name) == ["pump 0", "pump 1", "pump 2"])
        #expect(catalog?.rows == 30)
        database.change(rows: 36, isThere: true)
        #expect(
            await settled(store) { view in
                guard case .ready = view.status else { return false }
                return view.dataset?.files.first?.state == "36"
            })
        let rows = try await store.withPipeline(of: "fleet", .rows) { $0.source.catalog.rows }
        #expect(rows == 36)
    }

    @Test("keep what was read, marked as old, while the database is away")
    func away() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try store()
        _ = await store.pipeline(of: "fleet")
        database.change(rows: 36, isThere: false)
        #expect(
            await settled(store) { view in
                guard case .failed(.database) = view.status else { return false }
                return view.analysed != nil
            })
        database.change(rows: 36, isThere: true)
        #expect(
            await settled(store) { view in
                guard case .ready = view.status else { return false }
                return view.dataset?.files.first?.state == "36"
            })
    }

    @Test("are tried again where the database was away at first")
    func awayAtFirst() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try store()
        database.change(rows: 30, isThere: false)
        #expect(await store.pipeline(of: "fleet") == nil)
        database.change(rows: 30, isThere: true)
        #expect(await settled(store) { $0.analysed != nil })
    }

    @Test("are asked for news no more often than they may be")
    func pause() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try store(pause: .seconds(3_600))
        _ = await store.pipeline(of: "fleet")
        store.checkForChanges()
        try await Task.sleep(for: .milliseconds(200))
        let asked = database.questions
        for _ in 0..<20 { store.checkForChanges() }
        try await Task.sleep(for: .milliseconds(200))
        #expect(database.questions == asked)
    }

    @Test("that cannot be read are not read again until their tables change")
    func lasting() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try store()
        let fault = SourceFault.tooManyRows(table: "readings", rows: 9, limit: 5, .shape)
        database.fail(fault)
        #expect(await store.pipeline(of: "fleet") == nil)
        let readings = database.readings
        for _ in 0..<20 {
            store.checkForChanges()
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(database.readings == readings)
        database.fail(nil)
        database.change(rows: 36, isThere: true)
        #expect(await settled(store) { $0.analysed != nil })
    }

    @Test("take no files and no rows, and their name stays theirs")
    func names() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        _ = try store()
        let folder = DatasetFolder(root: root, database: database)
        let sent = root.appending(path: "sent.csv")
        try Data("time,device,load\n2026-05-01 00:00:00,a,1\n".utf8).write(to: sent)
        let file = IncomingFile(temporary: sent, name: "a.csv")
        #expect(throws: StorageError.nameTaken("fleet")) {
            try folder.add([file], to: "fleet", mode: .add)
        }
        #expect(try folder.add([file], to: "fleet", mode: .new).dataset == "fleet 2")
        #expect(throws: StorageError.nameTaken("fleet")) {
            try folder.add(source: "fleet", settings: Data())
        }
        #expect(try folder.datasets().map(\.name) == ["fleet 2", "fleet"])
        try folder.setNotes(Data("[]".utf8), of: "fleet")
        #expect(folder.notes(of: "fleet") == Data("[]".utf8))
        try folder.remove(dataset: "fleet")
        #expect(try folder.datasets().map(\.name) == ["fleet 2"])
    }
}
