import Foundation
import Testing
import Values

@testable import App

@Suite("Similar stretches over HTTP")
struct SimilarServingTests {
    /// Six pumps, hourly for 30 days; two climb in the same way, and one of them fails then.
    private static var files: [String: String] {
        var lines = ["time,device,heat"]
        for hour in 0..<720 {
            for pump in 0..<6 {
                let start = pump == 1 ? 500 : pump == 4 ? 200 : 10_000
                let climb =
                    (start..<(start + 30)).contains(hour) ? 0.5 * Double(hour - start) : 0
                let chance = Double((hour * 7_919 + pump * 104_729) % 997) / 997
                lines.append("\(moment(hour)),p\(pump),\(40 + chance + climb)")
            }
        }
        return [
            "fleet/heat.csv": lines.joined(separator: "\n"),
            "fleet/failures.csv": "time,device,failure\n\(moment(240)),p4,seal\n",
        ]
    }

    private static func moment(_ hour: Int) -> String {
        CivilTime(secondsSince1970: 1_709_251_200 + 3_600 * Double(hour)).isoText(withTime: true)
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("The API and the page find the same, and say what followed")
    func found() async throws {
        let running = try await Running(sample: false, files: Self.files)
        defer { running.stop() }
        try await running.untilReady("fleet")
        let (from, to) = (Self.moment(500), Self.moment(530))
        let base = "/api/v1/sets/fleet/devices/p1/similar"
        let answer = try await running.get("\(base)?from=\(from)&to=\(to)&readings=heat")
        #expect(answer.status == 200)
        let report = try #require(try Self.object(answer.text)["similar"] as? [String: Any])
        #expect(report["outcome"] as? String == "alike" && report["alike"] as? Int == 1)
        let match = try #require((report["matches"] as? [[String: Any]])?.first)
        #expect(match["device"] as? String == "p4" && match["sequel"] as? String == "failure")
        #expect((match["from"] as? String)?.hasPrefix("2024-03-09T08:00") == true)

        let page = try await running.get(
            "/diagnostics?set=fleet&focus=p1&like=\(from)..\(to)&readings=heat")
        #expect(page.status == 200 && page.text.contains("id=\"h-similar\""))
        #expect(
            page.text.contains(
                "The one similar stretch whose outcome is known was followed by a failure"))
        let chart = try await running.get(
            "/chart/diagnostics/similar.svg?set=fleet&focus=p1&like=\(from)..\(to)&readings=heat")
        #expect(chart.status == 200 && chart.text.contains("<svg"))
    }

    @Test("What cannot be asked is refused with the place of the mistake")
    func refused() async throws {
        let running = try await Running(sample: false, files: Self.files)
        defer { running.stop() }
        try await running.untilReady("fleet")
        let base = "/api/v1/sets/fleet/devices/"
        let (from, to) = (Self.moment(500), Self.moment(530))
        let wrong = [
            ("p9/similar?from=\(from)&to=\(to)", 404, "device"),
            ("p1/similar?from=\(from)&to=\(to)&readings=nothing", 404, "readings"),
            ("p1/similar?from=\(to)&to=\(from)", 400, "from"),
            ("p1/similar?from=\(from)", 400, "from"),
            ("p1/similar?from=\(from)&to=\(to)&measure=loud", 400, "measure"),
        ]
        for (address, status, place) in wrong {
            let answer = try await running.get(base + address)
            #expect(answer.status == status, "\(address)")
            #expect(answer.text.contains("\"\(place)\""), "\(address)")
        }
    }
}
