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
            try await Task.sleep(for: .milliseconds(200))
            let refused = await onThread { TestClient(port: port) == nil }
            #expect(refused)
            mayEnd.open()
            #expect(await answer.hasSuffix("done\n"))
            await stopped
        }
    }

    @Test("closes idle connections at once")
    func idle() async throws {
        try await withServer { port, server in
            let client = try #require(TestClient(port: port))
            client.send(liveGet("/", ""))
            #expect(client.receive(until: "now\n").hasSuffix("now\n"))
            let start = ContinuousClock.now
            await server.stop(within: .seconds(20))
            #expect(ContinuousClock.now - start < .seconds(5))
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
