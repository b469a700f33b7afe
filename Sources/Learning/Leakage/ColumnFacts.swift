import Telemetry
import Values

/// What is known about each column of each device without following its course: whether it is
/// constant, and whether it numbers the rows of all files.
struct ColumnFacts {
    fileprivate struct Summary {
        var count = 0
        var low = Double.infinity
        var high = -Double.infinity
        var isRisingWhole = true
    }

    /// With more devices, no column is examined.
    private static let deviceLimit = 2_000

    /// By device, in the order of those asked for, and by metric of the recipe.
    private let summaries: [[Summary]]

    /// - Throws: What the source throws.
    init(_ metrics: [Int], source: any TelemetrySource, history: FailureTimes) throws {
        guard history.devices.count <= Self.deviceLimit, !metrics.isEmpty else {
            summaries = []
            return
        }
        summaries = try history.devices.map { device in
            let series = try source.series(of: device, Filter(to: history.until))
            return metrics.map { metric in
                var summary = Summary()
                for reading in series.metrics[metric] where reading.count > 0 {
                    summary.add(reading.mean)
                }
                return summary
            }
        }
    }

    /// The constant value of each device as text, empty for devices without one; nil where some
    /// device has several values.
    func constants(_ metric: Int) -> [String]? {
        let own = summaries.map { $0[metric] }
        guard !own.isEmpty, own.allSatisfy({ $0.count == 0 || $0.low == $0.high }) else {
            return nil
        }
        return own.map { $0.count > 0 ? "\($0.low)" : "" }
    }

    /// Whether the values of all devices together are consecutive whole numbers, each once and
    /// ascending in time.
    func numbersRows(_ metric: Int) -> Bool {
        let own = summaries.map { $0[metric] }.filter { $0.count > 0 }
        let count = own.reduce(0) { $0 + $1.count }
        guard own.count > 1, count > 2 * own.count, own.allSatisfy(\.isRisingWhole),
            let low = own.map(\.low).min(), let high = own.map(\.high).max()
        else { return false }
        return high - low + 1 == Double(count)
    }
}

extension ColumnFacts.Summary {
    fileprivate mutating func add(_ value: Double) {
        isRisingWhole = isRisingWhole && value > high && value == value.rounded()
        low = min(low, value)
        high = max(high, value)
        count += 1
    }
}
