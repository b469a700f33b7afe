import Dispatch
import Models
public import Pipeline
public import Reports
import Synchronization
import Telemetry
public import Values

/// Keeps, for each set that is looked at, the predictions of a model learned from it: has one
/// learned where none fits, asks it when the data change, and tells pages what is there.
///
/// Works on one set at a time on a queue of its own; nobody waits for it.
public final class PredictionDesk: Sendable {
    private struct State {
        var sets: [String: PredictionState] = [:]
        /// Models learned of each set, and what a person chose.
        var versions: [String: ModelVersions] = [:]
        /// Fingerprint of the data that were asked about last, or will be.
        var fingerprints: [String: String] = [:]
        /// Plans that failed, and will not be tried again until the data have grown.
        var vain: [String: LearningPlan] = [:]
        /// The set that was looked at last comes last, and is taken first.
        var waiting: [PredictionJob] = []
        var isRunning = false
        var generation: UInt64 = 0
    }

    /// Sets that may wait, each with its data kept; beyond, the oldest is dropped until its page
    /// asks again.
    private static let waitingLimit = 2

    private let manager: ModelManager
    private let learner: (any BackgroundLearner)?
    private let journal: any WorkJournal
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "predictions", qos: .background)

    /// A desk whose models lie in the folder of `panels`; without a learner nothing is predicted.
    public init(
        _ panels: ModelPanels, learner: (any BackgroundLearner)?,
        journal: any WorkJournal = NoJournal()
    ) {
        manager = panels.manager
        self.learner = learner
        self.journal = journal
    }

    /// Rises with every change that a page would show.
    public var generation: UInt64 { state.withLock(\.generation) }

    /// What is known of a set now; `none` before it was considered.
    public func state(of set: String) -> PredictionState {
        state.withLock { $0.sets[set] ?? .none }
    }

    /// The models learned of a set, and what a person chose; nil before it was considered.
    public func versions(of set: String) -> ModelVersions? {
        state.withLock { $0.versions[set] }
    }

    /// Changes whenever a page of the set would show something else; stable across restarts.
    public func version(of set: String) -> String {
        let chosen = versions(of: set)?.mark ?? ""
        let known = state(of: set)
        switch known {
        case .none: return ""
        case .known(let prediction):
            let total = prediction.rows.reduce(0) { $0 + $1.value }
            return "\(prediction.time) \(total) \(prediction.rows.count) \(chosen)"
        case .learning(_, let share): return "\(Int(clamping: (share * 100).rounded()))"
        case .noBetter(_, let test): return "\(test.winShare ?? 0) \(chosen)"
        case .tooFew(_, let found, _): return "few \(found) \(chosen)"
        case .failed, .off: return "\(known.isOff ? "off" : "failed") \(chosen)"
        }
    }

    /// Drops a deleted set and the models learned of it. Removes files.
    public func forget(_ set: String) {
        state.withLock { state in
            state.sets[set] = nil
            state.versions[set] = nil
            state.fingerprints[set] = nil
            state.vain[set] = nil
            state.generation += 1
        }
        for name in LearningPlan.fileNames(of: set) {
            try? manager.remove(named: name)
            manager.removeHistory(of: name)
        }
    }

    /// Applies a person's choice to the model of a set, and considers the set again. Writes files:
    /// not for threads that serve. False where nothing is learned of such a set, or a file could
    /// not be written.
    public func change(
        _ change: LearningChange, of set: String, _ pipeline: AnalysisPipeline
    ) -> Bool {
        guard let plan = plan(pipeline),
            let versions = try? VersionBook(
                manager: manager, name: plan.fileName(of: set)
            ).change(change)
        else { return false }
        state.withLock { state in
            state.versions[set] = versions
            state.fingerprints[set] = nil
            state.vain[set] = nil
            state.sets[set] = nil
            state.generation += 1
        }
        consider(set, pipeline)
        return true
    }

    private func plan(_ pipeline: AnalysisPipeline) -> LearningPlan? {
        let rows = pipeline.load.files.reduce(0) { $0 + $1.rowsKept }
        return LearningPlan(pipeline.source.catalog, rows: rows)
    }

    /// Queues a set that was loaded: its model is asked, and one is learned where none fits. Does
    /// nothing for data already considered.
    public func consider(_ set: String, _ pipeline: AnalysisPipeline) {
        guard let learner else { return }
        guard let plan = plan(pipeline) else {
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
            state.waiting.append(PredictionJob(plan: plan, set: set, pipeline: pipeline))
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
            // Data that changed meanwhile have a job of their own.
            guard state.withLock({ $0.fingerprints[job.set] == fingerprint }) else { continue }
            let quantity = job.plan.quantity
            let answer = job.answer(manager, learner, journal) { share in
                self.state.withLock { state in
                    guard case .learning? = state.sets[job.set] else { return }
                    state.sets[job.set] = .learning(quantity, share: share)
                    state.generation += 1
                }
            }
            state.withLock { state in
                guard state.fingerprints[job.set] == fingerprint else { return }
                state.vain[job.set] = answer.state.isVain ? job.plan : nil
                state.versions[job.set] = answer.versions
            }
            keep(answer.state, job.set, fingerprint)
        }
    }

    private func next() -> PredictionJob? {
        state.withLock { state in
            let next = state.waiting.popLast()
            state.isRunning = next != nil
            return next
        }
    }

    private func keep(_ known: PredictionState, _ set: String, _ fingerprint: String) {
        state.withLock { state in
            // A set that was deleted or has changed must not get results for its old data.
            guard state.fingerprints[set] == fingerprint, state.sets[set] ?? .none != known
            else { return }
            state.sets[set] = known
            state.generation += 1
        }
    }
}

extension ModelVersions {
    /// The part of it that changes pages.
    fileprivate var mark: String {
        let numbers = [current, pinned, versions.last?.number, since?.horizons, since?.observed]
        return numbers.map { $0.map(String.init) ?? "-" }.joined(separator: ",")
            + (horizon.map { " \($0)" } ?? "")
    }
}

extension PredictionState {
    /// Whether the attempt failed and would fail again on the same data.
    fileprivate var isVain: Bool {
        switch self {
        case .tooFew, .failed: true
        case .none, .learning, .known, .noBetter, .off: false
        }
    }
}
