import Dispatch
import Foundation
import Pipeline
import Reports
import Synchronization
import Telemetry
import Testing
import Values

@testable import Store

@Suite("What a store knows, and how its work is run")
struct StoreStateTests {
    private func analysed(_ rows: Int = 40) throws -> AnalysedSnapshot {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "state-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "a.csv")
        let lines = ["time,device,x"] + (0..<rows).map { "2026-05-01 00:00:\($0 % 60),d,\($0 % 7)" }
        try Data(lines.joined(separator: "\n").utf8).write(to: url)
        let file = DatasetFile(
            name: "a.csv", url: url, signature: FileSignature(size: 1, modified: 0, inode: 0))
        let loaded = try DataLoader.load(Dataset(name: "a", files: [file]))
        return try AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: [:], fingerprint: "1"
        ).run(Choice())
    }

    // MARK: - Analyses of other choices

    @Test("the analyses that were asked for last are kept, one for each set and choice")
    func variants() throws {
        let analysed = try analysed()
        var cache = VariantCache()
        let choice = { (place: Int) in Choice(from: Double(place)) }
        #expect(cache.find(choice(0), of: "a") == nil)
        for place in 0..<VariantCache.limit { cache.keep(analysed, for: choice(place), of: "a") }
        #expect(cache.count == 16)
        cache.keep(analysed, for: choice(3), of: "a")
        #expect(cache.count == 16, "in place of the one before")
        // The first is looked at, and so the second is the oldest.
        #expect(cache.find(choice(0), of: "a") != nil)
        cache.keep(analysed, for: choice(0), of: "b")
        #expect(cache.count == 16 && cache.find(choice(1), of: "a") == nil)
        #expect(cache.find(choice(0), of: "a") != nil && cache.find(choice(2), of: "a") != nil)
        #expect(cache.find(choice(0), of: "b") != nil && cache.find(choice(0), of: "c") == nil)
        cache.remove("a")
        #expect(cache.count == 1 && cache.find(choice(0), of: "b") != nil)
    }

    // MARK: - Sets

    private func settled(_ names: [String]) throws -> StoreState {
        var state = StoreState()
        let analysed = try analysed()
        for name in names {
            state.add(name)
            state.change(name) { entry in
                entry.base = analysed
                entry.status = .ready
            }
        }
        return state
    }

    @Test("every change of a set or of the listing is another generation, of that alone")
    func generations() throws {
        var state = try settled(["a", "b"])
        let (a, b, listing) = (
            state.entries["a"]?.generation, state.entries["b"]?.generation, state.listingGeneration
        )
        state.change("a") { $0.isQueued = true }
        #expect(state.entries["a"]?.generation != a && state.entries["b"]?.generation == b)
        #expect(state.listingGeneration == listing && state.entries["a"]?.isQueued == true)
        state.add("a")
        #expect(state.entries["a"]?.isQueued == true, "it is there already")
        let changes = state.changes
        state.change("gone") { $0.isQueued = true }
        #expect(state.entries["gone"] == nil && state.changes == changes)
        state.listing = StoreState.Listing(names: ["a"], latest: "a")
        #expect(state.listingGeneration == state.changes && state.changes == changes + 1)
        state.listing = StoreState.Listing(names: ["a"], latest: "a")
        #expect(state.changes == changes + 1, "the same again")
        state.listing.setsAside = ["a"]
        #expect(state.changes == changes + 2)
        state.remove("a")
        #expect(state.entries.keys.sorted() == ["b"])
    }

    @Test("a set that was never read whole is not let go, and bytes are those of what it holds")
    func dropped() throws {
        var state = try settled(["a", "b"])
        let bytes = try analysed().byteCount
        #expect(state.entries["a"]?.byteCount == bytes && bytes > 200_000)
        state.dropOldest(within: 0)
        #expect(state.entries.count == 2, "nothing of them is loaded")
    }

    // MARK: - Work

    private final class Log: Sendable {
        private let all = Mutex<[String]>([])
        var words: [String] { all.withLock { $0 } }
        func add(_ word: String) { all.withLock { $0.append(word) } }
    }

    @Test("work of one set is done in order, what was thrown is handed on")
    func scheduler() async throws {
        let scheduler = WorkScheduler()
        let log = Log()
        let gate = DispatchSemaphore(value: 0)
        scheduler.submit(.page, of: "a") {
            gate.wait()
            log.add("first")
        }
        scheduler.submit(.page, of: "a") { log.add("second") }
        // Another set's work and another kind's do not wait.
        #expect(try await scheduler.run(.page, of: "b") { 7 } == 7)
        #expect(try await scheduler.run(.load, of: "a") { 8 } == 8)
        #expect(log.words.isEmpty)
        gate.signal()
        #expect(try await scheduler.run(.page, of: "a") { log.words } == ["first", "second"])
        await #expect(throws: LoadError.noFiles(dataset: "x")) {
            try await scheduler.run(.storage, of: "a") { throw LoadError.noFiles(dataset: "x") }
        }
        #expect(try await scheduler.run(.storage, of: "a", isAlone: true) { 9 } == 9)
        #expect(WorkKind.allCases.map(\.places) == [2, 4, 4, 2])
    }

    // MARK: - The store

    /// Notes what is done.
    private final class Journal: WorkJournal {
        private let all = Mutex<[String]>([])
        /// What began, once all of it has ended: who waits for work may be told a moment before.
        func steps() async throws -> [String] {
            while all.withLock({ all in 2 * all.count { $0 == "end" } != all.count }) {
                try await Task.sleep(for: .milliseconds(1))
            }
            return all.withLock { $0.filter { $0 != "end" } }
        }
        func begin(_ step: WorkStep, of set: String) -> Int {
            all.withLock { $0.append("\(step) \(set)") }
            return 0
        }
        func end(_ entry: Int) { all.withLock { $0.append("end") } }
    }

    private func withStore(
        _ sets: [(name: String, age: Double)],
        _ body: (SnapshotStore, Journal, URL) async throws -> Void
    ) async throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "state-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for set in sets {
            let folder = root.appending(path: "raw/\(set.name)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "x.csv")
            try Data("time,device,x\n2026-01-01,a,1\n2026-01-02,a,2\n".utf8).write(to: file)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 - set.age)],
                ofItemAtPath: file.path)
        }
        let journal = Journal()
        let store = SnapshotStore(
            folder: DatasetFolder(root: root), options: LoadOptions(), salt: "9", journal: journal)
        store.look()
        try await body(store, journal, root)
    }

    @Test("the latest set is the one whose files changed last, and stands for none that is named")
    func latest() async throws {
        try await withStore([("old", 500), ("new", 5), ("middle", 50)]) { store, _, root in
            #expect(store.datasets() == ["middle", "new", "old"] && store.latestDataset() == "new")
            _ = await store.pipeline(of: "new")
            #expect(store.generation(of: nil) == store.generation(of: "new"))
            #expect(store.generation(of: nil) != store.generation(of: "old"))
            try FileManager.default.removeItem(at: root.appending(path: "raw/new"))
            store.look()
            #expect(store.latestDataset() == "middle")
            let versions = store.view(of: "new").analysed?.snapshot.version
            #expect(versions?.hasSuffix("-9") == true, "it stays as it was")
        }
        try await withStore([]) { store, _, _ in
            #expect(store.datasets().isEmpty && store.latestDataset() == nil)
            #expect(await store.pipeline(of: "a") == nil)
        }
    }

    @Test("what is done to a set is told before and after, of no set it is done right away")
    func journal() async throws {
        try await withStore([("a", 1)]) { store, journal, _ in
            let early = store.view(of: "a").status
            #expect(early.isUnderWay)
            _ = await store.pipeline(of: "a")
            #expect(try await journal.steps() == ["load a", "analyse a"])
            #expect(await store.compute(.page, of: "a") { 3 } == 3)
            #expect(await store.compute(.page, of: nil) { 4 } == 4)
            #expect(try await store.perform(.export, of: "a") { 5 } == 5)
            #expect(try await journal.steps().suffix(2) == ["page a", "export a"])
            store.touch("a")
            store.reload("a")
            while store.view(of: "a").status.isUnderWay {
                try await Task.sleep(for: .milliseconds(2))
            }
            let steps = try await journal.steps()
            #expect(steps.suffix(2) == ["export a", "load a"], "nothing new to analyse")
            store.forget("a")
            #expect(store.state.withLock { $0.entries.isEmpty })
        }
    }

    @Test(
        "a set is under way until it is ready, has failed or is set aside",
        arguments: [
            (SnapshotStore.Status.unknown, true), (.loading(nil), true), (.analysing, true),
            (.ready, false), (.failed(.noFiles(dataset: "a")), false),
            (.setAside(SetAside(step: .load, time: 0, count: 2)), false),
        ] as [(SnapshotStore.Status, Bool)])
    func underWay(status: SnapshotStore.Status, isUnderWay: Bool) {
        #expect(status.isUnderWay == isUnderWay)
    }
}
