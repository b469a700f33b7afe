import Foundation
import Reports
import Testing
import Values

@testable import Exports

@Suite("Causes as JSON")
struct CausesJSONTests {
    private let axis = TimeAxis(
        kind: .time(zone: "UTC", isStated: false), start: 0, bucketWidth: 1, bucketCount: 1,
        dataRange: 0...1)

    private func json(_ report: CauseReport) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(
                with: Data(CausesJSON(report, axis: axis).content())) as? [String: Any])
    }

    private var report: CauseReport {
        let metric = MetricRef(index: 0, name: "current", unit: "A")
        return CauseReport(
            device: DeviceRef(index: 0, name: "p"), onset: 0, noticed: 7_200,
            signals: [
                .init(
                    metric: metric, confidence: 0.98765, mechanism: .disturbance, departure: 3_600,
                    change: 2)
            ])
    }

    @Test("hold the ranking, and nothing of what there was not")
    func ranking() throws {
        let found = try json(report)
        #expect(found["ranking"] as? [String] == ["current"])
        #expect(found["compared"] as? Int == 1)
        #expect((found["signals"] as? [[String: Any]])?.first?["confidence"] as? Double == 0.988)
        #expect(found["command"] == nil && found["earlier"] == nil && found["failure"] == nil)
        #expect((found["events"] as? [Any])?.isEmpty ?? false)
    }

    @Test("hold the failure, the command, events and earlier episodes")
    func surroundings() throws {
        var report = report
        let mode = MetricRef(index: 1, name: "mode", unit: nil)
        report.failure = .init(
            code: CodeRef(index: 0, kind: .failure, name: "seal", rank: 0), time: 7_200)
        report.command = .init(metric: mode, time: 3_500, from: 1, to: 2, earlier: 4)
        report.events = [
            .init(
                subject: .change(mode, from: 1, to: 2), time: 3_500, before: 100, count: 3, span: 9)
        ]
        report.earlier = .init(
            leading: [report.signals[0].metric], examined: 5, agreeing: 4, devices: 2,
            lead: .init(median: 2, low: 1, high: 3))
        let found = try json(report)
        #expect((found["failure"] as? [String: Any])?["code"] as? String == "seal")
        #expect((found["command"] as? [String: Any])?["earlier"] as? Int == 4)
        let event = try #require((found["events"] as? [[String: Any]])?.first)
        #expect(event["name"] as? String == "mode" && event["before"] as? Double == 100)
        let earlier = try #require(found["earlier"] as? [String: Any])
        #expect(earlier["order"] as? [String] == ["current"])
        #expect((earlier["agreeing"] as? Int, earlier["examined"] as? Int) == (4, 5))
        #expect((earlier["lead"] as? [String: Any])?["longest"] as? Double == 3)
    }
}
