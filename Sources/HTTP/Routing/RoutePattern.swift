/// A path of fixed segments and of names that each stand for one segment: `/devices/:name`.
struct RoutePattern: Sendable {
    private enum Segment: Sendable {
        case fixed(Substring)
        case parameter(String)
    }

    private let segments: [Segment]
    /// The pattern itself where it has no parameters; nil for any that holds a colon.
    let exactPath: String?

    init(_ pattern: String) {
        precondition(pattern.hasPrefix("/"), "a route's pattern starts with a slash")
        segments = Self.split(pattern).map {
            $0.hasPrefix(":") ? .parameter(String($0.dropFirst())) : .fixed($0)
        }
        exactPath = pattern.utf8.contains(.colon) ? nil : pattern
    }

    /// The parts of `path` that stand for the parameters; nil where it does not fit.
    func parameters(in path: String) -> [String: String]? {
        let parts = Self.split(path)
        guard parts.count == segments.count else { return nil }
        var found: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            switch segment {
            case .fixed(let text): if text != part { return nil }
            case .parameter(let name):
                if part.isEmpty { return nil }
                found[name] = String(part)
            }
        }
        return found
    }

    private static func split(_ path: String) -> [Substring] {
        path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }
}
