import Foundation
import Testing

@testable import HTTP

@Suite("Stopping", .serialized)
struct ServerStopTests {
    @Test("finishes what is in progress and takes nothing new")
    func graceful() async throws {
        let started = Gate()
        let mayEnd = Gate()
        try await withServer(adding: { router in
            router.get("/slow") { _ in
                .later {
                    started.open()
                    _ = await mayEnd.wait()
                    return .text(.ok, "done")
                }
            }
        }) { port, server in
            async let answer = exchange(port, liveGet("/slow", ""))
            #expect(await started.wait())
            async let stopped: Void = server.stop(within: .seconds(20))
            let refused = await onThread {
                // The stop is on its way to the thread that listens.
                (0..<3_000).contains { _ in
                    if TestClient(port: port) == nil { return true }
                    usleep(10_000)
                    return false
                }
            }
            #expect(refused)
            mayEnd.open()
            #expect(await answer.hasSuffix("done\n"))
            await stopped
        }
    }

    @Test("closes idle connections at once")
    func idle() async throws {
        var configuration = ServerConfiguration()
        configuration.idleTimeout = .seconds(600)
        try await withServer(configuration) { port, server in
            let client = try #require(TestClient(port: port))
            client.send(liveGet("/", ""))
            #expect(client.receive(until: "now\n").hasSuffix("now\n"))
            let start = ContinuousClock.now
            await server.stop(within: .seconds(600))
            // Neither its own time nor that of the stop has run out.
            #expect(ContinuousClock.now - start < .seconds(300))
            #expect(client.receive()?.isEmpty == true)
        }
    }

    @Test("cuts off what takes too long")
    func deadline() async throws {
        let started = Gate()
        try await withServer(adding: { router in
            router.get("/slow") { _ in
                .later {
                    started.open()
                    try? await Task.sleep(for: .seconds(60))
                    return .text(.ok, "late")
                }
            }
        }) { port, server in
            async let answer = exchange(port, liveGet("/slow"))
            #expect(await started.wait())
            await server.stop(within: .milliseconds(300))
            #expect(await answer.isEmpty)
        }
    }
}
