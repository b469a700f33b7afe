/// The lowest and the highest of the values added; nil and values that are not finite are ignored.
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

    /// The two ends; empty where no value was added.
    var values: [Double] { low <= high ? [low, high] : [] }
}

extension [LineSeries] {
    /// The range of x.
    var across: Extent {
        reduce(into: Extent()) { extent, series in
            for point in series.points { extent.add(point.x) }
        }
    }

    /// The range of y.
    var upward: Extent {
        reduce(into: Extent()) { extent, series in
            for point in series.points { extent.add(point.y) }
        }
    }

    var pointCount: Int { reduce(0) { $0 + $1.points.count } }

    /// Whether any point has a finite place and value.
    var hasValue: Bool {
        contains { series in
            series.points.contains { $0.x.isFinite && $0.y?.isFinite == true }
        }
    }
}

extension [LineBand] {
    /// The range of the bands' ends.
    var upward: Extent {
        reduce(into: Extent()) { extent, band in
            for point in band.points {
                extent.add(point.low)
                extent.add(point.high)
            }
        }
    }
}
