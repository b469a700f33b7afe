/// Places for labels so that none lies over another.
enum LabelPlacement {
    /// Positions near the wished ones, at least `distance` apart and from `low` to `high`, in the order
    /// of the wishes; labels are moved as little as keeps their order. Complexity: O(n log n + n²).
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

/// Boxes already taken in a drawing, against which further labels are weighed.
struct LabelPlacer {
    private var marks: [Frame] = []
    private var labels: [Frame] = []
    let bounds: Frame

    /// Labels on one line do not run into one.
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

    /// The best of some boxes: inside the bounds, over no label, over as few marks as possible;
    /// nil when each lies over a label or outside. The first of equals wins.
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
