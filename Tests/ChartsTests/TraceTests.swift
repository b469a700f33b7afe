import Testing

@testable import Charts

/// Readings that are drawn thin behind their means.
@Suite("Traces of readings")
struct TraceTests {
    private let x = (0..<100).map(Double.init)

    private func panel(_ trace: LineSeries?) -> SmallMultiples.Panel {
        SmallMultiples.Panel(
            label: "flow", series: [LineSeries(x: x, y: x.map { 50 + $0 / 10 })], trace: trace)
    }

    private func spike(_ height: Double) -> LineSeries {
        LineSeries(x: x, y: x.map { $0 == 40 ? height : 50 + $0 / 10 }, tone: .context)
    }

    @Test("A spike of one reading widens the scale, but never presses the means into a line")
    func extent() {
        #expect(panel(nil).extent.values == [50, 59.9])
        #expect(panel(spike(65)).extent.values == [50, 65])
        let span = panel(spike(-9_999)).extent.values
        #expect(span.count == 2 && abs(span[0] - 30.2) < 1e-9 && span[1] == 59.9)
    }

    @Test("It is one thin path in each panel that has one, and within the panel")
    func drawn() throws {
        let chart = SmallMultiples(
            text: ChartText(title: "readings", description: "flow"), axis: .number(title: "cycle"),
            panels: [panel(spike(1e9)), panel(nil)])
        for drawing in try DrawnSVG.all("trace", Plot(chart, place: .full, id: "a")) {
            let paths = drawing.svg.all.filter { $0.classes.contains("trace") }
            #expect(paths.count == 1)
            let path = paths.first?.attributes["d"] ?? ""
            let numbers = path.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
            #expect(numbers.count > 20 && numbers.allSatisfy { (0...2_000).contains($0) })
        }
    }

    @Test("A read-out tells the means only")
    func reading() throws {
        let chart = SmallMultiples(
            text: ChartText(title: "readings", description: "flow"), axis: .number(title: "cycle"),
            panels: [panel(spike(65))])
        let reading = try #require(chart.reading)
        #expect(reading.groups.flatMap(\.lines).count == 1)
    }
}
