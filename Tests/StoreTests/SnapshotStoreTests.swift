import Foundation
import Pipeline
import Reports
import Synchronization
import Telemetry
import Testing
@testable import Store

/// A store over a folder of its own, with small sets.
@Suite("The store of snapshots")
struct SnapshotStoreTests {
    private let root = FileManager.default.temporaryDirectory
        .appending(path: "perfmon-store-\(UUID().uuidString)")

    private func write(_ set: String, rows: Int = 30, shift: Int = 0) throws {
        let folder = root.appending(path: "raw/\(set)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var text = "time,device,load\n"
        for row in 0..<rows {
            text += "2026-05-01 \(row / 60):\(row % 60):00,\(set)-\(row % 3),\(row + shift)\n"
        }
        try Data(text.utf8).write(to: folder.appending(path: "readings.csv"))
    }

    private func store(memory: Int = 256 << 20) -> SnapshotStore {
        var options = LoadOptions()
        options.memory = memory
        let store = SnapshotStore(folder: DatasetFolder(root: root), options: options, salt: "1")
        store.look()
        return store
    }

    private func remove() { try? FileManager.default.removeItem(at: root) }

    @Test("A set that nobody has asked for is loaded for the first who does, who waits for it")
    func first() async throws {
        defer { remove() }
        try write("a")
        let store = store()
        #expect(store.datasets() == ["a"])
        let devices = try await store.withPipeline(of: "a", .rows) {
            $0.source.catalog.devices.map(\.name)
        }
        #expect(devices == ["a-0", "a-1", "a-2"])
        #expect(try await store.withPipeline(of: "b", .rows) { _ in 1 } == nil)
    }

    @Test("All who wait for a set get it, and its files are read once")
    func many() async throws {
        defer { remove() }
        try write("a")
        let loads = Mutex(0)
        let store = SnapshotStore(
            folder: DatasetFolder(root: root), options: LoadOptions(), salt: "1"
        ) { event in
            if case .loaded = event { loads.withLock { $0 += 1 } }
        }
        store.look()
        let found = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { await store.pipeline(of: "a") != nil } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found == Array(repeating: true, count: 20))
        #expect(loads.withLock(\.self) == 1)
    }

    @Test("A set that cannot be read fails for all who wait, and again when asked again")
    func failing() async throws {
        defer { remove() }
        try write("a")
        let store = store()
        try Data("\n\n".utf8).write(to: root.appending(path: "raw/a/readings.csv"))
        #expect(await store.pipeline(of: "a") == nil)
        #expect(await store.pipeline(of: "a") == nil)
        guard case .failed = store.view(of: "a").status else {
            Issue.record("not failed")
            return
        }
    }

    @Test("A changed file gives another generation and another snapshot, the same files the same")
    func changes() async throws {
        defer { remove() }
        try write("a")
        try write("b")
        let store = store()
        _ = await store.pipeline(of: "a")
        _ = await store.pipeline(of: "b")
        let (a, b) = (store.generation(of: "a"), store.generation(of: "b"))
        let before = store.view(of: "a").analysed?.snapshot.version
        #expect(store.generation(of: "a") == a)
        try write("a", shift: 5)
        store.checkForChanges()
        while store.view(of: "a").status.isUnderWay { try await Task.sleep(for: .milliseconds(5)) }
        #expect(store.generation(of: "a") != a)
        // That another set is the latest now is news for the listing only.
        #expect(store.generation(of: "b").set == b.set)
        #expect(store.view(of: "a").analysed?.snapshot.version != before)
    }

    @Test("Sets beyond the limits are let go, those looked at longest ago first")
    func bounded() async throws {
        defer { remove() }
        for number in 0..<20 { try write("set\(number)") }
        let store = store()
        for number in 0..<20 {
            _ = await store.pipeline(of: "set\(number)")
            _ = store.view(of: "set0")
        }
        let kept = store.state.withLock { Set($0.entries.keys) }
        #expect(kept.count == StoreState.setLimit)
        #expect(kept.contains("set0") && kept.contains("set19") && !kept.contains("set1"))
        let tight = self.store(memory: 1)
        for number in 0..<3 { _ = await tight.pipeline(of: "set\(number)") }
        #expect(tight.state.withLock { Set($0.entries.keys) } == ["set2"])
    }

    @Test("Analyses of other choices are few, and go with their set")
    func variants() async throws {
        defer { remove() }
        try write("a", rows: 300)
        let store = store()
        let context = try #require(await analysed(store)?.snapshot.context)
        for step in 1...20 {
            let choice = Choice(from: context.range.lowerBound + Double(step) * 60)
            let analysed = try #require(try await store.analysed("a", choice))
            let again = try #require(try await store.analysed("a", choice))
            #expect(analysed.snapshot.context.range == again.snapshot.context.range)
        }
        #expect(store.state.withLock(\.variants.count) == VariantCache.limit)
        store.forget("a")
        #expect(store.state.withLock(\.variants.count) == 0)
    }

    private func analysed(_ store: SnapshotStore) async -> AnalysedSnapshot? {
        _ = await store.pipeline(of: "a")
        return store.view(of: "a").analysed
    }
}
