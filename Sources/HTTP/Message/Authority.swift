/// A host and an optional port, as in `Host` and `Origin` (RFC 3986 §3.2).
package struct Authority: Hashable, Sendable {
    /// The host in lower case; an IPv6 address keeps its brackets.
    package let host: String
    package let port: Int?

    /// Parses `uri-host [":" port]`; an empty port counts as none. Nil for user information, an
    /// empty host, a port beyond 65535 and whatever else the grammar does not allow.
    package init?(_ text: String) { self.init(Array(text.utf8)[...]) }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard let hostEnd = Self.endOfHost(bytes), hostEnd > bytes.startIndex else { return nil }
        let rest = bytes[hostEnd...]
        guard rest.isEmpty || rest.first == .colon else { return nil }
        let digits = rest.dropFirst()
        guard digits.count <= 5, digits.allSatisfy(\.isDigit) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        guard number <= 65535 else { return nil }
        host = String(decoding: bytes[..<hostEnd].map(\.lowercased), as: UTF8.self)
        port = digits.isEmpty ? nil : number
    }

    private static func endOfHost(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let address = bytes[(bytes.startIndex + 1)..<close]
            let isAddress = address.allSatisfy {
                $0.hexDigitValue != nil || $0 == .colon || $0 == UInt8(ascii: ".")
            }
            guard isAddress, address.count(where: { $0 == .colon }) >= 2 else { return nil }
            return close + 1
        }
        let end = bytes.firstIndex(of: .colon) ?? bytes.endIndex
        let isName = bytes[..<end].allSatisfy { $0.isPathCharacter && $0 != UInt8(ascii: "@") }
        return isName ? end : nil
    }
}
