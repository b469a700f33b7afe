import Analysis
import Telemetry
import Values

/// The means of a device's readings in blocks of equal length from a moment on.
struct BlockMeans {
    let from: Double
    let width: Double
    let count: Int

    /// A block counts where at least this share of a usual block's buckets have readings.
    private static let coverage = 0.5

    /// By metric of the catalog and block; NaN where too little was read.
    ///
    /// - Complexity: O(buckets of the series × metrics).
    func means(_ series: DeviceSeries) -> [[Double]] {
        series.metrics.map { summaries in
            var sums = [Double](repeating: 0, count: count)
            var readings = [Int](repeating: 0, count: count)
            var buckets = [Int](repeating: 0, count: count)
            for (time, summary) in zip(series.times, summaries) where summary.count > 0 {
                guard let place = place(of: time) else { continue }
                sums[place] += summary.mean * Double(summary.count)
                readings[place] += summary.count
                buckets[place] += 1
            }
            let usual = Statistics.median(buckets.filter { $0 > 0 }.map(Double.init))
            return (0..<count).map { place in
                Double(buckets[place]) >= Self.coverage * usual && buckets[place] > 0
                    ? sums[place] / Double(readings[place]) : .nan
            }
        }
    }

    /// How many events of a code fall into each block.
    func counts(_ events: [DeviceSeries.Event], of code: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        for event in events where event.code == code {
            if let place = place(of: event.time) { counts[place] += event.count }
        }
        return counts
    }

    private func place(of time: Double) -> Int? {
        let place = (time - from) / width
        return place >= 0 && place < Double(count) ? place.place(in: count) : nil
    }
}
