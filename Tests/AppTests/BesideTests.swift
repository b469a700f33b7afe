import Foundation
import HTTP
import Learning
import Models
import Store
import Synchronization
import Telemetry
import Testing
import Values
@testable import App
@testable import Pipeline

/// Work on one set, held up for as long as a test wants, and what is answered meanwhile.
@Suite("Nobody waits for another's work", .serialized)
struct BesideTests {
    private static let addresses = [
        "/", "/clusters", "/trends", "/diagnostics", "/import", "/rows", "/clusters?k=3",
        "/trends?period=1d", "/export/devices.csv", "/export/clusters.csv", "/export/issues.csv",
        "/export/rows.csv",
    ]

    private static func readings(_ name: String) -> String {
        var text = "time,device,temperature,load\n"
        for hour in 0..<48 {
            for device in 1...9 {
                let value = (hour * 7 + device * 13) % 29
                text +=
                    "2026-03-\(hour / 24 + 10) \(hour % 24):00:00,\(name)-\(device),\(value),\(device)\n"
            }
        }
        return text
    }

    private static let files = [
        "mine/readings.csv": readings("mine"), "theirs/readings.csv": readings("theirs"),
    ]

    /// Each page and download of the set `mine`, which is whole.
    private func askForEverything(_ running: Running) async throws {
        for address in Self.addresses {
            let mark = address.contains("?") ? "&" : "?"
            let answer = try await running.get("\(address)\(mark)set=mine")
            #expect(answer.status == 200, "\(address)")
            #expect(!answer.text.contains("theirs-"), "\(address)")
        }
        #expect(try await running.get("/?set=mine").text.contains("mine-"))
    }

    @Test("A set is read, shown, grouped anew and downloaded while another is still being read")
    func loading() async throws {
        let gate = Gate(.load, of: "theirs")
        let running = try await Running(sample: false, files: Self.files, journal: gate)
        defer { running.stop() }
        // What a page says while its set is being read is no reason to wait either.
        async let first = running.get("/?set=theirs")
        await gate.untilReached()
        try await askForEverything(running)
        let form = Data("set=mine".utf8)
        let again = try await running.send(
            "POST", "/import/reload",
            headers: ["Content-Type": "application/x-www-form-urlencoded"], body: form)
        #expect(again.status == 303)
        #expect(running.site.store.view(of: "theirs").status.isUnderWay)
        #expect(try await first.status == 200)
        gate.open()
        try await running.untilReady("theirs")
        #expect(try await running.get("/?set=theirs").text.contains("theirs-"))
    }

    @Test("A set is shown while another is being grouped anew")
    func grouping() async throws {
        let gate = Gate(.choice, of: "theirs")
        let running = try await Running(sample: false, files: Self.files, journal: gate)
        defer { running.stop() }
        try await running.untilReady("theirs")
        async let grouped = running.get("/clusters?k=3&set=theirs")
        await gate.untilReached()
        try await askForEverything(running)
        // What needs no new grouping of the same set is answered as well.
        #expect(try await running.get("/trends?set=theirs").status == 200)
        gate.open()
        #expect(try await grouped.status == 200)
    }

    @Test("A set is shown while a model hangs on another, and says that models are still to answer")
    func hangingModel() async throws {
        let script = FileManager.default.temporaryDirectory
            .appending(path: "hanging-\(UUID().uuidString)")
        try Data("#!/bin/sh\nexec sleep 60\n".utf8).write(to: script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: script.path)
        defer { try? FileManager.default.removeItem(at: script) }
        let running = try await Running(sample: false, files: Self.files) { folder in
            var inference = InferenceConfiguration(executable: script.path)
            inference.startDeadline = .seconds(60)
            return ModelManager(folder: folder, client: InferenceClient(inference))
        }
        defer { running.stop() }
        try await running.untilReady("theirs")
        let theirs = try await running.get("/diagnostics?set=theirs")
        #expect(theirs.text.contains("theirs-"))
        #expect(theirs.text.contains("data-refresh=\"2\""), "the page follows closely")
        try await askForEverything(running)
        #expect(running.site.panels.manager.knownRuntime == nil, "the model still hangs")
    }

    @Test("A set is shown while a model's file is being read, which the page names already")
    func largeModel() async throws {
        let gate = Gate()
        let running = try await Running(sample: false, files: Self.files) { folder in
            ModelManager(
                folder: folder,
                client: InferenceClient(InferenceConfiguration(executable: "/bin/false")),
                beforeReading: { _ in gate.wait() })
        }
        defer { running.stop() }
        try await running.untilReady("mine")
        let file = running.root.appending(path: "models/large.onnx")
        try Data(repeating: 7, count: 1_000).write(to: file)
        async let looking: Void = running.site.panels.catalog.look(timeout: .seconds(60))
        await gate.untilReached()
        try await askForEverything(running)
        #expect(try await running.get("/diagnostics?set=mine").text.contains("large.onnx"))
        #expect(running.site.panels.catalog.items.map(\.entry.state) == [.unread])
        gate.open()
        await looking
        #expect(running.site.panels.catalog.items.map(\.entry.state) != [.unread])
        // The page is whole by itself once the model has been read.
        let page = try await running.get("/diagnostics?set=mine").text
        #expect(page.contains("large.onnx") && page.contains("data-refresh=\"30\""))
    }
}

/// Holds up what reaches it until it is opened.
final class Gate: WorkJournal {
    private struct State {
        var isOpen = false
        var isReached = false
    }

    private let place: (step: WorkStep, set: String)?
    private let state = Mutex(State())
    private let condition = DispatchSemaphore(value: 0)

    /// A gate for what calls `wait`.
    init() { place = nil }

    /// A gate for a step of a set.
    init(_ step: WorkStep, of set: String) { place = (step, set) }

    func begin(_ step: WorkStep, of set: String) -> Int {
        if let place, place == (step, set) { wait() }
        return 0
    }

    func end(_ entry: Int) {}

    /// Returns when the gate is open.
    func wait() {
        let isOpen = state.withLock { state in
            state.isReached = true
            return state.isOpen
        }
        guard !isOpen else { return }
        condition.wait()
        condition.signal()
    }

    func open() {
        state.withLock { $0.isOpen = true }
        condition.signal()
    }

    /// Returns when something is held up.
    func untilReached() async {
        while !state.withLock(\.isReached) { try? await Task.sleep(for: .milliseconds(5)) }
    }
}
