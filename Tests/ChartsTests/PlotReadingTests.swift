import Markup
import Testing

@testable import Charts

@Suite("What a script may read of a chart")
struct PlotReadingTests {
    private let zone = ChartCalendar(name: "east") { _ in 3_600 }

    private func text(_ reading: PlotReading?) -> String {
        let element = element("p", reading?.attributes ?? []) { Markup() }
        return String(decoding: element.bytes, as: UTF8.self)
    }

    @Test("Lines that share their places stand below each other, missing values as a dash")
    func lines() {
        let first = LineSeries(x: [0, 1, 2], y: [1.25, nil, 123_456.789], endLabel: "a\nb")
        let second = LineSeries(x: [0, 1, 2], y: [0, -0.000_123_456_7, 3], endLabel: "c<")
        let other = LineSeries(x: [5, 6], y: [1, 2], endLabel: "d")
        let chart = LineChart(
            text: ChartText(title: "t", description: "d"), axis: .number(title: "cycle"),
            panels: [LinePanel(series: [first, second, other])])
        let found = text(chart.reading)
        #expect(found.contains("data-axis=\"cycle\""))
        #expect(
            found.contains(
                "data-lines=\"0 1 2\na b\n1.25 - 123460\nc&lt;\n0 -0.00012346 3\n\n5 6\nd\n1 2\""))
    }

    @Test("Times are those of the wall clock, with the stretch that a value is of")
    func times() {
        let points = [
            DataPoint(x: 43_200, y: 2, stretch: 0...86_400),
            DataPoint(x: 129_600, y: 3, stretch: 86_400...172_800),
        ]
        let chart = SmallMultiples(
            text: ChartText(title: "t", description: "d"), axis: .time(zone),
            panels: [.init(label: "volt", series: [LineSeries(points: points)])])
        let found = text(chart.reading)
        #expect(found.contains("data-axis=\"time\""))
        #expect(
            found.contains("\"46800~3600~90000 133200~90000~176400\nvolt\n2 3\""), "\(found)")
    }

    @Test("A long line is thinned evenly, its last value stays; a smoothing line is not read")
    func thinned() throws {
        let x = (0..<1_001).map(Double.init)
        var smooth = LineSeries(x: x, y: x.map { $0 + 1 })
        smooth.isRead = false
        let chart = SmallMultiples(
            text: ChartText(title: "t", description: "d"), axis: .number(title: "row"),
            panels: [.init(label: "volt", series: [LineSeries(x: x, y: x), smooth])])
        let group = try #require(chart.reading?.groups.first)
        #expect(group.places.count <= PlotReading.placeLimit)
        #expect(group.places.last == 1_000 && group.lines.count == 1)
        #expect(group.lines.first?.values.map { $0 ?? -1 } == group.places)
    }

    @Test("Each drawing says where its axis lies")
    func area() throws {
        let chart = LineChart(
            text: ChartText(title: "t", description: "d"), axis: .time(zone),
            panels: [LinePanel(series: [LineSeries(x: [0, 86_400], y: [1, 2])])])
        let markup = try chart.draw(width: .medium, id: "a").markup
        let drawing = String(decoding: markup.bytes, as: UTF8.self)
        let start = try #require(drawing.firstRange(of: "data-x=\""))
        let numbers = drawing[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
            .compactMap { Double($0) }
        #expect(numbers.count == 6)
        #expect(numbers[0] == 3_600 && numbers[2] == 90_000)
        #expect(numbers[1] < numbers[3] && numbers[4] < numbers[5])
    }
}
