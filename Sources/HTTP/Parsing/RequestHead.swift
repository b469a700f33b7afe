/// The head of a request, checked for everything that does not depend on this server's settings.
///
/// A class, so that passing a request on copies a single reference.
final class RequestHead: Sendable {
    let method: Method
    let target: RequestTarget
    let minorVersion: Int
    let fields: HeaderFields
    /// The host the client addressed; nil in HTTP/1.0 and for requests made by hand without `Host`.
    let authority: Authority?
    let framing: BodyFraming
    /// Whether the client waits for `100 Continue` before it sends the content.
    let expectsContinue: Bool
    /// Whether the client wants the connection kept (RFC 9112 §9.3).
    let keepsAlive: Bool

    init(_ line: RequestLine, _ fields: HeaderFields) throws(Rejection) {
        method = line.method
        target = line.target
        minorVersion = line.minorVersion
        self.fields = fields
        authority = try Self.authority(line, fields)
        framing = try BodyFraming(fields, minorVersion: line.minorVersion)
        expectsContinue = try Self.expectsContinue(line, fields)
        keepsAlive = Self.keepsAlive(line, fields)
        switch method {
        case .other, .connect: throw .unknownMethod
        default: break
        }
    }

    /// A head made by hand, without content and unchecked.
    init(_ method: Method, _ target: RequestTarget, _ fields: HeaderFields) {
        self.method = method
        self.target = target
        minorVersion = 1
        self.fields = fields
        authority = fields["Host"].flatMap(Authority.init(_:))
        framing = .none
        expectsContinue = false
        keepsAlive = true
    }

    /// Exactly one well-formed `Host` in HTTP/1.1; an absolute target overrides it (RFC 9112
    /// §3.2.2).
    private static func authority(
        _ line: RequestLine, _ fields: HeaderFields
    ) throws(Rejection) -> Authority? {
        let hosts = fields.rawValues(of: "Host")
        guard hosts.count == 1 || hosts.isEmpty && line.minorVersion == 0 else {
            throw .malformedHost
        }
        var authority: Authority?
        if let host = hosts.first {
            authority = Authority(host)
            if authority == nil { throw .malformedHost }
        }
        if case .absolute(let named) = line.target.form { return named }
        return authority
    }

    /// HTTP/1.0 clients know no 1xx answers: their expectation is ignored (RFC 9110 §10.1.1).
    private static func expectsContinue(
        _ line: RequestLine, _ fields: HeaderFields
    ) throws(Rejection) -> Bool {
        guard line.minorVersion > 0, fields.contains("Expect") else { return false }
        let expectations = fields.members(of: "Expect")
        guard expectations.allSatisfy({ $0.equalsIgnoringCase("100-continue") }) else {
            throw .unmetExpectation
        }
        return !expectations.isEmpty
    }

    private static func keepsAlive(_ line: RequestLine, _ fields: HeaderFields) -> Bool {
        guard fields.contains("Connection") else { return line.minorVersion > 0 }
        let options = fields.members(of: "Connection")
        if options.contains(where: { $0.equalsIgnoringCase("close") }) { return false }
        return line.minorVersion > 0
            || options.contains { $0.equalsIgnoringCase("keep-alive") }
    }
}
