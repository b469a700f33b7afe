import Foundation
import Models
import Reports
import Telemetry
import Testing
import Values
@testable import Learning

/// Units that end hot or cold: which of the past looked like one at hand, and how long they still lived.
@Suite("The course of a remaining life")
struct LifeCourseTests {
    /// Even units grow hot before their end, odd ones cold.
    private static func taught() throws -> (model: TaughtModel, source: any TelemetrySource) {
        let drift: MadeLives.Column = { row in
            (row.unit % 2 == 0 ? 1 : -1) * 30 * exp(-row.left / 25) + row.noise[0]
        }
        let source = try MadeFleet(["train.csv": MadeLives(columns: [("heat", drift)]).lines()])
            .source
        let trained = try PredictionTraining(.life, horizon: 1).train(on: source)
        return (try TaughtModel(ModelFile(bytes: trained.onnx())), source)
    }

    @Test("names units that ended in the same way, not the one itself")
    func precedents() throws {
        let (model, source) = try Self.taught()
        for device in [2, 5] {
            let found = try Precedents(model, source: source).nearest(to: device)
            #expect(found.count == 3)
            #expect(found.allSatisfy { $0.device.index % 2 == device % 2 })
            #expect(!found.contains { $0.device.index == device })
            // The unit stands at its own end, and so did they, nearly.
            #expect(found.allSatisfy { $0.left <= 8 })
            #expect(found.map(\.distance) == found.map(\.distance).sorted())
        }
    }

    @Test(
        "has at most 60 points up to the last one, and none below 0", arguments: [1, 60, 61, 400])
    func points(count: Int) throws {
        let (model, source) = try Self.taught()
        let times = (0..<count).map(Double.init)
        var values = times.map { 50 - $0 }
        if count > 60 { values[count - 10] = .nan }
        let course = try ModelPanel.LifeCourse(
            times: times, values: values, of: 0, model: model, source: source)
        #expect(course.points.count <= 60 && course.points.count >= min(count, 30))
        #expect(course.points.last?.time == times.last)
        #expect(course.points.allSatisfy { $0.left >= 0 && $0.left.isFinite })
    }
}
