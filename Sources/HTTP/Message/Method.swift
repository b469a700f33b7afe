/// A request method (RFC 9110 §9). Names are case-sensitive: `get` is not `GET`.
package enum Method: Hashable, Sendable {
    /// The methods of RFC 9110 §9.3 and RFC 5789.
    case get, head, post, put, delete, connect, options, trace, patch
    /// Any other token.
    case other(String)

    package init(_ token: String) {
        self = Self.known.first { $0.token == token } ?? .other(token)
    }

    /// The token as it stands in a request line.
    package var token: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .delete: "DELETE"
        case .connect: "CONNECT"
        case .options: "OPTIONS"
        case .trace: "TRACE"
        case .patch: "PATCH"
        case .other(let token): token
        }
    }

    /// Whether the method asks for no change of state (RFC 9110 §9.2.1).
    package var isSafe: Bool {
        switch self {
        case .get, .head, .options, .trace: true
        default: false
        }
    }

    /// Whether content has a meaning with this method; for all others it is read and dropped.
    var takesContent: Bool { self == .post || self == .put || self == .patch }

    static let known: [Method] = [
        .get, .head, .post, .put, .delete, .connect, .options, .trace, .patch,
    ]
}
