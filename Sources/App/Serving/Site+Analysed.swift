import HTTP
import Pipeline
import Store
import Wording

extension Site {
    /// A set that was asked for, or the answer where it cannot be had.
    enum Found: Sendable {
        case ready(set: String, AnalysedSnapshot)
        case problem(Response)
    }

    /// The snapshot of a set, or of the one that changed last; waits up to half a minute for it,
    /// since scripts do not look again.
    func analysed(_ name: String?, for request: Request) async -> Found {
        await lookForSets()
        guard let set = name ?? defaultSet(), store.datasets().contains(set) else {
            return .problem(problem(.noSuchSet(name ?? ""), .notFound, for: request))
        }
        if store.view(of: set).analysed == nil {
            _ = await waitUntilReady(set, for: .seconds(30))
        }
        let view = store.view(of: set)
        if let base = view.analysed { return .ready(set: set, base) }
        // Waiting does not help a set that cannot be read.
        if case .failed(let error) = view.status {
            return .problem(problem(.load(error), .unprocessableContent, for: request))
        }
        return .problem(unavailable(set, for: request))
    }
}
