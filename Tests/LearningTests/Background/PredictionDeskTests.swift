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

/// Answers as it is told to, once it may.
private final class Learner: BackgroundLearner {
    private let plans = Mutex<[String]>([])
    /// The sets that were learned from.
    var calls: [String] { plans.withLock { $0 } }
    private let answer: Result<[UInt8], LearningFault>
    private let gate: DispatchSemaphore?

    init(_ answer: Result<[UInt8], LearningFault>, gate: DispatchSemaphore? = nil) {
        self.answer = answer
        self.gate = gate
    }

    func learn(
        _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
    ) throws(LearningFault) -> [UInt8] {
        plans.withLock { $0.append(set) }
        progress(0.5)
        gate?.wait()
        return try answer.get()
    }
}

@Suite("What is learned of sets beside everything else")
struct PredictionDeskTests {
    /// Sixty days by the hour with two failures, or lives that are counted.
    private func pipeline(
        _ fingerprint: String, rows: Int = 1_000, failures: Int = 2, isLife: Bool = false
    ) -> AnalysisPipeline {
        let unit = MadeSeries.Unit(
            rows: (0..<30).map { (Double($0), [Double($0 % 5), 1]) },
            events: (0..<failures).map { (Double($0 + 1) * 9, 0) })
        let source = MadeSeries(
            [unit], metrics: ["temp", "wear"], codes: [(.failure, "f")],
            length: isLife ? 30 : 60 * 86_400, step: isLife ? 1 : 3_600,
            kind: isLife ? .cycle : MadeSeries.dates)
        var file = FileReport(
            name: "a.csv", bytes: 0,
            schema: FileSchema(
                dialect: CSVDialect(), columns: [], shape: .table, eventKind: .other,
                time: .rowNumber, device: .fileName))
        file.rowsKept = rows
        return AnalysisPipeline(
            source: source, load: LoadReport(dataset: "set", files: [file], notes: [], seconds: 0),
            corrections: [:], fingerprint: fingerprint)
    }

    private let day = FleetPrediction.Quantity.failure(within: 86_400)

    private func withDesk(
        _ learner: Learner?, _ body: (PredictionDesk, MadeModels) async throws -> Void
    ) async throws {
        let models = try MadeModels()
        defer { models.remove() }
        try await body(PredictionDesk(ModelPanels(models.manager), learner: learner), models)
    }

    private func settled(
        _ desk: PredictionDesk, _ set: String = "a"
    ) async throws -> PredictionState {
        while desk.state(of: set).isUnderWay { try await Task.sleep(for: .milliseconds(2)) }
        return desk.state(of: set)
    }

    @Test("too few failures are said, and not tried again before the rows have grown by a fifth")
    func tooFew() async throws {
        let learner = Learner(.failure(.tooFew(found: 3, needed: 10)))
        try await withDesk(learner) { desk, _ in
            #expect(desk.state(of: "a") == .none && desk.version(of: "a").isEmpty)
            desk.consider("a", pipeline("1"))
            let told = try await settled(desk)
            #expect(told == .tooFew(day, found: 3, needed: 10))
            #expect(desk.version(of: "a").hasPrefix("few 3 ") && desk.generation > 0)
            let generation = desk.generation
            desk.consider("a", pipeline("1"))
            desk.consider("a", pipeline("2", rows: 1_199))
            let same = try await settled(desk)
            #expect(same == .tooFew(day, found: 3, needed: 10))
            #expect(learner.calls.count == 1 && desk.generation == generation)
            desk.consider("a", pipeline("3", rows: 1_200))
            _ = try await settled(desk)
            #expect(learner.calls.count == 2)
            #expect(desk.versions(of: "a") == ModelVersions())
        }
    }

    @Test("what cannot be learned has failed, and nothing is learned of what does not end")
    func failed() async throws {
        try await withDesk(Learner(.failure(.failed))) { desk, _ in
            desk.consider("a", pipeline("1"))
            let state = try await settled(desk)
            #expect(state == .failed(day))
            #expect(desk.version(of: "a").hasPrefix("failed "))
            desk.consider("b", pipeline("1", failures: 0))
            #expect(desk.state(of: "b") == .none)
            #expect(!desk.change(.isOff(true), of: "b", pipeline("1", failures: 0)))
            desk.consider("a", pipeline("2", failures: 0))
            #expect(desk.state(of: "a") == .none, "its failures are gone")
        }
        try await withDesk(nil) { desk, _ in
            desk.consider("a", pipeline("1"))
            #expect(desk.state(of: "a") == .none)
        }
        #expect(throws: LearningFault.failed) {
            try NoLearner().learn(
                try #require(LearningPlan(pipeline("1").source.catalog, rows: 1)), of: "a"
            ) { _ in }
        }
    }

    @Test("learning is switched off and on, and another horizon is looked at again")
    func change() async throws {
        let learner = Learner(.failure(.tooFew(found: 1, needed: 10)))
        try await withDesk(learner) { desk, _ in
            #expect(desk.change(.isOff(true), of: "a", pipeline("1")))
            let off = try await settled(desk)
            #expect(off == .off(day))
            #expect(desk.version(of: "a").hasPrefix("off "))
            #expect(learner.calls.isEmpty)
            #expect(desk.change(.isOff(false), of: "a", pipeline("1")))
            let on = try await settled(desk)
            #expect(on == .tooFew(day, found: 1, needed: 10))
            #expect(desk.change(.horizon(7_200), of: "a", pipeline("1")))
            let asked = try await settled(desk)
            #expect(asked == .tooFew(.failure(within: 7_200), found: 1, needed: 10))
            #expect(
                desk.versions(of: "a")?.horizon == 7_200 && learner.calls.count == 2)
            #expect(!desk.change(.use(version: 4), of: "a", pipeline("1")), "there is none")
        }
    }

    @Test("what was learned is kept as a version, and goes with the set")
    func learned() async throws {
        try await withDesk(Learner(.success(try MadeModels.bytes.get()))) { desk, models in
            desk.consider("a", pipeline("1", isLife: true))
            // Nothing runs it here.
            let state = try await settled(desk)
            #expect(state == .failed(.life))
            #expect(desk.versions(of: "a")?.current == 1)
            #expect(desk.versions(of: "a")?.versions.first?.cause == .first)
            #expect(models.manager.names() == ["life-a.onnx"])
            let job = PredictionJob(
                plan: try #require(
                    LearningPlan(pipeline("1", isLife: true).source.catalog, rows: 9)),
                set: "a", pipeline: pipeline("1", isLife: true))
            let again = job.answer(
                models.manager, Learner(.failure(.tooFew(found: 2, needed: 6))), NoJournal()
            ) { _ in }
            #expect(again.state == .tooFew(.life, found: 2, needed: 6))
            #expect(again.versions.current == 1, "the one before is still there")
            desk.forget("a")
            #expect(models.manager.names().isEmpty && desk.state(of: "a") == .none)
            #expect(
                desk.versions(of: "a") == nil && models.manager.version(1, of: "life-a.onnx") == nil
            )
        }
    }

    @Test(
        "one set is learned at a time, the one looked at last first, two wait and the oldest is let go"
    )
    func waiting() async throws {
        let gate = DispatchSemaphore(value: 0)
        let learner = Learner(.failure(.tooFew(found: 0, needed: 10)), gate: gate)
        try await withDesk(learner) { desk, _ in
            desk.consider("a", pipeline("1"))
            while desk.version(of: "a") != "50" { try await Task.sleep(for: .milliseconds(2)) }
            #expect(desk.state(of: "a") == .learning(day, share: 0.5))
            for set in ["b", "c", "d"] { desk.consider(set, pipeline("1")) }
            #expect(desk.state(of: "b") == .none && desk.state(of: "c").isUnderWay)
            #expect(desk.version(of: "d") == "0")
            // Of data that changed while they were learned from nothing is kept.
            desk.consider("c", pipeline("2"))
            for _ in 0..<4 { gate.signal() }
            for set in ["a", "c", "d"] {
                let state = try await settled(desk, set)
                #expect(state == .tooFew(day, found: 0, needed: 10))
            }
            #expect(learner.calls == ["a", "c", "d"])
        }
    }
}
