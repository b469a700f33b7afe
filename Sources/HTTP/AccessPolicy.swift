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

    /// Clients that are not browsers send neither field and carry no one's cookies.
    private func checkOrigin(_ head: RequestHead) throws(Rejection) {
        if let site = head.fields.rawValue(of: "Sec-Fetch-Site"),
            !site.elementsEqual("same-origin".utf8), !site.elementsEqual("none".utf8)
        {
            throw .crossOrigin
        }
        guard head.fields.contains("Origin") else { return }
        let origins = head.fields.rawValues(of: "Origin")
        guard origins.count == 1, let origin = origins.first, let authority = head.authority,
            Self.isSame(origin, authority)
        else { throw .crossOrigin }
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
