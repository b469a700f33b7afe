import HTTP

/// Lets pages of named origins read what programs get (CORS of the Fetch standard).
///
/// Only reading is shared, and only of `/api/` and the pages' JSON: a request that changes something
/// and comes from another origin is refused before it comes here (`AccessPolicy`).
struct SharedHandler: RequestHandler {
    private let inner: any RequestHandler
    private let origins: Set<String>

    /// - Parameter origins: `https://wiki.example`, as browsers name them.
    init(_ inner: any RequestHandler, origins: [String]) {
        self.inner = inner
        self.origins = Set(origins)
    }

    func bodyPolicy(for request: Request) -> BodyPolicy { inner.bodyPolicy(for: request) }

    func reply(to request: Request) -> Reply {
        guard request.method.isSafe, Self.isShared(request.path) else {
            return inner.reply(to: request)
        }
        guard let origin = request.headers["Origin"], origins.contains(origin) else {
            return inner.reply(to: request).map { response in
                // A cache must not hand this answer to a page of another origin.
                response.headers.append("Vary", "Origin")
            }
        }
        if request.method == .options, request.headers.contains("Access-Control-Request-Method") {
            return .now(Self.permission(for: origin))
        }
        return inner.reply(to: request).map { response in
            response.headers.append("Vary", "Origin")
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "ETag"
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        }
    }

    private static func isShared(_ path: String) -> Bool {
        path.hasPrefix("/api/") || path.hasSuffix(".json")
    }

    /// The answer to a preflight request: a token and an entity tag may be sent along.
    private static func permission(for origin: String) -> Response {
        Response(
            status: .noContent,
            headers: [
                "Access-Control-Allow-Origin": origin,
                "Access-Control-Allow-Methods": "GET, HEAD",
                "Access-Control-Allow-Headers": "Authorization, If-None-Match",
                "Access-Control-Max-Age": "600", "Vary": "Origin",
            ])
    }
}

extension Reply {
    /// The same reply with an answer changed before it is sent.
    fileprivate func map(_ change: @escaping @Sendable (inout Response) -> Void) -> Reply {
        switch self {
        case .now(var response):
            change(&response)
            return .now(response)
        case .later(let work):
            return .later {
                var response = await work()
                change(&response)
                return response
            }
        }
    }
}
