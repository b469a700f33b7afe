import Dispatch
import Models
public import Pipeline
public import Reports
import Synchronization
import Values

/// Trains one model at a time on a queue of its own; reports progress and can be cancelled.
public final class TrainingDesk: Sendable {
    private struct Job {
        var state = ModelPanel.Training.State.idle
        var isCancelled = false
        var generation: UInt64 = 0

        mutating func set(_ state: ModelPanel.Training.State) {
            self.state = state
            generation += 1
        }
    }

    private let job = Mutex(Job())
    private let queue = DispatchQueue(label: "training", qos: .utility)
    private let manager: ModelManager
    private let journal: any WorkJournal

    /// A desk whose models are stored in the manager's folder.
    init(_ manager: ModelManager, journal: any WorkJournal) {
        self.manager = manager
        self.journal = journal
    }

    /// Rises with every step.
    var generation: UInt64 { job.withLock(\.generation) }

    /// The training that runs, or how the last one ended.
    public var state: ModelPanel.Training.State { job.withLock { $0.state } }

    /// Changes whenever a page would show something else.
    var version: String {
        switch state {
        case .idle: "idle"
        case .running(let task, let set, let share):
            "\(task.rawValue) \(set) \(Int(clamping: (share * 100).rounded()))"
        case .ended(let task, let set, let ending): "\(task.rawValue) \(set) \(ending)"
        }
    }

    /// Starts a training; false where one is running.
    ///
    /// - Parameter horizon: How far ahead to predict failures, in the axis' unit.
    public func start(
        _ task: ModelPanel.Training.Task, set: String, horizon: Double, pipeline: AnalysisPipeline
    ) -> Bool {
        let isFree = job.withLock { job in
            if case .running = job.state { return false }
            job.isCancelled = false
            job.set(.running(task, set: set, share: 0))
            return true
        }
        guard isFree else { return false }
        queue.async { self.run(task, set, horizon, pipeline) }
        return true
    }

    /// Asks the training to stop, which it does at its next report of progress.
    public func cancel() { job.withLock { $0.isCancelled = true } }

    private func run(
        _ task: ModelPanel.Training.Task, _ set: String, _ horizon: Double,
        _ pipeline: AnalysisPipeline
    ) {
        let ending = journal.during(.train, of: set) {
            self.ending(task, set, horizon, pipeline)
        }
        job.withLock { $0.set(.ended(task, set: set, ending)) }
    }

    private func ending(
        _ task: ModelPanel.Training.Task, _ set: String, _ horizon: Double,
        _ pipeline: AnalysisPipeline
    ) -> ModelPanel.Training.Ending {
        do {
            return .done(file: try file(task, set, horizon, pipeline))
        } catch ModelError.cancelled {
            return .cancelled
        } catch ModelError.tooFewRows(let found, let needed) {
            return .tooFew(found: found, needed: needed)
        } catch ModelError.file(_, let errno) {
            return .notStored(errno: errno)
        } catch {
            return .failed
        }
    }

    private func file(
        _ task: ModelPanel.Training.Task, _ set: String, _ horizon: Double,
        _ pipeline: AnalysisPipeline
    ) throws -> String {
        let name = ModelPanels.fileName(task.rawValue, set)
        guard let kind = PredictionRecipe.Task(rawValue: task.rawValue) else {
            let learned = try TrainedAutoencoder(pipeline) { share throws(ModelError) in
                try self.report(task, set, share)
            }
            return try manager.keep(learned, named: name)
        }
        let trained = try PredictionTraining(kind, horizon: horizon)
            .train(on: pipeline.source) { share throws(ModelError) in
                try self.report(task, set, share)
            }
        try report(task, set, 1)
        return try manager.store(trained.onnx(), named: name).name
    }

    private func report(
        _ task: ModelPanel.Training.Task, _ set: String, _ share: Double
    ) throws(ModelError) {
        let isCancelled = job.withLock { job in
            job.set(.running(task, set: set, share: share))
            return job.isCancelled
        }
        if isCancelled { throw .cancelled }
    }
}
