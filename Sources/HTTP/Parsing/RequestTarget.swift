/// What a request asks for, in one of the four forms of RFC 9112 §3.2.
struct RequestTarget: Sendable {
    enum Form: Equatable, Sendable {
        case origin
        case absolute(Authority)
        case authority
        case asterisk
    }

    let form: Form
    let raw: String
    /// Decoded once; without empty, `.` or `..` segments, NUL, control bytes or backslashes.
    let path: String
    let query: QueryItems

    /// A path that is already decoded.
    init(path: String, query: QueryItems) {
        (form, raw, self.path, self.query) = (.origin, path, path, query)
    }

    init(_ bytes: ArraySlice<UInt8>, method: Method) throws(Rejection) {
        raw = String(decoding: bytes, as: UTF8.self)
        if method == .connect {
            guard Authority(bytes)?.port != nil else { throw .malformedTarget }
            (form, path, query) = (.authority, "", QueryItems())
        } else if bytes.elementsEqual([UInt8(ascii: "*")]) {
            guard method == .options else { throw .malformedTarget }
            (form, path, query) = (.asterisk, "*", QueryItems())
        } else if bytes.first == .slash {
            form = .origin
            (path, query) = try Self.pathAndQuery(bytes)
        } else {
            let (authority, rest) = try Self.splitAbsolute(bytes)
            form = .absolute(authority)
            if rest.isEmpty {
                // OPTIONS on a whole server, as a proxy writes it (RFC 9112 §3.2.4).
                (path, query) = (method == .options ? "*" : "/", QueryItems())
            } else {
                (path, query) = try Self.pathAndQuery(rest)
            }
        }
    }

    /// Splits authority from path and query. Only `http` is served: an `https` target over a plain
    /// connection is meant for another server (RFC 9110 §7.4).
    private static func splitAbsolute(
        _ bytes: ArraySlice<UInt8>
    ) throws(Rejection) -> (Authority, ArraySlice<UInt8>) {
        let secure = bytes.prefix(8).equalsIgnoringCase("https://")
        guard secure || bytes.prefix(7).equalsIgnoringCase("http://") else {
            throw .malformedTarget
        }
        let rest = bytes.dropFirst(secure ? 8 : 7)
        let end = rest.firstIndex { $0 == .slash || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        guard let authority = Authority(rest[..<end]) else { throw .malformedTarget }
        if secure { throw .unknownHost }
        return (authority, rest[end...])
    }

    private static func pathAndQuery(
        _ bytes: ArraySlice<UInt8>
    ) throws(Rejection) -> (String, QueryItems) {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else {
            return (try normalizedPath(bytes), QueryItems())
        }
        let encoded = bytes[(mark + 1)...]
        guard encoded.allSatisfy({ $0.isQueryCharacter || $0 == .percent }),
            let query = QueryItems(urlEncoded: encoded)
        else { throw .malformedTarget }
        return (try normalizedPath(bytes[..<mark]), query)
    }

    /// Refuses `.` and `..` instead of resolving them: clients resolve them before they send, so
    /// one that arrives is an attempt to leave the root. Refuses an encoded slash or backslash too,
    /// which whoever splits the path next would read differently.
    private static func normalizedPath(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> String {
        var path: [UInt8] = []
        path.reserveCapacity(bytes.count + 1)
        for segment in bytes.split(separator: .slash) {
            guard segment.allSatisfy({ $0.isPathCharacter || $0 == .percent }),
                let decoded = PercentEncoding.decoded(segment),
                decoded.allSatisfy({
                    $0 >= 0x20 && $0 != 0x7F && $0 != .slash && $0 != UInt8(ascii: "\\")
                }),
                decoded != [UInt8(ascii: ".")],
                decoded != [UInt8(ascii: "."), UInt8(ascii: ".")]
            else { throw .malformedTarget }
            path.append(.slash)
            path.append(contentsOf: decoded)
        }
        if path.isEmpty || bytes.last == .slash { path.append(.slash) }
        guard let text = String(validating: path, as: UTF8.self) else { throw .malformedTarget }
        return text
    }
}
