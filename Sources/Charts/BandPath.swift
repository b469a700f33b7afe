import Markup
import Values

/// The outline of a band, thinned to the lowest and the highest end of each stretch of points; cut
/// where a stretch has no finite ones.
struct BandPath {
    private struct End {
        let x: Double
        let low: Double
        let high: Double
    }

    let style: StaticString
    private(set) var data = PathData()
    private let y: (Double) -> Double

    init(
        _ band: LineBand, x: (Double) -> Double, y: @escaping (Double) -> Double, frame: Frame,
        columns: Int
    ) {
        self.y = y
        style = band.level == .inner ? "band" : "band2"
        let points = band.points.filter(\.x.isFinite).sorted { $0.x < $1.x }
        guard points.count > 1 else {
            if let only = points.first { appendWhole(only, frame) }
            return
        }
        let most = max(2, 2 * min(columns, Int(clamping: max(1, frame.width))))
        let step = max(1, (points.count + most - 1) / most)
        var run: [End] = []
        for index in stride(from: 0, to: points.count, by: step) {
            let stretch = points[index..<min(index + step, points.count)]
            let low = stretch.compactMap(\.low).filter(\.isFinite).min()
            let high = stretch.compactMap(\.high).filter(\.isFinite).max()
            if let low, let high {
                run.append(End(x: x(points[index].x), low: low, high: high))
            } else {
                close(&run)
            }
        }
        close(&run)
    }

    /// A band with a single point holds for the whole width.
    private mutating func appendWhole(_ point: LineBand.Point, _ frame: Frame) {
        guard let low = point.low, let high = point.high, low.isFinite, high.isFinite else {
            return
        }
        let top = y(max(low, high))
        data.rectangle(
            x: frame.left, y: top, width: frame.width, height: y(min(low, high)) - top)
    }

    private mutating func close(_ run: inout [End]) {
        defer { run = [] }
        guard run.count > 1, let first = run.first else { return }
        data.move(first.x, y(first.high))
        for end in run.dropFirst() { data.line(end.x, y(end.high)) }
        for end in run.reversed() { data.line(end.x, y(end.low)) }
        data.close()
    }
}
