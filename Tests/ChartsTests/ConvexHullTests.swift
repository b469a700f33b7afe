import Markup
import Testing

@testable import Charts

@Suite("Outlines of groups")
struct ConvexHullTests {
    private func pixels(_ points: [(Double, Double)]) -> [Pixel] {
        points.map { Pixel(x: $0.0, y: $0.1) }
    }

    @Test("the corners are those of the outermost points, each once")
    func square() {
        let corners = ConvexHull.corners(
            of: pixels([(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0), (4, 2), (0, 0)]))
        #expect(Set(corners.map { [$0.x, $0.y] }) == [[0, 0], [4, 0], [4, 4], [0, 4]])
        #expect(corners.count == 4)
    }

    @Test("an outline stays clear of every point", arguments: 1...20)
    func clearance(seed: Int) {
        let points = (0..<30).map { index in
            Pixel(
                x: Double((index * 7919 + seed * 31) % 97), y: Double((index * 104_729 + seed) % 89)
            )
        }
        let corners = ConvexHull.corners(around: points, clearance: 6)
        #expect(corners.count >= 8)
        for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
                .squareRoot()
            for point in points {
                let turn =
                    (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
                #expect(turn / length > 5)
            }
        }
    }

    @Test("points in one place or on one line have an outline too; none have none")
    func degenerate() {
        #expect(ConvexHull.corners(around: [], clearance: 5).isEmpty)
        #expect(
            ConvexHull.corners(around: pixels([(1, 1), (1, 1), (1, 1)]), clearance: 5).count == 8)
        #expect(
            ConvexHull.corners(around: pixels([(0, 0), (9, 0), (4, 0)]), clearance: 5).count == 10)
    }

    @Test("groups of three and more are outlined, pairs and points of no group are not")
    func drawn() throws {
        func group(_ count: Int, _ tone: Tone) -> ScatterChart.Group {
            ScatterChart.Group(
                label: "",
                marks: (0..<count).map { .init(x: Double($0), y: Double($0 * $0 % 5)) },
                tone: tone, shape: .circle)
        }
        let chart = ScatterChart(
            text: ChartText(title: "t", description: "d"), acrossTitle: "x",
            groups: [group(9, .context), group(2, .series(0)), group(3, .series(1))])
        let svg = try chart.draw(width: .narrow, id: "c").markup.description
        #expect(!svg.contains("h1\"") && !svg.contains("hm\""))
        #expect(svg.split(separator: "class=\"h2\"").count == 2)
    }
}
