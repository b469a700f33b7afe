import Reports
import Telemetry
import Testing

@testable import Pipeline

@Suite("Readings thinned for a drawing")
struct ReadingTraceTests {
    private func cell(_ value: Double, to highest: Double? = nil) -> MetricSummary {
        MetricSummary(
            count: highest == nil ? 1 : 2, mean: value, m2: 0, minimum: value,
            maximum: highest ?? value, last: value)
    }

    private func hours(_ count: Int) -> [Double] { (0..<count).map { Double($0) * 3_600 } }

    @Test("One hour far off is seen in a year, and little is drawn")
    func spike() {
        let times = hours(8_760)
        var cells = times.indices.map { cell(Double($0 % 7)) }
        cells[5_000] = cell(99)
        cells[6_000] = cell(-40)
        let trace = ReadingTrace(window: 0...times[8_759]).trace(times, cells, beside: 79)
        #expect(trace.times.count <= 2 * ReadingTrace.parts)
        #expect(trace.times == trace.times.sorted())
        #expect(trace.values.max() == 99 && trace.values.min() == -40)
        #expect(zip(trace.times, trace.values).contains { $0 == times[5_000] && $1 == 99 })
    }

    @Test("The lowest and the highest of a bucket with several readings are both there")
    func buckets() {
        let cells = [cell(3, to: 8), cell(4), cell(5)]
        let trace = ReadingTrace(window: 0...7_200).trace(hours(3), cells, beside: 3)
        #expect(trace.values == [3, 8, 4, 5])
        #expect(trace.times == [0, 0, 3_600, 7_200])
    }

    @Test("A silence breaks the line; what lies outside of the window is left out")
    func silence() {
        let times = hours(100).filter { $0 < 36_000 || $0 > 180_000 }
        let trace = ReadingTrace(window: 7_200...times[times.count - 1]).trace(
            times, times.map { _ in cell(1) }, beside: 5)
        #expect(trace.times.first == 7_200)
        #expect(trace.values.count(where: \.isNaN) == 1)
    }

    @Test("Where the means show as much there is none")
    func none() {
        let cells = [cell(3), MetricSummary(), cell(5)]
        let window = 0...7_200.0
        #expect(ReadingTrace(window: window).trace(hours(3), cells, beside: 3).times.isEmpty)
        #expect(ReadingTrace(window: window).trace([], [], beside: 0).times.isEmpty)
        #expect(ReadingTrace(window: 0...0).trace(hours(3), cells, beside: 0).times.isEmpty)
    }
}
