/// `method SP request-target SP HTTP-version` (RFC 9112 §3).
struct RequestLine {
    let method: Method
    let target: RequestTarget
    /// 0 or 1; a higher minor version is served as 1.1 (RFC 9110 §2.5).
    let minorVersion: Int

    /// Allows exactly one space between the parts: lenient reading of other white space has been
    /// used to smuggle requests.
    init(_ line: ArraySlice<UInt8>) throws(Rejection) {
        guard let first = line.firstIndex(of: .space),
            let last = line.lastIndex(of: .space), first < last
        else { throw .malformedRequestLine }
        let token = line[..<first]
        let target = line[(first + 1)..<last]
        guard !token.isEmpty, token.allSatisfy(\.isToken), !target.isEmpty,
            target.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .malformedRequestLine }
        minorVersion = try Self.minorVersion(line[(last + 1)...])
        method = Method(String(decoding: token, as: UTF8.self))
        self.target = try RequestTarget(target, method: method)
    }

    /// Two single digits, so that `HTTP/1.10` is no version at all (RFC 9112 §2.3).
    private static func minorVersion(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> Int {
        let start = bytes.startIndex
        guard bytes.count == 8, bytes.starts(with: "HTTP/".utf8),
            bytes[start + 5].isDigit, bytes[start + 6] == UInt8(ascii: "."),
            bytes[start + 7].isDigit
        else { throw .malformedRequestLine }
        guard bytes[start + 5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        return bytes[start + 7] == UInt8(ascii: "0") ? 0 : 1
    }
}
