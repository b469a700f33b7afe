import Markup
import Values

/// Counts the points of a drawing's lines, and how many of them are drawn.
struct PointCount {
    /// Pixel columns of each line, with two points at most in each, so that the drawing stays
    /// small; at least 24.
    let columns: Int
    private(set) var total = 0
    private(set) var drawn = 0

    init(budget: Int, lines: Int) {
        columns = max(24, budget / 2 / max(1, lines))
    }

    mutating func add(total: Int, drawn: Int) {
        self.total += total
        self.drawn += drawn
    }

    var reduction: Reduction? { Reduction(.points, total: total, drawn: drawn) }
}

/// A line in pixels: sorted, thinned, and cut at missing values and wide gaps.
struct LinePath {
    struct Spot {
        let pixel: Pixel
        let point: DataPoint
    }

    /// The stretches between two gaps.
    private(set) var runs: [[Spot]] = []
    private(set) var isThinned = false

    init(
        _ series: LineSeries, x: (Double) -> Double, y: (Double) -> Double, frame: Frame,
        count: inout PointCount
    ) {
        let points = Self.sorted(series.points)
        let pixels = points.map { x($0.x) }
        let values = points.map { $0.y?.isFinite == true ? $0.y : nil }
        let columns = min(count.columns, Int(clamping: max(1, frame.width)))
        let kept = Thinning.kept(
            x: pixels, y: values, columns: columns, from: frame.left, to: frame.right)
        let present = values.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        let drawn = kept.reduce(0) { $0 + (values[$1] == nil ? 0 : 1) }
        count.add(total: present, drawn: drawn)
        isThinned = drawn < present
        runs = Self.runs(kept, points, values, longestGap: series.longestGap) { index, value in
            Spot(pixel: Pixel(x: pixels[index], y: y(value)), point: points[index])
        }
    }

    private static func sorted(_ points: [DataPoint]) -> [DataPoint] {
        var last = -Double.infinity
        let isSorted = points.allSatisfy { point in
            defer { last = point.x }
            return point.x.isFinite && point.x >= last
        }
        return isSorted ? points : points.filter(\.x.isFinite).sorted { $0.x < $1.x }
    }

    private static func runs(
        _ kept: [Int], _ points: [DataPoint], _ values: [Double?], longestGap: Double,
        spot: (Int, Double) -> Spot
    ) -> [[Spot]] {
        var runs: [[Spot]] = []
        var run: [Spot] = []
        var previous: Int?
        for index in kept {
            // Gaps are looked for between neighbours in the data, not between the points that are
            // drawn.
            let isFar =
                longestGap < .infinity
                && ((previous ?? index)..<index).contains {
                    points[$0 + 1].x - points[$0].x > longestGap
                }
            if values[index] == nil || isFar, !run.isEmpty {
                runs.append(run)
                run = []
            }
            if let value = values[index] { run.append(spot(index, value)) }
            previous = index
        }
        return run.isEmpty ? runs : runs + [run]
    }

    /// The line through all complete points of each run; a point alone is a dash of two pixels.
    func outline(_ joint: LineSeries.Joint) -> PathData {
        var path = PathData()
        for run in runs {
            let spots = run.filter(\.point.isComplete)
            guard let first = spots.first else { continue }
            if spots.count == 1 {
                path.move(first.pixel.x - 1, first.pixel.y)
                path.across(to: first.pixel.x + 1)
                continue
            }
            path.move(first.pixel.x, first.pixel.y)
            for spot in spots.dropFirst() {
                switch joint {
                case .straight: path.line(spot.pixel.x, spot.pixel.y)
                case .steps:
                    path.across(to: spot.pixel.x)
                    path.upright(to: spot.pixel.y)
                }
            }
        }
        return path
    }

    /// The dashed links of incomplete points to their neighbours.
    var incompleteLinks: PathData {
        var path = PathData()
        for run in runs {
            for (a, b) in zip(run, run.dropFirst())
            where !a.point.isComplete || !b.point.isComplete {
                path.move(a.pixel.x, a.pixel.y)
                path.line(b.pixel.x, b.pixel.y)
            }
        }
        return path
    }

    var spots: [Spot] { runs.flatMap { $0 } }
}
