import Dispatch
import Models
public import Pipeline
public import Reports
import Synchronization
import Telemetry
public import Values

/// Keeps, for each set that is looked at, what a model learned from it says of its devices: has it
/// learned where there is none, asks it when the data change, and tells pages what is there by now.
///
/// One set at a time on a queue of its own; nobody waits for it.
public final class PredictionDesk: Sendable {
    private struct State {
        var sets: [String: PredictionState] = [:]
        /// The data that were asked about last, or will be.
        var fingerprints: [String: String] = [:]
        /// What was tried in vain, until the data have grown.
        var vain: [String: LearningPlan] = [:]
        /// The set that was looked at last at the end.
        var waiting: [Job] = []
        var isRunning = false
        var generation: UInt64 = 0
    }

    private struct Job {
        var plan: LearningPlan
        var set: String
        var pipeline: AnalysisPipeline
    }

    /// Sets that wait, whose data are kept meanwhile; beyond, the oldest is let go: its page asks again.
    private static let waitingLimit = 2

    private let manager: ModelManager
    private let learner: (any BackgroundLearner)?
    private let journal: any WorkJournal
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "predictions", qos: .background)

    /// A desk whose models lie among those of panels; without a learner nothing is predicted.
    public init(
        _ panels: ModelPanels, learner: (any BackgroundLearner)?,
        journal: any WorkJournal = NoJournal()
    ) {
        manager = panels.manager
        self.learner = learner
        self.journal = journal
    }

    /// Goes up with everything that a page would show.
    public var generation: UInt64 { state.withLock(\.generation) }

    /// What is known of a set by now.
    public func state(of set: String) -> PredictionState {
        state.withLock { $0.sets[set] ?? .none }
    }

    /// Changes where a page of the set would show something else; the same after a restart.
    public func version(of set: String) -> String {
        switch state(of: set) {
        case .none: ""
        case .known(let prediction):
            "\(prediction.time) \(prediction.rows.reduce(0) { $0 + $1.value }) \(prediction.rows.count)"
        case .learning(_, let share): "\(Int(clamping: (share * 100).rounded()))"
        case .noBetter(_, let test): "\(test.winShare ?? 0)"
        case .tooFew(_, let found, _): "few \(found)"
        case .failed: "failed"
        }
    }

    /// Forgets a set that was deleted, and the models that were learned of it.
    public func forget(_ set: String) {
        state.withLock { state in
            state.sets[set] = nil
            state.fingerprints[set] = nil
            state.vain[set] = nil
            state.generation += 1
        }
        for name in LearningPlan.fileNames(of: set) { try? manager.remove(named: name) }
    }

    /// Looks at a set that was read: asks its model, and has one learned where there is none.
    public func consider(_ set: String, _ pipeline: AnalysisPipeline) {
        guard let learner else { return }
        let catalog = pipeline.source.catalog
        let rows = pipeline.load.files.reduce(0) { $0 + $1.rowsKept }
        guard let plan = LearningPlan(catalog, rows: rows) else {
            state.withLock { $0.fingerprints[set] = pipeline.fingerprint }
            return keep(.none, set, pipeline.fingerprint)
        }
        let isNew = state.withLock { state in
            guard state.fingerprints[set] != pipeline.fingerprint else { return false }
            state.fingerprints[set] = pipeline.fingerprint
            if let vain = state.vain[set], plan.repeats(vain) { return false }
            if state.sets[set]?.prediction == nil {
                state.sets[set] = .learning(plan.quantity, share: 0)
                state.generation += 1
            }
            return true
        }
        guard isNew else { return }
        let isIdle = state.withLock { state in
            state.waiting.removeAll { $0.set == set }
            state.waiting.append(Job(plan: plan, set: set, pipeline: pipeline))
            if state.waiting.count > Self.waitingLimit {
                let dropped = state.waiting.removeFirst()
                state.fingerprints[dropped.set] = nil
                if state.sets[dropped.set]?.isUnderWay == true { state.sets[dropped.set] = nil }
                state.generation += 1
            }
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isIdle { queue.async { self.work(learner) } }
    }

    // MARK: - On the queue

    private func work(_ learner: any BackgroundLearner) {
        while let job = next() {
            let fingerprint = job.pipeline.fingerprint
            // Of data that changed meanwhile the next piece of work is.
            guard state.withLock({ $0.fingerprints[job.set] == fingerprint }) else { continue }
            let known = known(job.plan, job.set, job.pipeline, learner)
            state.withLock { $0.vain[job.set] = known.isVain ? job.plan : nil }
            keep(known, job.set, fingerprint)
        }
    }

    private func next() -> Job? {
        state.withLock { state in
            let next = state.waiting.popLast()
            state.isRunning = next != nil
            return next
        }
    }

    private func known(
        _ plan: LearningPlan, _ set: String, _ pipeline: AnalysisPipeline,
        _ learner: any BackgroundLearner
    ) -> PredictionState {
        do {
            // Whatever happens to the process that learns, this one goes on: no word of it is left.
            let name = try model(plan, set, learner)
            return try journal.during(.train, of: set) { try asked(name, plan, pipeline) }
        } catch LearningFault.tooFew(let found, let needed) {
            return .tooFew(plan.quantity, found: found, needed: needed)
        } catch {
            return .failed(plan.quantity)
        }
    }

    /// The name of a model that was taught these data.
    private func model(
        _ plan: LearningPlan, _ set: String, _ learner: any BackgroundLearner
    ) throws -> String {
        let name = plan.fileName(of: set)
        if let card = manager.entry(named: name).card, plan.fits(card.metadata) { return name }
        let bytes = try learner.learn(plan, of: set) { share in
            self.state.withLock { state in
                guard case .learning? = state.sets[set] else { return }
                state.sets[set] = .learning(plan.quantity, share: share)
                state.generation += 1
            }
        }
        return try manager.store(bytes, named: name).name
    }

    private func asked(
        _ name: String, _ plan: LearningPlan, _ pipeline: AnalysisPipeline
    ) throws -> PredictionState {
        let taught = try TaughtModel(manager.file(named: name))
        if let test = BackTest(metadata: taught.metadata), !test.beatsRule {
            return .noBetter(plan.quantity, test)
        }
        return .known(
            try FleetPredictor(
                model: taught, name: name, client: manager.client, source: pipeline.source
            ).prediction())
    }

    private func keep(_ known: PredictionState, _ set: String, _ fingerprint: String) {
        state.withLock { state in
            // A set that was deleted, or has changed, is not to have what was found of the old one.
            guard state.fingerprints[set] == fingerprint, state.sets[set] ?? .none != known
            else { return }
            state.sets[set] = known
            state.generation += 1
        }
    }
}

extension BackTest {
    /// A model is shown that beats the plain rule in so many of a hundred resamplings.
    static let leastWins = 0.95

    /// Whether the model beats the plain rule by more than chance.
    var beatsRule: Bool { (winShare ?? 0) >= Self.leastWins }
}

extension PredictionState {
    /// Whether nothing was learned.
    fileprivate var isVain: Bool {
        switch self {
        case .tooFew, .failed: true
        case .none, .learning, .known, .noBetter: false
        }
    }
}
