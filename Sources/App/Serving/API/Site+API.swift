import API
import HTTP
import Pipeline
import Reports
import Store
import Wording

extension Site {
    /// The answer of an operation; what it throws becomes a problem document.
    ///
    /// - Parameter sentence: What is told of an error that the client can do nothing about; the log
    ///   names it.
    func answering(
        _ operation: APIOperation, otherwise sentence: String,
        _ work: @escaping @Sendable () async throws -> Response
    ) -> Reply {
        .later {
            do {
                return try await work()
            } catch let problem as APIProblem {
                return problem.response
            } catch {
                log.error("api", [("operation", operation.rawValue), ("error", "\(error)")])
                return .problem(.internalServerError, sentence)
            }
        }
    }

    /// The set of that name.
    ///
    /// - Throws: `APIProblem` where there is none.
    func known(_ name: String?) throws(APIProblem) -> String {
        guard let name, store.datasets().contains(name) else { throw .noSuchSet(name ?? "") }
        return name
    }

    /// The analysis of a set; scripts ask right after a start, so it is waited for.
    ///
    /// - Throws: `APIProblem` where there is none after half a minute, or never will be.
    func settled(_ set: String) async throws(APIProblem) -> AnalysedSnapshot {
        if store.view(of: set).analysed == nil {
            _ = await waitUntilReady(set, for: .seconds(30))
        }
        let view = store.view(of: set)
        if let analysed = view.analysed { return analysed }
        let words = PlainPhrases()
        switch view.status {
        case .failed(let error):
            throw APIProblem(.unprocessableContent, words.loadError(error), at: "set")
        case .setAside(let aside):
            throw APIProblem(
                .serviceUnavailable,
                words.problem(.setAside(aside, set: set), status: 503), at: "set")
        default:
            throw APIProblem(
                .serviceUnavailable, "The data set “\(set)” is still being read.", at: "set")
        }
    }
}
