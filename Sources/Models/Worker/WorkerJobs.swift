/// The worker's side of the requests: the library and the models it has loaded.
struct WorkerJobs {
    private var runtime: OnnxRuntime?
    private var sessions: [String: OnnxSession] = [:]
    private let shared: SharedMemory?

    /// Rows come in `shared`; nil where there is none.
    init(shared: SharedMemory?) { self.shared = shared }

    mutating func perform(_ job: WorkerRequest.Job) -> WorkerResponse {
        do {
            return try answer(job)
        } catch let missing as LibraryMissing {
            return .missing(missing.attempts)
        } catch let error as OnnxRuntimeError {
            return .failed(code: error.code, message: error.message)
        } catch let error as UnreadableValue {
            return .unreadable(error.what)
        } catch {
            return .unreadable(String(describing: error))
        }
    }

    private mutating func answer(_ job: WorkerRequest.Job) throws -> WorkerResponse {
        switch job {
        case .open(let candidates):
            let opened = try runtime ?? OnnxRuntime(opening: candidates)
            runtime = opened
            return .opened(opened.description)
        case .load(let key, let model):
            guard let runtime else { return .missing([]) }
            let session = try OnnxSession(runtime, model: model)
            sessions[key] = session
            return .loaded(session.description)
        case .run(let key, let feeds, let outputs):
            guard let session = sessions[key] else { return .unreadable("no session") }
            return .values(try session.run(feeds, outputs: outputs))
        case .rows(let key, let block):
            guard let session = sessions[key], let shared else {
                return .unreadable("no session")
            }
            try session.run(block, in: shared)
            return .rowsDone
        case .unload(let key):
            sessions[key] = nil
            return .unloaded
        }
    }
}
