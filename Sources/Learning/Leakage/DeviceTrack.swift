import Analysis
import Telemetry
import Values

/// The readings of one device as they were written, with the times at which its lives ended.
struct DeviceTrack {
    /// A stretch of rows that ends with a failure.
    struct Life {
        let rows: Range<Int>
        let end: Double
    }

    /// Devices that are looked at, evenly spread.
    private static let deviceLimit = 60
    /// Numbers that are held, of all devices together; of longer devices the latest rows.
    private static let numberLimit = 16_000_000

    let device: Int
    /// The times of the rows, rising.
    let times: [Double]
    /// One per metric of the recipe, NaN where not read.
    let columns: [[Double]]
    /// How long a row stands for; 0 where one is known at its own time.
    let width: Double
    /// When lives ended, rising: by failures, or by the last reading where the set names no failures
    /// and remaining life is learned.
    let ends: [Double]

    /// The tracks of some of the devices; of those whose lives ended, if there are such.
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

    /// The rows of each life that are known at its end; the last stretch, whose end is not known, is none.
    var lives: [Life] {
        var start = 0
        return ends.map { end in
            defer { start = max(start, times.count(upTo: end)) }
            return Life(rows: start..<max(start, times.count(upTo: end - width)), end: end)
        }
    }
}
