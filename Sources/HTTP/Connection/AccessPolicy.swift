/// Which requests are served at all: the host they address and the origin they come from.
struct AccessPolicy: Sendable {
    private let hosts: Set<String>

    init(additionalHosts: Set<String>) {
        hosts = additionalHosts.union(["localhost", "127.0.0.1", "[::1]"])
    }

    /// Any port is accepted: the client may come through a forwarded one.
    func check(_ head: RequestHead) throws(Rejection) {
        if let authority = head.authority, !hosts.contains(authority.host) { throw .unknownHost }
        if !head.method.isSafe { try checkOrigin(head) }
    }

    /// What says where a request comes from: `Origin`, and where an old browser or a filter has
    /// left that out, `Referer`. Clients that are not browsers send none of these fields and carry
    /// no one's cookies.
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

    /// There must be one origin, and it must be the one that the request is sent to.
    private func require(
        _ origins: [ArraySlice<UInt8>], of head: RequestHead
    ) throws(Rejection) {
        guard origins.count == 1, let origin = origins.first, let authority = head.authority,
            Self.isSame(origin, authority)
        else { throw .crossOrigin }
    }

    /// `http://host:1` of `http://host:1/path?query`; anything else than such an address as it is.
    private static func origin(ofPage address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let colon = address.firstIndex(of: .colon) else { return address }
        let rest = address[colon...].dropFirst("://".utf8.count)
        let end = rest.firstIndex { "/?#".utf8.contains($0) }
        return address[..<(end ?? address.endIndex)]
    }

    /// `http://host[:port]`, or https in front of a proxy that ends TLS; never `null`.
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
