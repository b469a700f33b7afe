import Testing

@testable import Charts

/// Stretches that are shaded behind a reading.
@Suite("Shaded stretches")
struct SpanTests {
    private func spans(_ spans: [SmallMultiples.Panel.Span]) throws -> [DrawnSVG] {
        var chart = Samples.readings
        for index in chart.panels.indices { chart.panels[index].spans = index == 0 ? spans : [] }
        return try DrawnSVG.all("spans", Plot(chart, place: .full, id: "a"))
    }

    private let first = Samples.start + 273 * Samples.day

    @Test("A stretch is shaded once, with its words; one that goes on lies below others")
    func drawn() throws {
        let drawings = try spans([
            .init(from: first + 10 * Samples.day, to: first + 20 * Samples.day, title: "drift"),
            .init(from: first + 80 * Samples.day, to: .infinity, title: "open"),
        ])
        for drawing in drawings {
            let shaded = drawing.svg.all.filter { $0.classes.contains("span") }
            #expect(shaded.count == 2)
            #expect(shaded.map(\.allText) == ["open", "drift"])
            let ends = shaded.compactMap { node -> Double? in
                guard let x = node.number("x"), let width = node.number("width") else { return nil }
                return x + width
            }
            #expect(ends.count == 2 && ends[1] < ends[0])
        }
    }

    @Test("What lies outside, runs backwards or is no number draws nothing")
    func none() throws {
        let drawings = try spans([
            .init(from: first - 90 * Samples.day, to: first - 80 * Samples.day, title: "before"),
            .init(from: first + 5 * Samples.day, to: first, title: "backwards"),
            .init(from: .nan, to: .infinity, title: "nan"),
        ])
        for drawing in drawings {
            #expect(!drawing.svg.all.contains { $0.classes.contains("span") })
        }
    }
}
