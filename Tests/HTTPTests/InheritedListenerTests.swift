import Foundation
import Testing

@testable import HTTP

@Suite("Sockets that were opened before", .serialized)
struct InheritedListenerTests {
    private func free() -> ServerConfiguration {
        var configuration = ServerConfiguration()
        configuration.port = 0
        return configuration
    }

    /// A server on copies of the descriptors, as a process has them that inherited them.
    private func start(on sockets: ListeningSockets, saying text: String) throws -> (Server, UInt16)
    {
        var configuration = ServerConfiguration()
        configuration.inheritedListeners = sockets.descriptors.map { dup($0) }
        var router = Router()
        router.get("/") { _ in .now(.text(.ok, text)) }
        let server = Server(configuration: configuration, handler: router)
        let addresses = try server.start()
        #expect(addresses == sockets.addresses)
        return (server, try #require(addresses.first?.port))
    }

    @Test("who asks between two servers waits and is answered by the next")
    func between() async throws {
        let sockets = try ListeningSockets(free())
        let (first, port) = try start(on: sockets, saying: "first")
        #expect(await exchange(port, liveGet("/")).hasSuffix("first\n"))
        await first.stop(within: .zero)
        let waiting = try #require(TestClient(port: port))
        waiting.send(liveGet("/"))
        let (second, _) = try start(on: sockets, saying: "second")
        let answer = waiting.receiveAll()
        #expect(answer.hasSuffix("second\n"))
        await second.stop(within: .zero)
    }

    @Test("they listen no more when nobody holds them")
    func closed() async throws {
        var sockets: ListeningSockets? = try ListeningSockets(free())
        let port = try #require(sockets?.addresses.first?.port)
        #expect(TestClient(port: port) != nil)
        sockets = nil
        #expect(TestClient(port: port) == nil)
    }

    @Test("a descriptor that is no listening socket is an error")
    func noListener() throws {
        let file = unsafe open("/dev/null", O_RDONLY)
        defer { close(file) }
        for descriptor in [file, 9_999] {
            var configuration = ServerConfiguration()
            configuration.inheritedListeners = [descriptor]
            #expect(throws: SocketError.call("inherited listener", errno: EINVAL)) {
                try Server(configuration: configuration, handler: Router()).start()
            }
        }
    }
}
