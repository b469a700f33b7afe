/// Which requests are served at all: the host they address and the origin they come from.
struct AccessPolicy: Sendable {
    private let hosts: Set<String>

    init(additionalHosts: Set<String>) {
        hosts = additionalHosts.union(["localhost", "127.0.0.1", "[::1]"])
    }

    /// Any port is accepted, since the client may come through a forwarded one; so is HTTP/1.0
    /// without a host. Methods that may change state must also come from a page of this server.
    func check(_ head: RequestHead) throws(Rejection) {
        if let authority = head.authority, !hosts.contains(authority.host) { throw .unknownHost }
        if !head.method.isSafe { try checkOrigin(head) }
    }

    /// Checks `Origin` or, where an old browser or a filter left that out, `Referer`, and
    /// `Sec-Fetch-Site`. Clients that are not browsers send none of these and carry no one's
    /// cookies.
    private func checkOrigin(_ head: RequestHead) throws(Rejection) {
        if head.fields.contains("Origin") {
            try require(head.fields.rawValues(of: "Origin"), of: head)
        } else if !head.fields.contains("Sec-Fetch-Site"), head.fields.contains("Referer") {
            let pages = head.fields.rawValues(of: "Referer")
            try require(pages.map(Self.origin(ofPage:)), of: head)
        }
        if let site = head.fields.rawValue(of: "Sec-Fetch-Site"),
            !site.elementsEqual("same-origin".utf8), !site.elementsEqual("none".utf8)
        {
            throw .crossOrigin
        }
    }

    /// Throws unless there is exactly one origin and it is the one the request was sent to.
    private func require(
        _ origins: [ArraySlice<UInt8>], of head: RequestHead
    ) throws(Rejection) {
        guard origins.count == 1, let origin = origins.first, let authority = head.authority,
            Self.isSame(origin, authority)
        else { throw .crossOrigin }
    }

    /// `http://host:1` of `http://host:1/path?query`; anything that is no such URL as it is.
    private static func origin(ofPage address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let colon = address.firstIndex(of: .colon) else { return address }
        let rest = address[colon...].dropFirst("://".utf8.count)
        let end = rest.firstIndex { "/?#".utf8.contains($0) }
        return address[..<(end ?? address.endIndex)]
    }

    /// Compares `http://host[:port]`, or https as a proxy that ends TLS sees it. `null` is never
    /// the same.
    private static func isSame(_ origin: ArraySlice<UInt8>, _ authority: Authority) -> Bool {
        for (scheme, port) in [("http://", 80), ("https://", 443)]
        where origin.starts(with: scheme.utf8) {
            guard let named = Authority(origin.dropFirst(scheme.utf8.count)) else { return false }
            return named.host == authority.host
                && named.port ?? port == authority.port ?? port
        }
        return false
    }
}
