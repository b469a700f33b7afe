/// Finds the handler for a request by its method and path.
///
///     var router = Router()
///     router.get("/clusters") { request in .now(page(request)) }
///     router.get("/devices/:name") { request in
///         .later { await details(of: request.parameters["name"]) }
///     }
///     router.post("/import", body: .multipart) { request in .later { await upload(request) } }
///
/// GET routes answer HEAD too. A known path with another method gives 405 with `Allow`, OPTIONS
/// gives 204 with `Allow`, an unknown path what `notFound` says.
package struct Router: RequestHandler {
    package typealias Handler = @Sendable (Request) -> Reply

    private struct Route: Sendable {
        let pattern: RoutePattern
        let method: Method
        let body: BodyPolicy
        let handler: Handler
    }

    private var routes: [Route] = []
    private var exact: [String: [Int]] = [:]
    private var patterned: [Int] = []

    /// Answers where no route matches the path.
    package var notFound: Handler = { _ in .now(.text(.notFound, "There is no such page.")) }

    /// Answers where the path is known, but not with this method; `Allow` is added.
    package var methodNotAllowed: Handler = { _ in
        .now(.text(.methodNotAllowed, "The method is not allowed here."))
    }

    package init() {}

    /// Adds a route. A segment `:name` of the pattern takes any one segment of a path and hands
    /// it on in ``Request/parameters``. The first route that fits wins, exact paths before
    /// patterns.
    package mutating func add(
        _ method: Method, _ pattern: String, body: BodyPolicy = .form,
        handler: @escaping Handler
    ) {
        let pattern = RoutePattern(pattern)
        if let path = pattern.exactPath {
            exact[path, default: []].append(routes.count)
        } else {
            patterned.append(routes.count)
        }
        routes.append(Route(pattern: pattern, method: method, body: body, handler: handler))
    }

    /// Adds a route for GET and HEAD.
    package mutating func get(_ pattern: String, handler: @escaping Handler) {
        add(.get, pattern, handler: handler)
    }

    package mutating func post(
        _ pattern: String, body: BodyPolicy = .form, handler: @escaping Handler
    ) {
        add(.post, pattern, body: body, handler: handler)
    }

    /// What the request's route takes; `unwanted` without a route.
    package func bodyPolicy(for request: Request) -> BodyPolicy {
        if let index = exactRoute(request) { return routes[index].body }
        return route(request.method, candidates(request.path))?.body ?? .unwanted
    }

    /// The route's answer; without one 404, 405, or 204 with the allowed methods for OPTIONS.
    package func reply(to request: Request) -> Reply {
        if let index = exactRoute(request) { return routes[index].handler(request) }
        if request.path == "*" { return options(methods(of: routes)) }
        let candidates = candidates(request.path)
        if let route = route(request.method, candidates) {
            var request = request
            request.parameters = route.pattern.parameters(in: request.path) ?? [:]
            return route.handler(request)
        }
        if candidates.isEmpty { return notFound(request) }
        let allowed = methods(of: candidates)
        if request.method == .options { return options(allowed) }
        return methodNotAllowed(request).settingHeader("Allow", to: allowed)
    }

    /// The quick way, for nearly every request: a route whose pattern is the very path.
    private func exactRoute(_ request: Request) -> Int? {
        exact[request.path]?.first { fits(routes[$0].method, request.method) }
    }

    private func candidates(_ path: String) -> [Route] {
        let exact = (exact[path] ?? []).map { routes[$0] }
        return exact
            + patterned.map { routes[$0] }.filter { $0.pattern.parameters(in: path) != nil }
    }

    private func route(_ method: Method, _ candidates: [Route]) -> Route? {
        candidates.first { fits($0.method, method) }
    }

    private func fits(_ route: Method, _ method: Method) -> Bool {
        route == method || method == .head && route == .get
    }

    private func methods(of routes: [Route]) -> String {
        var tokens = Set(routes.map(\.method.token))
        if tokens.contains("GET") { tokens.insert("HEAD") }
        return tokens.union(["OPTIONS"]).sorted().joined(separator: ", ")
    }

    private func options(_ allowed: String) -> Reply {
        .now(Response(status: .noContent, headers: ["Allow": allowed]))
    }
}

extension Reply {
    fileprivate func settingHeader(_ name: String, to value: String) -> Reply {
        switch self {
        case .now(var response):
            response.headers[name] = value
            return .now(response)
        case .later(let work):
            return .later {
                var response = await work()
                response.headers[name] = value
                return response
            }
        }
    }
}
