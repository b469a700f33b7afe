import Analysis
import Dispatch
import Foundation
import Models
import Pipeline
import Reports
import Synchronization
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("The models of a folder, and what pages show of them")
struct ModelPanelsTests {
    private func withPanels(_ body: (ModelPanels, MadeModels) async throws -> Void) async throws {
        let models = try MadeModels()
        defer { models.remove() }
        try await body(ModelPanels(models.manager), models)
    }

    @Test("are stored, renamed, and taken away, and every change makes another version")
    func files() async throws {
        try await withPanels { panels, _ in
            let bytes = try MadeModels.bytes.get()
            let empty = panels.version
            #expect(throws: ModelPanel.Refusal.badName) {
                try panels.store(bytes, named: "a/b.onnx")
            }
            #expect(throws: ModelPanel.Refusal.file(.noGraph(resembles: .empty))) {
                try panels.store([], named: "a.onnx")
            }
            #expect(panels.version == empty)
            try panels.store(bytes, named: "a.onnx")
            panels.catalog.refresh()
            let stored = panels.version
            #expect(stored != empty && panels.catalog.items.map(\.entry.name) == ["a.onnx"])
            #expect(
                panels.catalog.items[0].entry.card != nil && panels.catalog.items[0].columns == nil)
            let generation = panels.catalog.generation
            panels.catalog.refresh()
            #expect(panels.catalog.generation == generation, "nothing is new")
            #expect(!panels.rename("a.onnx", to: "a.onnx") && !panels.rename("a.onnx", to: "b"))
            #expect(!panels.rename("gone.onnx", to: "b.onnx"))
            let count = try #require(panels.catalog.items[0].entry.card?.inputs.count)
            #expect(count > 0 && !panels.keepColumns(["x"], of: "a.onnx"), "it takes more")
            #expect(panels.rename("a.onnx", to: "b.onnx"))
            try panels.store(bytes, named: "c.onnx")
            #expect(!panels.rename("b.onnx", to: "c.onnx"), "there is one of that name")
            await panels.catalog.look(timeout: .seconds(60))
            #expect(panels.catalog.items.map(\.entry.name) == ["b.onnx", "c.onnx"])
            #expect(panels.version != stored && panels.catalog.generation > generation)
            #expect(panels.remove("b.onnx") && !panels.remove("b.onnx"))
        }
    }

    @Test(
        "a file's name has nothing in it that a file system could mind",
        arguments: [
            ("fleet", "risk-fleet.onnx"), ("my set (1)/ü", "risk-my_set__1___.onnx"),
            ("A-b_9", "risk-A-b_9.onnx"),
            (String(repeating: "x", count: 70), "risk-\(String(repeating: "x", count: 60)).onnx"),
        ])
    func fileName(set: String, name: String) {
        #expect(ModelPanels.fileName("risk", set) == name)
        #expect(LearningPlan.fileNames(of: set).first == name)
    }

    @Test("a card says what a model is, and of a file that cannot be read its name")
    func card() async throws {
        try await withPanels { panels, models in
            let bytes = try MadeModels.bytes.get()
            try panels.store(bytes, named: "a.onnx")
            let card = ModelPanels.card(models.manager.entry(named: "a.onnx"), columns: ["x"])
            #expect(card.file == "a.onnx" && card.bytes == bytes.count && card.columns == ["x"])
            #expect(card.sha256 == ModelFile(bytes: bytes).sha256 && card.isOwn)
            #expect(card.producer.hasPrefix("perfmon") && card.opset > 0 && card.irVersion > 0)
            #expect(card.meaning == .remainingLife && card.trainedRows != nil)
            #expect(
                card.inputs.count == 1
                    && card.inputs[0].contains(" float32 [N, \(card.features.count)]"))
            #expect(card.backTest?.rmse != nil && card.autoencoder == nil)
            let gone = ModelPanels.card(models.manager.entry(named: "gone.onnx"), columns: nil)
            #expect(gone.file == "gone.onnx" && gone.bytes == 0 && gone.meaning == .unknown)
        }
    }

    static let outcomes: [(ModelError, ModelPanel.Outcome)] = [
        (.missingColumns(["x"]), .columnsMissing(["x"])),
        (.featureCount(expected: 3, found: 2), .needsMapping(inputs: 3, metrics: 2)),
        (.refused(.localFunctions(count: 2)), .refused(.file(.localFunctions(count: 2)))),
        (.unsupported(.outputs(["y"])), .refused(.form(.outputs(["y"])))),
        (.fault(.init(stage: .run, cause: .signal(11))), .crashed(signal: 11)),
        (.fault(.init(stage: .run, cause: .timedOut(limit: .seconds(5)))), .timedOut(seconds: 5)),
        (.fault(.init(stage: .run, cause: .message("words", code: 2))), .failed("words")),
        (.fault(.init(stage: .run, cause: .outOfMemory("full"))), .failed("full")),
        (.fault(.init(stage: .load, cause: .unreadable("what"))), .failed("what")),
        (.fault(.init(stage: .run, cause: .exited(3))), .failed("exited(3)")),
        (.cancelled, .failed("cancelled")),
    ]

    @Test("what went wrong is told as what it is", arguments: outcomes)
    func outcome(error: ModelError, outcome: ModelPanel.Outcome) {
        #expect(ModelPanels.outcome(error) == outcome)
    }

    // MARK: - Panels

    private func question(_ fleet: MadeFleet) throws -> PanelDesk.Question {
        let analysed = try fleet.pipeline().run(Choice())
        return PanelDesk.Question(
            try #require(analysed.device(named: "m1")), beside: analysed, Choice())
    }

    @Test("a set shows its own models and those of people, not what was learned of another one")
    func shown() async throws {
        let question = try question(MadeFleet.machines(failures: 4, hours: 100))
        try await withPanels { panels, _ in
            // Learned in the background by its metadata; the sets are called otherwise.
            try panels.store(try MadeModels.bytes.get(), named: "life-other.onnx")
            try panels.store(
                try MadeModels.life().onnx(), named: "mine.onnx")
            panels.catalog.refresh()
            let pending = panels.pending(question)
            #expect(
                pending.entries.map(\.card.file) == ["mine.onnx"] && pending.runtime == .starting)
            #expect(pending.entries.allSatisfy { $0.outcome == .pending } && pending.isUnderWay)
            try panels.store(try MadeModels.bytes.get(), named: "life-set.onnx")
            panels.catalog.refresh()
            let test = try #require(
                panels.catalog.items.first { $0.entry.name == "life-set.onnx" }?.entry.card)
            #expect(BackTest(metadata: test.metadata)?.beatsRule == true)
            #expect(
                panels.pending(question).entries.map(\.card.file) == ["life-set.onnx", "mine.onnx"])
            let desk = PanelDesk(panels)
            let generation = desk.generation
            let panel = await desk.panel(question)
            #expect(panel.isComplete && desk.generation > generation && panel.comparison == nil)
            #expect(panel.entries.allSatisfy { $0.outcome == .failed("") }, "nothing runs them")
            #expect(panel.training.tasks == [.failure, .anomaly] && panel.training.isCalendar)
            let kept = desk.generation
            #expect(await desk.panel(question).entries == panel.entries && desk.generation == kept)
        }
    }

    @Test("a prediction is not made of a set that lacks what the model needs")
    func runs() async throws {
        try await withPanels { panels, models in
            let bytes = try MadeModels.bytes.get()
            try panels.store(bytes, named: "a.onnx")
            let fleet = try MadeFleet.machines(failures: 4, hours: 100)
            #expect(throws: ModelError.missingColumns(["temp", "wear"])) {
                try PredictionRun(
                    ModelFile(bytes: bytes), client: models.manager.client, source: fleet.source)
            }
            let outcome = panels.predict(
                "a.onnx", DeviceRef(index: 0, name: "m0"), fleet.pipeline())
            #expect(outcome == .columnsMissing(["temp", "wear"]))
            #expect(
                ModelPanels.runtime(.missing([])) == .missing
                    && ModelPanels.runtime(.faulty(.init(stage: .open, cause: .exited(3))))
                        == .unusable("exited(3)")
            )
        }
    }

    // MARK: - Training

    /// Lets work begin when it may.
    private final class Gate: WorkJournal {
        let isOpen = DispatchSemaphore(value: 0)
        private let begun = Mutex<[WorkStep]>([])
        var steps: [WorkStep] { begun.withLock { $0 } }
        func begin(_ step: WorkStep, of set: String) -> Int {
            begun.withLock { $0.append(step) }
            isOpen.wait()
            return 0
        }
        func end(_ entry: Int) {}
    }

    private func ended(_ desk: TrainingDesk) async throws -> ModelPanel.Training.State {
        while case .running = desk.state { try await Task.sleep(for: .milliseconds(2)) }
        return desk.state
    }

    @Test("one model is trained at a time, and stops when it is told to")
    func training() async throws {
        let models = try MadeModels()
        defer { models.remove() }
        let gate = Gate()
        let desk = TrainingDesk(models.manager, journal: gate)
        let pipeline = try MadeFleet.machines(failures: 30, hours: 700).pipeline()
        #expect(desk.version == "idle" && desk.state == .idle)
        #expect(desk.start(.failure, set: "s", horizon: 21_600, pipeline: pipeline))
        #expect(!desk.start(.anomaly, set: "s", horizon: 1, pipeline: pipeline), "one is under way")
        #expect(desk.version == "failure s 0")
        desk.cancel()
        gate.isOpen.signal()
        #expect(try await ended(desk) == .ended(.failure, set: "s", .cancelled))
        #expect(desk.version == "failure s cancelled" && gate.steps == [.train])
        gate.isOpen.signal()
        #expect(desk.start(.failure, set: "s", horizon: 21_600, pipeline: pipeline))
        #expect(try await ended(desk) == .ended(.failure, set: "s", .done(file: "failure-s.onnx")))
        #expect(models.manager.names() == ["failure-s.onnx"])
        let few = try MadeFleet.machines(failures: 4, hours: 700).pipeline()
        gate.isOpen.signal()
        #expect(desk.start(.failure, set: "s", horizon: 21_600, pipeline: few))
        let state = try await ended(desk)
        guard case .ended(.failure, "s", .tooFew(let found, 10)) = state else {
            Issue.record("\(state)")
            return
        }
        #expect(found <= 4)
    }

    @Test("what is usual is learned from complete rows of all devices")
    func autoencoder() throws {
        let fleet = try MadeFleet.machines(failures: 4, hours: 400)
        let learned = try TrainedAutoencoder(fleet.pipeline())
        #expect(learned.rows.rowCount == 1_600 && learned.rows.columnCount == 2)
        #expect(learned.selection.rows + learned.selection.leftOut <= 1_600)
        #expect(learned.selection.heldOutRows > 0)
        let card = try ModelScan.readableCard(of: ModelFile(bytes: learned.onnx()))
        #expect(AutoencoderSelection(metadata: card.metadata) == learned.selection)
        #expect(throws: ModelError.cancelled) {
            try TrainedAutoencoder(fleet.pipeline()) { _ throws(ModelError) in throw .cancelled }
        }
    }

    @Test(
        "what can be learned is failures where some are named, and lives where cycles are counted",
        arguments: [
            (TimeKind.cycle, 1, [ModelPanel.Training.Task.life, .failure, .anomaly]),
            (.cycle, 0, [.life, .anomaly]), (MadeSeries.dates, 0, [.anomaly]),
            (MadeSeries.dates, 2, [.failure, .anomaly]),
        ] as [(TimeKind, Int, [ModelPanel.Training.Task])])
    func tasks(kind: TimeKind, failures: Int, tasks: [ModelPanel.Training.Task]) {
        let source = MadeSeries(
            [.init(events: (0..<failures).map { (Double($0), 0) })], codes: [(.failure, "f")],
            length: 9, kind: kind)
        let training = ModelPanel.Training(source.catalog, state: .idle)
        #expect(training.tasks == tasks && training.isCalendar == kind.isCalendar)
    }

    // MARK: - Waiting

    @Test("one waits until what was started has ended, and no longer than the limit")
    func timeout() async {
        let order = Order()
        await Timeout.wait(.seconds(600)) { done in
            DispatchQueue.global().async {
                order.add("done")
                done()
                done()
            }
        }
        order.add("after")
        #expect(order.words == ["done", "after"])
        await Timeout.wait(.milliseconds(1)) { _ in order.add("never") }
        #expect(order.words == ["done", "after", "never"])
    }

    /// What happened, in order.
    private final class Order: Sendable {
        private let all = Mutex<[String]>([])
        var words: [String] { all.withLock { $0 } }
        func add(_ word: String) { all.withLock { $0.append(word) } }
    }
}
