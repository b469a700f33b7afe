import Foundation
import Testing

@testable import App

/// Episodes for programs: over HTTP and on the command line.
@Suite("Episodes for programs", .serialized)
struct EpisodeServingTests {
    @Test("The API tells the planted troubles of the sample fleet, as the Overview does")
    func api() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let answer = try await running.get("/api/v1/sets/sample-fleet/episodes")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "application/json; charset=utf-8")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
        let episodes = try #require(json["episodes"] as? [[String: Any]])
        let frozen = try #require(episodes.first { $0["kind"] as? String == "frozen" })
        #expect(frozen["device"] as? String == "pump-12")
        #expect(frozen["open"] as? Bool == true)
        let page = try await running.get("/").text
        #expect(page.contains("pump-12"))
        #expect(running.litter.isEmpty)
    }

    @Test("A set that is not there is a problem in JSON")
    func missing() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        let answer = try await running.get("/api/v1/sets/nothing/episodes")
        #expect(answer.status == 404)
        #expect(answer.header("Content-Type") == "application/problem+json")
        #expect(answer.text.contains("nothing"))
    }
}
