import Dispatch
public import Pipeline
public import Reports
import Synchronization
import Telemetry
public import Values

/// Runs the models on devices, one at a time on a queue of its own, and keeps their answers.
/// Callers get what is there at the time, complete or with models still to answer.
public final class PanelDesk: Sendable {
    /// A device of an analysis, for which a panel is wanted.
    public struct Question: Sendable {
        /// The device that the models are run on.
        public let device: DeviceRef
        /// The analysis whose built-in detectors are compared with the models.
        let analysed: AnalysedSnapshot
        let key: Key

        /// A device of the analysis of a choice.
        public init(_ device: DeviceRef, beside analysed: AnalysedSnapshot, _ choice: Choice) {
            self.device = device
            self.analysed = analysed
            // Clustering does not affect panels.
            var choice = choice
            choice.clusters = ClusterChoice()
            key = Key(
                data: analysed.pipeline.fingerprint, choice: choice, device: device.index)
        }

        var pipeline: AnalysisPipeline { analysed.pipeline }
    }

    /// What a panel depends on besides the models.
    struct Key: Hashable {
        var data: String
        var choice: Choice
        var device: Int
    }

    private struct Entry {
        var panel: ModelPanel
        /// The generation of the model catalog that it was made with.
        var generation: UInt64
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        /// The latest question comes last and is taken first: somebody looks at its page now.
        var waiting: [(question: Question, done: @Sendable () -> Void)] = []
        var isRunning = false
        var clock: UInt64 = 0
        var generation: UInt64 = 0
    }

    private let panels: ModelPanels
    private let journal: any WorkJournal
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "models", qos: .userInitiated)

    /// Panels kept of all sets together; each is bounded by `ModelPanels.rowLimit`.
    static let limit = 48
    /// Questions that may wait; beyond, the oldest is dropped, and its page asks again when it
    /// refreshes.
    static let waitingLimit = 64
    /// How long a page waits for answers where the models are idle, and where they are busy.
    static let timeout = (free: Duration.seconds(3), busy: Duration.milliseconds(20))

    /// A desk for the models of `panels`; runs are recorded in the journal.
    public init(_ panels: ModelPanels, journal: any WorkJournal = NoJournal()) {
        self.panels = panels
        self.journal = journal
    }

    /// Rises with every answer, every change of the folder, and every step of a training.
    public var generation: UInt64 {
        state.withLock(\.generation) &+ panels.catalog.generation &+ panels.desk.generation
    }

    /// Reads the folder of models again; returns when that is done, or after 20 ms.
    public func lookForFiles() async {
        await panels.catalog.look(timeout: Self.timeout.busy)
    }

    /// The panel of a device with the answers that came within three seconds; within 20 ms where
    /// the models are busy for another page.
    public func panel(_ question: Question) async -> ModelPanel {
        var panel = await answered(question)
        panel.training = panels.training(question)
        return panel
    }

    private func answered(_ question: Question) async -> ModelPanel {
        let generation = panels.catalog.generation
        if let whole = found(question.key, generation), whole.isComplete { return whole }
        let isBusy = state.withLock(\.isRunning)
        await Timeout.wait(isBusy ? Self.timeout.busy : Self.timeout.free) { done in
            ask(question, done)
        }
        return found(question.key, generation) ?? panels.pending(question)
    }

    private func found(_ key: Key, _ generation: UInt64) -> ModelPanel? {
        state.withLock { state in
            guard let entry = state.entries[key], entry.generation == generation else {
                return nil
            }
            state.clock += 1
            state.entries[key]?.lastUse = state.clock
            return entry.panel
        }
    }

    private func ask(_ question: Question, _ done: @escaping @Sendable () -> Void) {
        let isIdle = state.withLock { state in
            state.waiting.append((question, done))
            if state.waiting.count > Self.waitingLimit { state.waiting.removeFirst() }
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isIdle { queue.async { self.work() } }
    }

    // MARK: - On the queue

    private func work() {
        while let (question, done) = next() {
            let generation = panels.catalog.generation
            if found(question.key, generation)?.isComplete != true {
                journal.during(.diagnose, of: question.pipeline.source.catalog.name) {
                    panels.answer(question) { keep($0, question.key, generation) }
                }
            }
            done()
        }
    }

    private func next() -> (question: Question, done: @Sendable () -> Void)? {
        state.withLock { state in
            let next = state.waiting.popLast()
            state.isRunning = next != nil
            return next
        }
    }

    private func keep(_ panel: ModelPanel, _ key: Key, _ generation: UInt64) {
        state.withLock { state in
            state.clock += 1
            state.generation += 1
            state.entries[key] = Entry(
                panel: panel, generation: generation, lastUse: state.clock)
            guard state.entries.count > Self.limit,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            else { return }
            state.entries[oldest.key] = nil
        }
    }
}
