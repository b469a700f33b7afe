/// A request that was read completely and found valid.
package struct Request: Sendable {
    private let head: RequestHead
    /// The numeric address of the peer.
    package let remoteAddress: String
    package internal(set) var body: RequestBody
    /// What the segments `:name` of the route's pattern stood for, decoded.
    package internal(set) var parameters: [String: String] = [:]

    /// A request without sockets, for tests and walks through the site. `path` is taken as already
    /// decoded.
    package init(
        method: Method = .get, path: String = "/", query: QueryItems = QueryItems(),
        headers: HeaderFields = HeaderFields(), body: RequestBody = .none,
        remoteAddress: String = "127.0.0.1"
    ) {
        head = RequestHead(method, RequestTarget(path: path, query: query), headers)
        self.remoteAddress = remoteAddress
        self.body = body
    }

    /// A request for a target as a client would send it, for walks through the site without
    /// sockets; nil where the target is malformed (RFC 9112 §3.2).
    package init?(method: Method = .get, target: String, body: RequestBody = .none) {
        guard let parsed = try? RequestTarget(Array(target.utf8)[...], method: method) else {
            return nil
        }
        head = RequestHead(method, parsed, HeaderFields())
        remoteAddress = "127.0.0.1"
        self.body = body
    }

    init(_ head: RequestHead, remoteAddress: String) {
        self.head = head
        self.remoteAddress = remoteAddress
        body = .none
    }

    /// The method, one that this server knows.
    package var method: Method { head.method }

    /// The decoded path: starts with `/`, has no empty, `.` or `..` segment but perhaps a final
    /// slash, no NUL, control byte or backslash. `*` for `OPTIONS *`.
    package var path: String { head.target.path }

    /// The target exactly as it was sent, query included.
    package var rawTarget: String { head.target.raw }

    package var query: QueryItems { head.target.query }

    package var headers: HeaderFields { head.fields }

    /// The host and port the client addressed; nil in HTTP/1.0 and for requests made by hand
    /// without `Host`.
    package var authority: Authority? { head.authority }

    /// The value of the first cookie of that name; nil without one (RFC 6265 §4.2).
    package func cookie(named name: String) -> String? {
        for field in headers.values(named: "Cookie") {
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.trimmingBlanks.split(
                    separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].elementsEqual(name.utf8) {
                    return String(decoding: parts[1], as: UTF8.self)
                }
            }
        }
        return nil
    }
}
