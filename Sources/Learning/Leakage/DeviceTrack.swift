import Analysis
import Telemetry
import Values

/// The readings of one device as they were written, with the times at which its lives ended.
struct DeviceTrack {
    /// The rows of one life that ended.
    struct Life {
        let rows: Range<Int>
        let end: Double
    }

    /// Devices that are examined, evenly chosen: fewer than twice as many.
    private static let deviceLimit = 60
    /// Values held of `deviceLimit` devices together; of longer records the latest rows.
    private static let numberLimit = 16_000_000

    let device: Int
    /// Times of the rows, ascending.
    let times: [Double]
    /// One per metric of the recipe; NaN where it was not read.
    let columns: [[Double]]
    /// The length of time that a row stands for; 0 where a row is known at its own time.
    let width: Double
    /// Ends of lives, ascending: failures, or the last reading where remaining life is learned and
    /// the set names no failures.
    let ends: [Double]

    /// The tracks of some of the devices with a life that ended.
    ///
    /// - Throws: What the source throws.
    static func tracks(
        _ recipe: PredictionRecipe, source: any TelemetrySource, history: FailureTimes
    ) throws -> [DeviceTrack] {
        let metrics = recipe.metrics.compactMap { name in
            source.catalog.metrics.firstIndex { $0.name == name }
        }
        guard metrics.count == recipe.metrics.count, !metrics.isEmpty else { return [] }
        let ended = history.devices.filter { history.hasEnd($0) }
        let step = max(1, ended.count / deviceLimit)
        let rowLimit = max(100, numberLimit / (deviceLimit * metrics.count))
        return try stride(from: 0, to: ended.count, by: step).map { place in
            let series = try source.series(of: ended[place], Filter(to: history.until))
            let rows = max(0, series.times.count - rowLimit)..<series.times.count
            let times = Array(series.times[rows])
            return DeviceTrack(
                device: ended[place], times: times,
                columns: metrics.map { metric in
                    series.metrics[metric][rows].map { $0.count > 0 ? $0.mean : .nan }
                }, width: source.catalog.axis.isCalendar ? source.catalog.axis.bucketWidth : 0,
                ends: history.ends(of: ended[place], lastReading: times.last))
        }
    }

    /// The rows after the last end.
    var rest: Range<Int> { (ends.last.map(times.count(upTo:)) ?? 0)..<times.count }

    /// The rows of each life that were known at its end; the last stretch, whose end is unknown, is
    /// not a life.
    var lives: [Life] {
        var start = 0
        return ends.map { end in
            defer { start = max(start, times.count(upTo: end)) }
            return Life(rows: start..<max(start, times.count(upTo: end - width)), end: end)
        }
    }
}
