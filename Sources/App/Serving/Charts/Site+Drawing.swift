import Dashboard
import HTTP
import Printing
import Store
import Telemetry
import Wording

extension Site {
    /// A data set whose analysis is there, or the answer that says why not.
    private enum ReadySet {
        case set(String)
        case refused(Response)
    }

    /// The set that an address names. Scripts ask right after a start, so it is waited for.
    private func readySet(_ query: PageQuery, for request: Request) async -> ReadySet {
        await lookForSets()
        guard let set = query.set ?? defaultSet(), store.datasets().contains(set) else {
            return .refused(problem(.noSuchSet(query.set ?? ""), .notFound, for: request))
        }
        if store.view(of: set).analysed == nil {
            _ = await waitUntilReady(set, for: .seconds(30))
        }
        let view = store.view(of: set)
        guard view.analysed == nil else { return .set(set) }
        if case .failed(let error) = view.status {
            return .refused(problem(.load(error), .unprocessableContent, for: request))
        }
        return .refused(unavailable(set, for: request))
    }

    /// The answer that `make` gives of the set that the address names, once that is analysed and its
    /// notes are there; else the one that says why not.
    func answer(
        about query: PageQuery, for request: Request,
        _ make: (String) async -> Response
    ) async -> Response {
        switch await readySet(query, for: request) {
        case .refused(let response): return response
        case .set(let set):
            await loadNotes(of: set)
            return await make(set)
        }
    }

    /// Draws in a child process, at most two at a time, away from the threads that serve.
    func draw(_ job: DrawingJob) async throws(DrawingProcess.Failure) -> [UInt8] {
        let process = DrawingProcess(scratch: folder.incoming)
        let result = await drawings.run { () -> Result<[UInt8], DrawingProcess.Failure> in
            do throws(DrawingProcess.Failure) {
                return .success(try process.draw(job))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The answer where there is no drawing; the log has the reason.
    func refusal(_ failure: DrawingProcess.Failure, for request: Request) -> Response {
        switch failure {
        case .missing(let use, let file):
            log.info("drawing", [("missing", file)])
            return problem(
                .missingPackages(use.packages), .notImplemented, for: request)
        case .failed(let reason):
            log.error("drawing", [("error", reason)])
            return problem(.internalFailure, .internalServerError, for: request)
        }
    }
}
