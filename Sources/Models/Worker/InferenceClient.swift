import Synchronization
public import Values

/// Loads and runs models in a child process, which is started when first needed, used again while
/// it is healthy, and started anew after a fault.
///
/// Its methods wait for the child, at most as long as the deadlines say: call them from a queue of
/// your own, not from Swift's shared pool. They may be called from several threads and are then
/// served one after the other.
public final class InferenceClient: Sendable {
    private let configuration: InferenceConfiguration
    private let state: Mutex<State>

    /// Kept apart, so that whoever only asks does not wait for a run to end.
    private let knownRuntime = Mutex<RuntimeState?>(nil)

    /// Starts no process yet: the first call that needs one does.
    public init(_ configuration: InferenceConfiguration) {
        self.configuration = configuration
        state = Mutex(State())
    }

    /// What `runtime` has answered, without waiting for it; nil before it has.
    public var askedRuntime: RuntimeState? { knownRuntime.withLock { $0 } }

    /// Whether models can be run. The first call starts the child process, and its answer is kept
    /// until `reset`, a fault included.
    public func runtime() -> RuntimeState {
        if let known = knownRuntime.withLock({ $0 }) { return known }
        let found = state.withLock { state -> RuntimeState in
            do throws(ModelError) {
                return .available(try state.start(configuration))
            } catch .noRuntime(let attempts) {
                return .missing(attempts)
            } catch .fault(let fault) {
                return .faulty(fault)
            } catch {
                return .missing([])
            }
        }
        knownRuntime.withLock { $0 = found }
        return found
    }

    /// Loads a model, unless it is loaded, and returns what it takes and gives.
    ///
    /// - Throws: `noRuntime` or `fault`; see `ModelError`.
    public func load(_ model: ModelFile) throws(ModelError) -> SessionDescription {
        try state.withLock { state throws(ModelError) in
            try state.load(model, configuration)
        }
    }

    /// Runs a model on one tensor per input; returns the named outputs, or all when none is named.
    /// The model is loaded first if it is not.
    ///
    /// - Throws: `noRuntime` or `fault`; see `ModelError`. After a fault other than the runtime's
    ///   own words the next call starts a new process.
    public func run(
        _ model: ModelFile, feeds: [OnnxFeed], outputs: [String] = []
    ) throws(ModelError) -> [OnnxNamedValue] {
        try state.withLock { state throws(ModelError) in
            _ = try state.load(model, configuration)
            return try state.run(model, feeds, outputs, configuration)
        }
    }

    /// Runs a model on many rows of one input of 32-bit numbers; returns the named outputs, row
    /// after row. Rows go over in memory that both processes see.
    ///
    /// - Parameters:
    ///   - rows: The numbers of all rows, one row after another.
    ///   - width: Numbers per row.
    /// - Returns: nil where there is no such memory, the numbers are no whole rows, or an output
    ///   does not have a known count of 32-bit numbers per row: `run(_:feeds:outputs:)` may then
    ///   still do.
    /// - Throws: as `run`.
    public func run(
        _ model: ModelFile, rows: [Float], width: Int, input: String, outputs: [String]
    ) throws(ModelError) -> [[Float]]? {
        try state.withLock { state throws(ModelError) in
            let session = try state.load(model, configuration)
            guard width > 0, rows.count % width == 0,
                let ports = session.rowOutputs(outputs)
            else { return nil }
            return try state.run(
                model, rows, RowBlock.Output(name: input, width: width), ports, configuration)
        }
    }

    /// Ends the child process, once it has answered, and forgets whether there is a library, so
    /// that the next call looks again.
    public func reset() {
        state.withLock { $0 = State() }
        knownRuntime.withLock { $0 = nil }
    }
}

/// What is known of the child process.
private struct State {
    var process: WorkerProcess?
    var runtime: RuntimeState?

    /// Loaded models, the one used last at the end.
    var loaded: [(key: String, session: SessionDescription)] = []

    mutating func start(
        _ configuration: InferenceConfiguration
    ) throws(ModelError) -> RuntimeDescription {
        if case .missing(let attempts) = runtime { throw .noRuntime(attempts) }
        if process != nil, case .available(let description) = runtime { return description }
        do {
            process = try WorkerProcess(
                executable: configuration.executable,
                arguments: [
                    InferenceWorker.hiddenArgument, String(configuration.memoryLimit),
                ], sharedBytes: configuration.sharedBytes)
        } catch {
            throw .fault(InferenceFault(stage: .start, cause: .system(errno: error.errno)))
        }
        let job = WorkerRequest.Job.open(configuration.search.candidates)
        switch try ask(job, at: .open, within: configuration.startDeadline) {
        case .opened(let description):
            runtime = .available(description)
            return description
        case .missing(let attempts):
            self = State()
            runtime = .missing(attempts)
            throw .noRuntime(attempts)
        default:
            throw fail(.open, .malformedAnswer)
        }
    }

    mutating func load(
        _ model: ModelFile, _ configuration: InferenceConfiguration
    ) throws(ModelError) -> SessionDescription {
        if let index = loaded.firstIndex(where: { $0.key == model.sha256 }) {
            loaded.append(loaded.remove(at: index))
            return loaded[loaded.count - 1].session
        }
        _ = try start(configuration)
        while loaded.count >= max(1, configuration.keptModels) {
            let oldest = loaded.removeFirst()
            _ = try ask(.unload(key: oldest.key), at: .load, within: configuration.loadDeadline)
        }
        let job = WorkerRequest.Job.load(key: model.sha256, model: model.bytes)
        switch try ask(job, at: .load, within: configuration.loadDeadline) {
        case .loaded(let session):
            loaded.append((model.sha256, session))
            return session
        default:
            throw fail(.load, .malformedAnswer)
        }
    }

    mutating func run(
        _ model: ModelFile, _ feeds: [OnnxFeed], _ outputs: [String],
        _ configuration: InferenceConfiguration
    ) throws(ModelError) -> [OnnxNamedValue] {
        let job = WorkerRequest.Job.run(key: model.sha256, feeds: feeds, outputs: outputs)
        switch try ask(job, at: .run, within: configuration.runDeadline) {
        case .values(let values): return values
        default: throw fail(.run, .malformedAnswer)
        }
    }

    /// Runs block after block of rows; nil without shared memory, or where a row does not fit.
    mutating func run(
        _ model: ModelFile, _ rows: [Float], _ input: RowBlock.Output,
        _ outputs: [RowBlock.Output], _ configuration: InferenceConfiguration
    ) throws(ModelError) -> [[Float]]? {
        guard let shared = process?.shared else { return nil }
        let width = outputs.reduce(input.width) { $0 + $1.width }
        let most = shared.count / 4 / width / RowBlock.tile * RowBlock.tile
        guard most > 0 else { return nil }
        let count = rows.count / input.width
        var results = outputs.map { _ in [Float]() }
        for index in outputs.indices {
            results[index].reserveCapacity(count * outputs[index].width)
        }
        for start in stride(from: 0, to: count, by: most) {
            let block = RowBlock(
                input: input, rows: min(most, count - start), outputs: outputs)
            shared.write(rows[start * input.width..<(start + block.rows) * input.width])
            let job = WorkerRequest.Job.rows(key: model.sha256, block)
            guard case .rowsDone = try ask(job, at: .run, within: configuration.runDeadline)
            else { throw fail(.run, .malformedAnswer) }
            for index in outputs.indices {
                shared.append(block.results(index), to: &results[index])
            }
        }
        return results
    }

    /// Sends a job and returns its answer; the runtime's own words, and all else that is no answer,
    /// are thrown.
    private mutating func ask(
        _ job: WorkerRequest.Job, at stage: InferenceFault.Stage, within limit: Duration
    ) throws(ModelError) -> WorkerResponse {
        guard let process else { throw fail(stage, .malformedAnswer) }
        let request = WorkerRequest(job, seconds: UInt64(limit.components.seconds) + 1).bytes
        guard request.count <= WorkerMessage.maximumLength else {
            let words = "\(request.count) bytes"
            throw .fault(InferenceFault(stage: stage, cause: .unreadable(words)))
        }
        process.log = []
        let response: WorkerResponse
        do {
            let bytes = try process.exchange(request, until: .now + limit)
            response = try WorkerResponse(bytes: bytes)
        } catch let failure as ExchangeFailure {
            throw fail(stage, process.cause(of: failure, limit: limit))
        } catch {
            throw fail(stage, .malformedAnswer)
        }
        switch response {
        case .failed(_, let message) where InferenceFault.mentionsOutOfMemory(message):
            throw fail(stage, .outOfMemory(message))
        case .failed(let code, let message):
            throw .fault(
                InferenceFault(
                    stage: stage, cause: .message(message, code: code), log: process.logText))
        case .unreadable(let what):
            throw .fault(InferenceFault(stage: stage, cause: .unreadable(what)))
        default:
            return response
        }
    }

    /// Ends the process, from which nothing more can be expected, and describes the fault.
    private mutating func fail(
        _ stage: InferenceFault.Stage, _ cause: InferenceFault.Cause
    ) -> ModelError {
        let log = process?.logText ?? ""
        if process != nil { ModelProcesses.killed() }
        process?.stop()
        process = nil
        loaded = []
        return .fault(InferenceFault(stage: stage, cause: cause, log: log))
    }
}

extension WorkerProcess {
    /// What the child wrote to its standard error, repaired to UTF-8.
    fileprivate var logText: String {
        String(decoding: log, as: UTF8.self)
    }

    /// Ends the child and says what happened to it.
    fileprivate func cause(
        of failure: ExchangeFailure, limit: Duration
    ) -> InferenceFault.Cause {
        let end = stop()
        collectLog()
        switch (failure, end) {
        case (.timedOut, _), (.ended, .signal(InferenceFault.processorTimeSignal)):
            return .timedOut(limit: limit)
        case (.malformed, _): return .malformedAnswer
        case (.system(let error), _): return .system(errno: error.errno)
        case (.ended, .signal) where InferenceFault.mentionsOutOfMemory(logText):
            return .outOfMemory(logText)
        case (.ended, .signal(let number)): return .signal(number)
        case (.ended, .exited(let status)): return .exited(status)
        }
    }
}
