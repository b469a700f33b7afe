package import Reports
import Values

extension Sample {
    /// A command that explains it all, failures that were announced and not, earlier episodes.
    package static var surroundedCauses: [CauseReport] {
        let code = CodeRef(index: 0, kind: .failure, name: "seal", rank: 0)
        var commanded = causes(moved: 2)
        commanded.command = .init(
            metric: metric(3), time: 1_451_599_880, from: 60, to: 62.5, earlier: 5)
        var announced = causes(moved: 1)
        announced.failure = .init(code: code, time: 1_451_624_400)
        announced.events = [
            .init(
                subject: .code(CodeRef(index: 1, kind: .error, name: "E7", rank: 0)),
                time: 1_451_597_780, before: 2_220, count: 1, span: 86_400 * 300)
        ]
        announced.earlier = .init(
            leading: [metric(0)], examined: 9, agreeing: 7, devices: 5,
            lead: .init(median: 144_000, low: 108_000, high: 180_000))
        var unannounced = causes(moved: 0)
        unannounced.failure = announced.failure
        var ordered = causes(moved: 3)
        ordered.compared = 2
        ordered.events = [
            .init(
                subject: .change(metric(3), from: 1, to: 2), time: 1_451_600_000, before: 0,
                count: 12, span: 86_400 * 300)
        ]
        ordered.earlier = .init(
            leading: [metric(0), metric(1)], examined: 5, agreeing: 4, devices: 1,
            delay: .init(median: 1_200, low: 900, high: 1_800))
        var first = causes(moved: 1)
        first.earlier = .init(leading: [metric(0)], examined: 3, agreeing: 0, devices: 2)
        return [commanded, announced, unannounced, ordered, first]
    }

    private static func metric(_ index: Int) -> MetricRef {
        MetricRef(index: index, name: ["current", "speed", "pressure", "valve"][index], unit: nil)
    }

    private static func causes(moved: Int) -> CauseReport {
        CauseReport(
            device: DeviceRef(index: 0, name: "pump 1"), onset: 1_451_600_000,
            noticed: 1_451_624_400,
            signals: (0..<4).map { place in
                CauseReport.Signal(
                    metric: metric(place), confidence: place == 0 ? 0.7 : 0.1,
                    mechanism: .biasedReading,
                    departure: place < moved ? 1_451_600_000 + 1_200 * Double(place) : nil,
                    change: 4)
            })
    }
}
