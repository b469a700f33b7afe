import Foundation
import Store
import Synchronization
import Telemetry
import Testing
import Values

/// Says of one set what it is told to, and notes what is done.
private final class RecordingGuard: SetGuard {
    let aside = Mutex<SetAside?>(SetAside(step: .load, time: 0, count: 2))
    let steps = Mutex<[String: [WorkStep]]>([:])

    func begin(_ step: WorkStep, of set: String) -> Int {
        steps.withLock { $0[set, default: []].append(step) }
        return 0
    }

    func end(_ entry: Int) {}
    func setAside(_ set: String) -> SetAside? { set == "bad" ? aside.withLock { $0 } : nil }
    func mustRunAlone(_ step: WorkStep, of set: String) -> Bool { false }
    func retry(_ set: String) { aside.withLock { $0 = nil } }
    func forget(_ set: String) {}
    var setsAside: [String] { aside.withLock { $0 } == nil ? [] : ["bad"] }
}

@Suite("Sets that are set aside in the store")
struct SetsAsideTests {
    private func withStore(
        _ body: (SnapshotStore, RecordingGuard) async throws -> Void
    ) async throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-store-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for set in ["good", "bad"] {
            let folder = root.appending(path: "raw/\(set)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("time,device,x\n2026-01-01,a,1\n2026-01-02,a,2\n".utf8)
                .write(to: folder.appending(path: "x.csv"))
        }
        let recorder = RecordingGuard()
        let store = SnapshotStore(
            folder: DatasetFolder(root: root), options: LoadOptions(), salt: "", journal: recorder,
            setGuard: recorder)
        store.look()
        try await body(store, recorder)
    }

    private func isSetAside(_ store: SnapshotStore) -> Bool {
        if case .setAside = store.view(of: "bad").status { return true }
        return false
    }

    @Test("nothing is done with one, all with the others, and who waits for it is told")
    func untouched() async throws {
        try await withStore { store, recorder in
            #expect(await store.pipeline(of: "bad") == nil)
            #expect(isSetAside(store))
            #expect(await store.pipeline(of: "good") != nil)
            #expect(store.setsAside() == ["bad"])
            let steps = recorder.steps.withLock { $0 }
            #expect(steps["bad"] == nil)
            #expect(steps["good"] == [.load, .analyse])
        }
    }

    @Test("it is read when somebody says so, and pages of all sets are made anew")
    func retry() async throws {
        try await withStore { store, _ in
            _ = await store.pipeline(of: "bad")
            let before = store.generation(of: "good")
            store.retry("bad")
            #expect(await store.pipeline(of: "bad") != nil)
            #expect(store.setsAside().isEmpty)
            #expect(store.generation(of: "good") != before)
        }
    }

    @Test("it is read when it may be again")
    func allowed() async throws {
        try await withStore { store, recorder in
            _ = await store.pipeline(of: "bad")
            store.checkForChanges()
            #expect(isSetAside(store))
            recorder.aside.withLock { $0 = nil }
            store.checkForChanges()
            #expect(await store.pipeline(of: "bad") != nil)
        }
    }
}
