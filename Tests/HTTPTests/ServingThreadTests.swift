import Foundation
import Testing

@testable import HTTP

@Suite("The thread that owns the sockets", .serialized)
struct ServingThreadTests {
    @Test("of a strict server is no place for what may block: there the program stops")
    func strict() async {
        await #expect(processExitsWith: .signal(SIGABRT)) {
            _ = try await Self.ask(isStrict: true) { .now(Self.blocking()) }
        }
    }

    @Test("is left by work that comes later, and is free to all in a server that is not strict")
    func allowed() async throws {
        #expect(try await Self.ask(isStrict: true) { .later { Self.blocking() } } == "done\n")
        #expect(try await Self.ask(isStrict: false) { .now(Self.blocking()) } == "done\n")
    }

    private static func blocking() -> Response {
        ServingThread.mayBlock("a test")
        return .text(.ok, "done")
    }

    /// The last line of the answer to a request.
    private static func ask(
        isStrict: Bool, _ reply: @escaping @Sendable () -> Reply
    ) async throws -> String {
        var configuration = ServerConfiguration()
        configuration.isStrict = isStrict
        var answer = ""
        try await withServer(
            configuration, adding: { router in router.get("/work") { _ in reply() } }
        ) { port, _ in answer = await exchange(port, liveGet("/work")) }
        return answer.split(separator: "\r\n").last.map(String.init) ?? ""
    }
}
