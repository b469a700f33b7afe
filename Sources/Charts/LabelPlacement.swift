/// Finds places for labels so that none lies over another.
enum LabelPlacement {
    /// Positions for labels, in the order of `wished`: at least `distance` apart between `low` and
    /// `high`, evenly closer where the room is too short for that. The labels keep their order.
    ///
    /// - Complexity: O(n log n).
    static func spread(
        _ wished: [Double], distance: Double, from low: Double, to high: Double
    ) -> [Double] {
        let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
        let room = max(0, high - low)
        let gap = order.count > 1 ? min(distance, room / Double(order.count - 1)) : distance
        var result = wished
        var lowest = low
        for index in order {
            result[index] = max(wished[index], lowest)
            lowest = result[index] + gap
        }
        var highest = high
        for index in order.reversed() {
            result[index] = min(result[index], highest)
            highest = result[index] - gap
        }
        return result
    }
}

/// The boxes already taken in a drawing; decides where further labels go.
struct LabelPlacer {
    private var marks: [Frame] = []
    private var labels: [Frame] = []
    let bounds: Frame

    /// Pixels kept free on both sides of a label, so that two on one line stay apart.
    private static let gap = 6.0

    init(bounds: Frame) {
        self.bounds = bounds
    }

    mutating func addMark(_ point: Pixel, radius: Double) {
        marks.append(
            Frame(
                left: point.x - radius, top: point.y - radius, right: point.x + radius,
                bottom: point.y + radius))
    }

    /// Takes the box inside the bounds that lies over no label and covers the least of the marks,
    /// the first of equals; nil where every box lies over a label or leaves the bounds.
    mutating func place(_ candidates: [Frame]) -> Frame? {
        var best: (cost: Double, frame: Frame)?
        for candidate in candidates {
            guard bounds.contains(candidate),
                labels.allSatisfy({ $0.widened(by: Self.gap).overlap(candidate) == 0 })
            else { continue }
            let cost = marks.reduce(0) { $0 + $1.overlap(candidate) }
            if cost < best?.cost ?? .infinity { best = (cost, candidate) }
        }
        if let best { labels.append(best.frame) }
        return best?.frame
    }
}
