import Analysis
import Telemetry
import Values

/// Readings against those of the same operating regime: how many standard deviations from its mean.
///
/// What is known of regimes is part of a recipe, so that a model answers for other data as it was
/// taught.
struct RegimeScaling: Sendable, Hashable, Codable {
    /// Columns are the metrics of the recipe.
    let levels: RegimeLevels

    /// Rows that are looked at, about.
    private static let rowLimit = 100_000
    /// Fewer rows are no ground for regimes.
    private static let leastRows = 200

    /// Finds the regimes of some devices; nil where there are none.
    ///
    /// - Throws: What the source throws.
    init?(
        metrics: [String], source: any TelemetrySource, devices: [Int], until: Double
    ) throws {
        let places = metrics.map { name in
            source.catalog.metrics.firstIndex { $0.name == name }
        }
        var columns = [[Double]](repeating: [], count: metrics.count)
        var ranges: [Range<Int>] = []
        var rows = 0
        let step = max(1, devices.count / 200)
        for place in stride(from: 0, to: devices.count, by: step) where rows < Self.rowLimit {
            let series = try source.series(of: devices[place], Filter(to: until))
            for (column, metric) in places.enumerated() {
                columns[column] += series.times.indices.map { row in
                    metric.map { series.metrics[$0][row].mean } ?? .nan
                }
            }
            ranges.append(rows..<rows + series.times.count)
            rows += series.times.count
        }
        guard rows >= Self.leastRows,
            let found = RegimeLevels(columns: columns, devices: ranges)
        else { return nil }
        levels = found
    }

    /// A device's columns, in the order of the recipe's metrics, against their regimes; NaN in none.
    func scaled(_ columns: [[Double]]) -> [[Double]] {
        let regimes = (columns.first ?? []).indices.map { row in
            levels.regime(levels.setPoints.map { columns[$0][row] })
        }
        return zip(columns, levels.scales).map { column, scales in
            zip(column, regimes).map { value, regime in
                regime.map { scales[$0].standardised(value) } ?? .nan
            }
        }
    }
}
