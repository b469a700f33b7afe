import API
import Dashboard
import HTTP
import Pipeline
import Reports
import Store
import Wording

/// Answers an operation of the API that reads.
struct APIHandler: Sendable {
    let site: Site
    let operation: APIOperation

    func reply(to request: Request) -> Reply {
        site.answering(operation, otherwise: "The answer could not be made.") {
            try await answer(request)
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        await site.lookForSets()
        let query = try APIQuery(request, site)
        if operation == .sets { return sets(query) }
        if let page = operation.page { return try await PageAnswers(site, page).answer(query) }
        let set = try site.known(request.parameters["set"])
        if operation == .set { return query.json(Answers.set, state(set), about: nil) }
        let base = try await site.settled(set)
        return try await SetAnswers(site: site, set: set, base: base, query: query)
            .answer(to: operation)
    }

    private func sets(_ query: APIQuery) -> Response {
        let names = site.store.datasets()
        let part = Listing(names, from: query.offset, limit: query.limit)
        var states = Listing(part.items.map(state), from: 0, limit: query.limit)
        (states.total, states.next) = (part.total, part.next)
        return query.json(Answers.sets, states, about: nil)
    }

    private func state(_ set: String) -> SetState {
        let view = site.store.view(of: set)
        return SetState(
            name: set, state: .init(view.status), snapshot: view.analysed?.snapshot)
    }
}

extension SetState.State {
    /// The state as programs know it; a set that is not known yet is about to be loaded.
    init(_ status: SnapshotStore.Status) {
        switch status {
        case .unknown, .loading: self = .loading
        case .analysing: self = .analysing
        case .ready: self = .ready
        case .failed: self = .failed
        case .setAside: self = .setAside
        }
    }
}
