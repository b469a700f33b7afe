import Synchronization
import Testing

@testable import HTTP

/// A request that ends its connection, unless other fields are given.
func liveGet(_ path: String, _ fields: String = "Connection: close\r\n") -> String {
    "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
}

/// A running server with a few routes; stopped at the end of `body`.
func withServer(
    _ configuration: ServerConfiguration = ServerConfiguration(),
    adding routes: (inout Router) -> Void = { _ in },
    _ body: (UInt16, Server) async throws -> Void
) async throws {
    var configuration = configuration
    configuration.port = 0
    var router = Router()
    router.get("/") { _ in .now(.text(.ok, "now")) }
    router.get("/later") { _ in .later { .text(.ok, "later") } }
    routes(&router)
    let server = Server(configuration: configuration, handler: router)
    let port = try #require(try server.start().first?.port)
    do {
        try await body(port, server)
    } catch {
        await server.stop(within: .zero)
        throw error
    }
    await server.stop(within: .zero)
}

/// A flag that one side raises and the other waits for.
final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    /// Whether it was opened within twenty seconds.
    func wait() async -> Bool {
        for _ in 0..<2000 {
            if isOpen.withLock({ $0 }) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
