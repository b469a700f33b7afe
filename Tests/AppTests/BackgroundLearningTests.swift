import Analysis
import Dashboard
import Wording
import Foundation
import Models
import Pipeline
import Programs
import Reports
import Telemetry
import Testing
import Values
@testable import App
@testable import Learning

/// Pumps that warm up for days before they fail: learned from without being asked.
@Suite("Learning in the background")
struct BackgroundLearningTests {
    private static let manager = ModelManager(
        folder: FileManager.default.temporaryDirectory
            .appending(path: "learned-\(UUID().uuidString)").path,
        client: InferenceClient(
            InferenceConfiguration(
                executable: BuiltProgram.path ?? "",
                search: LibrarySearch(folders: [
                    BuiltProgram.checkout.appending(path: ".onnxruntime").path
                ]))))

    private static func manager(named name: String) -> ModelManager {
        ModelManager(
            folder: FileManager.default.temporaryDirectory
                .appending(path: "\(name)-\(UUID().uuidString)").path, client: manager.client)
    }

    private static let canRun: Bool = {
        if case .available = manager.client.runtime() { true } else { false }
    }()

    /// Twenty pumps every six hours for 120 days; before a failure the temperature climbs for eight
    /// days, and at the end of the data that of `p07` has climbed for six.
    private func fleet(failures limit: Int = .max) throws -> LoadedSite {
        var random = SeededGenerator(seed: 11)
        var readings = "time,pump,temperature,pressure\n"
        var failures = "time,pump,failure\n"
        var count = 0
        for pump in 0..<20 {
            let name = "p" + pump.padded(to: 2)
            var ends = [22, 57, 95].map { $0 + random.integer(below: 15) }
            if pump == 7 { ends[2] = 122 }
            for end in ends where end < 120 && count < limit {
                failures += "\(Self.time(Double(end) * 24)),\(name),seal\n"
                count += 1
            }
            for step in 0..<480 {
                let day = Double(step) / 4
                let rise = ends.map {
                    max(0, 8 - abs(Double($0) - day)) * (day < Double($0) ? 1 : 0)
                }
                let temperature = 60 + 2.5 * (rise.max() ?? 0) + random.normal()
                readings +=
                    "\(Self.time(day * 24)),\(name),\(temperature),\(5 + 0.1 * random.normal())\n"
            }
        }
        let root = FileManager.default.temporaryDirectory
            .appending(path: "learning-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/pumps")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(readings.utf8).write(to: folder.appending(path: "telemetry.csv"))
        try Data(failures.utf8).write(to: folder.appending(path: "failures.csv"))
        return try LoadedSite(root: root, set: "pumps")
    }

    private static func time(_ hours: Double) -> String {
        Date(timeIntervalSince1970: 1_767_225_600 + hours * 3_600).formatted(.iso8601)
    }

    private func desk(_ site: LoadedSite, _ learner: (any BackgroundLearner)?) -> PredictionDesk {
        PredictionDesk(ModelPanels(Self.manager), learner: learner)
    }

    private func settled(_ desk: PredictionDesk, _ set: String) async throws -> PredictionState {
        while desk.state(of: set).isUnderWay { try await Task.sleep(for: .milliseconds(20)) }
        return desk.state(of: set)
    }

    private func process(_ site: LoadedSite) throws -> LearnProcess {
        LearnProcess(
            executable: URL(filePath: try #require(BuiltProgram.path)), data: site.root.path,
            options: .init())
    }

    @Test(
        "names the pump that is to fail, why, and how many; asks the same model of the same data",
        .enabled(if: canRun, "needs the built program and a runtime"))
    func pumps() async throws {
        let site = try fleet()
        defer { site.remove() }
        let folder = Self.manager.folder
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let desk = desk(site, try process(site))
        desk.consider("pumps", site.pipeline)
        let state = try await settled(desk, "pumps")
        let prediction = try #require(state.prediction, "\(state)")
        #expect(prediction.quantity == .failure(within: 7 * 86_400))
        let first = try #require(prediction.rows.first)
        #expect(first.device.name == "p07" && first.value > 0.5)
        #expect(first.drivers.first?.source == BackTest.Source(.reading, "temperature"))
        #expect(prediction.rows.count == 20)
        #expect(try #require(prediction.expected).range.contains(1))
        #expect(prediction.test.beatsRule)
        for page in [Page.overview, .diagnostics] {
            let html = try site.html(page, [("focus", "p07")], .known(prediction))
            #expect(html.contains("temperature"))
            #expect(html.contains(page == .overview ? "Most likely: " : "Risk of failure within"))
        }
        // A model that was learned of another set has nothing to say here.
        let own = try Self.manager.file(named: prediction.file).bytes
        try Self.manager.store(own, named: "risk-others.onnx")
        let panels = ModelPanels(Self.manager)
        panels.catalog.refresh()
        let question = PanelDesk.Question(first.device, beside: site.analysed, Choice())
        #expect(panels.pending(question).entries.map(\.card.file) == [prediction.file])
        try Self.manager.remove(named: "risk-others.onnx")
        // What was learned is in the folder: nothing is learned twice.
        let again = self.desk(site, NoLearner())
        again.consider("pumps", site.pipeline)
        #expect(try await settled(again, "pumps") == .known(prediction))
        again.forget("pumps")
        #expect(again.state(of: "pumps") == .none)
        #expect(Self.manager.names().isEmpty)
    }

    @Test(
        "another horizon gives another version; the one before can be used again, and learning be switched off",
        .enabled(if: canRun, "needs the built program and a runtime"))
    func versions() async throws {
        let site = try fleet()
        defer { site.remove() }
        let manager = Self.manager(named: "versions")
        try FileManager.default.createDirectory(
            atPath: manager.folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: manager.folder) }
        let desk = PredictionDesk(ModelPanels(manager), learner: try process(site))
        desk.consider("pumps", site.pipeline)
        let first = try #require(try await settled(desk, "pumps").prediction)
        #expect(desk.versions(of: "pumps")?.leadTime?.source.name == "temperature")

        #expect(desk.change(.horizon(2 * 86_400), of: "pumps", site.pipeline))
        let other = try await settled(desk, "pumps")
        let second = try #require(other.prediction, "\(other)")
        #expect(second.quantity == .failure(within: 2 * 86_400))
        let both = try #require(desk.versions(of: "pumps"))
        #expect(both.versions.map(\.horizon) == [7 * 86_400, 2 * 86_400])
        #expect(both.versions.map(\.cause) == [.first, .asked])
        #expect(both.current == 2 && both.pinned == nil && both.leadTime == nil)

        // Back again: nothing is learned, and what it says is what it said.
        let before = desk.version(of: "pumps")
        #expect(desk.change(.use(version: 1), of: "pumps", site.pipeline))
        #expect(try await settled(desk, "pumps").prediction?.rows == first.rows)
        #expect(desk.versions(of: "pumps")?.pinned == 1 && desk.version(of: "pumps") != before)
        let page = try site.html(
            .overview, [], desk.state(of: "pumps"), versions: desk.versions(of: "pumps"))
        #expect(page.contains("Model version 1 (pinned) and training settings"))
        #expect(page.contains("Use the newest version") && page.contains("Use this version"))
        #expect(!desk.change(.use(version: 9), of: "pumps", site.pipeline), "no such version")
        #expect(desk.versions(of: "pumps")?.current == 1)

        // What was being learned when that was chosen does not take its place.
        let book = VersionBook(manager: manager, name: first.file)
        let bytes = try #require(manager.version(2, of: first.file))
        try book.add(bytes, rows: 1, cause: .grown, now: 0)
        #expect(book.read().current == 1 && book.read().versions.count == 2)

        #expect(desk.change(.followNewest, of: "pumps", site.pipeline))
        #expect(try await settled(desk, "pumps").prediction?.rows == second.rows)
        #expect(desk.change(.isOff(true), of: "pumps", site.pipeline))
        #expect(try await settled(desk, "pumps") == .off(.failure(within: 7 * 86_400)))
        // What was chosen outlives the program.
        let again = PredictionDesk(ModelPanels(manager), learner: NoLearner())
        again.consider("pumps", site.pipeline)
        #expect(try await settled(again, "pumps").isOff)
        #expect(again.change(.isOff(false), of: "pumps", site.pipeline))
        #expect(try await settled(again, "pumps").prediction?.rows == second.rows)
        again.forget("pumps")
        #expect(try FileManager.default.contentsOfDirectory(atPath: manager.folder).isEmpty)
    }

    @Test("forms ask for what they are to, and for nothing else")
    func forms() async throws {
        #expect(PredictorActions.change("horizon", "auto") == .horizon(nil))
        #expect(PredictorActions.change("horizon", "86400.0") == .horizon(86_400))
        #expect(PredictorActions.change("use", "3") == .use(version: 3))
        #expect(PredictorActions.change("newest", "") == .followNewest)
        #expect(PredictorActions.change("off", "") == .isOff(true))
        #expect(PredictorActions.change("on", "") == .isOff(false))
        for (action, value) in [
            ("horizon", "-1"), ("horizon", "nan"), ("horizon", "1e300"), ("horizon", ""),
            ("use", "x"), ("", ""), ("drop", "1"),
        ] { #expect(PredictorActions.change(action, value) == nil, "\(action) \(value)") }
        let learner = SlowLearner(fault: .tooFew(found: 4, needed: 10))
        let running = try await Running(sample: true, learner: learner)
        defer { running.stop() }
        learner.gate.signal()
        try await running.untilReady("sample-fleet")
        _ = try await running.get("/?set=sample-fleet")
        let off = try await running.post(
            "/models/predictor", ["set": "sample-fleet", "action": "off"])
        #expect(off.status == 303)
        while running.site.predictions.state(of: "sample-fleet").isUnderWay {
            try await Task.sleep(for: .milliseconds(10))
        }
        let page = try await running.get("/?set=sample-fleet").text
        #expect(page.contains("Training is switched off for this data set."))
        #expect(page.contains("Switch on"))
        let strange = try await running.post(
            "/models/predictor", ["set": "nowhere", "action": "off"])
        #expect(strange.status == 404)
    }

    @Test(
        "says that there are too few failures, and nothing where it is switched off",
        .enabled(if: BuiltProgram.path != nil, "needs the built program"))
    func few() async throws {
        let site = try fleet(failures: 3)
        defer { site.remove() }
        let desk = desk(site, try process(site))
        desk.consider("pumps", site.pipeline)
        let state = try await settled(desk, "pumps")
        guard case .tooFew(_, _, let needed) = state else {
            Issue.record("\(state)")
            return
        }
        #expect(needed == PredictionTraining.minimumFailures)
        #expect(try site.html(.overview, [], state).contains("Too few failures"))
        let off = self.desk(site, nil)
        off.consider("pumps", site.pipeline)
        #expect(off.state(of: "pumps") == .none)
    }

    @Test("a learner that cannot start or that dies is a sentence, not a wait")
    func dead() async throws {
        let site = try fleet()
        defer { site.remove() }
        for path in ["/nowhere/perfmon", "/bin/false"] {
            let learner = LearnProcess(
                executable: URL(filePath: path), data: site.root.path, options: .init())
            let desk = desk(site, learner)
            desk.consider("pumps", site.pipeline)
            #expect(
                try await settled(desk, "pumps") == .failed(.failure(within: 7 * 86_400)))
        }
    }

    /// Learns nothing, but not before it may.
    private struct SlowLearner: BackgroundLearner {
        let gate = DispatchSemaphore(value: 0)
        var fault = LearningFault.failed

        func learn(
            _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
        ) throws(LearningFault) -> [UInt8] {
            gate.wait()
            throw fault
        }
    }

    @Test("of many sets the two that were looked at last wait; the others are asked about again")
    func waiting() async throws {
        let site = try fleet()
        defer { site.remove() }
        let learner = SlowLearner()
        let desk = desk(site, learner)
        desk.consider("first", site.pipeline)
        for set in ["a", "b", "c"] {
            desk.consider(set, site.pipeline)
            desk.consider(set, site.pipeline)
        }
        // The first may still wait, or be learned of by now: of the four at least one was let go.
        let sets = ["first", "a", "b", "c"]
        let dropped = sets.filter { desk.state(of: $0) == .none }
        #expect(dropped.count == 1 || dropped.count == 2)
        #expect(desk.state(of: "c").isUnderWay && desk.state(of: "b").isUnderWay)
        for _ in sets { learner.gate.signal() }
        let failed = PredictionState.failed(.failure(within: 7 * 86_400))
        for set in sets where !dropped.contains(set) {
            #expect(try await settled(desk, set) == failed)
        }
        for set in dropped {
            desk.consider(set, site.pipeline)
            learner.gate.signal()
            #expect(try await settled(desk, set) == failed)
        }
    }

    @Test("the server begins with a set that was read, and its pages follow what comes of it")
    func served() async throws {
        let learner = SlowLearner(fault: .tooFew(found: 4, needed: 10))
        let running = try await Running(sample: true, learner: learner)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        for _ in 0..<2 {
            let page = try await running.get("/?set=sample-fleet").text
            #expect(page.contains("trained on this data set in the background"))
        }
        learner.gate.signal()
        while running.site.predictions.state(of: "sample-fleet").isUnderWay {
            try await Task.sleep(for: .milliseconds(10))
        }
        let page = try await running.get("/?set=sample-fleet").text
        #expect(page.contains("Too few failures to train a model:"))
        let clusters = try await running.get("/clusters?set=sample-fleet").text
        #expect(!clusters.contains("h-risk"))
    }
}
