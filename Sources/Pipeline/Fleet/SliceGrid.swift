package import Telemetry
package import Values

/// Consecutive slices of time, into which a device's buckets are sorted.
package struct SliceGrid: Sendable {
    package let slices: [TimeSlice]
    private let starts: [Double]

    init(_ slices: [TimeSlice]) {
        self.slices = slices
        starts = slices.map(\.from)
    }

    var count: Int { slices.count }

    /// Width of the first slice, in the axis' unit; 1 without slices.
    var width: Double {
        guard let first = slices.first else { return 1 }
        return first.to - first.from
    }

    /// The slice that contains a time; `nil` outside all. O(log n).
    package func index(of time: Double) -> Int? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= time { low = middle + 1 } else { high = middle }
        }
        guard low > 0, time < slices[low - 1].to else { return nil }
        return low - 1
    }

    /// The slice that contains a time; the first one for times before all.
    func index(from time: Double) -> Int? {
        index(of: max(time, starts.first ?? time))
    }

    /// The slices that a stretch of time touches; empty where it lies outside all. O(log n).
    func indices(from: Double, to: Double) -> Range<Int> {
        guard let first = starts.first, let last = slices.last, to >= first, from < last.to,
            let low = index(from: from)
        else { return 0..<0 }
        return low..<max(low, to < last.to ? index(of: to) ?? low : count - 1) + 1
    }

    /// Mean of a device's readings per slice, weighted by their count; NaN where there is none.
    /// Times must be ascending.
    ///
    /// - Complexity: O(buckets + slices).
    package func means(_ times: [Double], _ values: [MetricSummary]) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        var counts = [Int](repeating: 0, count: count)
        var slice = 0
        for (index, time) in times.enumerated() where values[index].count > 0 {
            while slice < count, slices[slice].to <= time { slice += 1 }
            guard slice < count else { break }
            guard time >= slices[slice].from else { continue }
            sums[slice] += values[index].mean * Double(values[index].count)
            counts[slice] += values[index].count
        }
        return zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : .nan }
    }
}
