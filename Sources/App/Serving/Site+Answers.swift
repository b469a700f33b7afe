import Dashboard
import Foundation
import HTTP
import Markup
import Pipeline

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

    /// Whether the set's snapshot is there within the time; false also when it failed.
    func waitUntilReady(_ set: String, for limit: Duration) async -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while clock.now < end {
            switch store.view(of: set).status {
            case .ready: return true
            case .failed: return false
            default: break
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
