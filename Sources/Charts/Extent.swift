/// The lowest and the highest of some values; missing and not finite ones are passed over.
struct Extent: Equatable {
    private(set) var low = Double.infinity
    private(set) var high = -Double.infinity

    mutating func add(_ value: Double?) {
        guard let value, value.isFinite else { return }
        low = min(low, value)
        high = max(high, value)
    }

    mutating func add(_ other: Extent) {
        low = min(low, other.low)
        high = max(high, other.high)
    }

    /// The two ends, or nothing where no value was added.
    var values: [Double] { low <= high ? [low, high] : [] }
}

extension [LineSeries] {
    /// Where the points stand.
    var across: Extent {
        reduce(into: Extent()) { extent, series in
            for point in series.points { extent.add(point.x) }
        }
    }

    /// What the points reach.
    var upward: Extent {
        reduce(into: Extent()) { extent, series in
            for point in series.points { extent.add(point.y) }
        }
    }

    var pointCount: Int { reduce(0) { $0 + $1.points.count } }

    /// Whether a point has a place and a value.
    var hasValue: Bool {
        contains { series in
            series.points.contains { $0.x.isFinite && $0.y?.isFinite == true }
        }
    }
}

extension [LineBand] {
    /// What the ends of the bands reach.
    var upward: Extent {
        reduce(into: Extent()) { extent, band in
            for point in band.points {
                extent.add(point.low)
                extent.add(point.high)
            }
        }
    }
}
