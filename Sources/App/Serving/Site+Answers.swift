import Dashboard
import Foundation
import HTTP
import Markup
import Store
import Wording

extension Site {
    /// Sends the browser to a page of a set, with what has just happened, in the language that the
    /// request's address names.
    func redirect(
        to path: String, set: String?, notices: [Notice], for request: Request
    ) -> Response {
        var items: [URLQueryItem] = []
        if let set { items.append(URLQueryItem(name: "set", value: set)) }
        if let language = Self.manner(request).language {
            items.append(URLQueryItem(name: "lang", value: language.rawValue))
        }
        if !notices.isEmpty {
            items.append(URLQueryItem(name: "flash", value: "\(flashes.keep(notices))"))
        }
        var components = URLComponents()
        components.path = path
        components.queryItems = items.isEmpty ? nil : items
        // A plus sign in a value would be read as a space.
        let location = components.string?.replacingOccurrences(of: "+", with: "%2B") ?? path
        return .redirect(to: location)
    }

    /// The answer where a set cannot be had now: it is set aside, or not read yet.
    func unavailable(_ set: String, for request: Request) -> Response {
        if case .setAside(let aside) = store.view(of: set).status {
            return problem(.setAside(aside, set: set), .serviceUnavailable, for: request)
        }
        return problem(.busy, .serviceUnavailable, for: request)
    }

    /// Whether the set's snapshot is ready within the time; false at once where reading fails.
    func waitUntilReady(_ set: String, for limit: Duration) async -> Bool {
        guard await waitUntilSettled(set, for: limit) else { return false }
        if case .ready = store.view(of: set).status { return true }
        return false
    }

    /// Whether reading the set has ended within the time, well or badly.
    func waitUntilSettled(_ set: String, for limit: Duration) async -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while store.view(of: set).status.isUnderWay {
            guard clock.now < end else { return false }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return true
    }
}

extension Site {
    /// Does what reads or changes the files of a set, one piece after the other, away from the
    /// threads that serve.
    func work<Value: Sendable>(
        of set: String, _ work: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            store.scheduler.submit(.storage, of: set) { continuation.resume(returning: work()) }
        }
    }

    /// Does what changes the files of models, one piece after the other.
    func workOnModels<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async -> Value {
        // No set can have this name.
        await self.work(of: "/models", work)
    }

    /// Looks for data sets where the last look found none: whoever adds the first one need not wait
    /// for the next look.
    func lookForSets() async {
        guard store.datasets().isEmpty else { return }
        await work(of: "/") { store.look() }
    }

    /// Reads the notes of a set that are not in memory yet.
    func loadNotes(of set: String) async {
        guard !notes.knows(set) else { return }
        _ = await work(of: set) { notes.notes(of: set) }
    }
}
