import Analysis
import Telemetry
import Values

/// Readings against those of the same operating regime: how many standard deviations from its mean.
///
/// What is known of regimes is part of a recipe, so that a model answers for other data as it was
/// taught.
struct RegimeScaling: Sendable, Hashable, Codable {
    /// The mean and spread of one metric within one regime.
    struct Scale: Sendable, Hashable, Codable {
        var mean: Double
        /// 0 where it does not vary.
        var deviation: Double

        /// A value in standard deviations from the mean; NaN where the metric does not vary.
        func callAsFunction(_ value: Double) -> Double {
            deviation > 0 ? (value - mean) / deviation : .nan
        }
    }

    /// The metrics whose levels say which regime it is.
    let setPoints: [String]
    /// `centres[regime][set point]`.
    let centres: [[Double]]
    /// How far a value may lie from its level, for each set point.
    let reaches: [Double]
    /// `scales[metric][regime]`, metrics as in the recipe.
    let scales: [[Scale]]

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
            let found = OperatingRegimes(columns: columns, devices: ranges)
        else { return nil }
        setPoints = found.setPoints.map { metrics[$0] }
        (centres, reaches) = (found.centres, found.reaches)
        scales = columns.map { column in
            found.centres.indices.map { regime in
                let own = column.indices.filter { found.regimes[$0] == regime }.map { column[$0] }
                let mean = Statistics.mean(own)
                let deviation = Statistics.standardDeviation(own)
                return Scale(
                    mean: mean.isFinite ? mean : 0, deviation: deviation.isFinite ? deviation : 0)
            }
        }
    }

    /// A device's columns, in the order of the recipe's metrics, against their regimes; NaN in none.
    func scaled(_ columns: [[Double]], setPoints: [[Double]]) -> [[Double]] {
        let regimes = (columns.first ?? []).indices.map { row in
            regime(setPoints.map { $0[row] })
        }
        return zip(columns, scales).map { column, scales in
            zip(column, regimes).map { value, regime in
                regime.map { scales[$0](value) } ?? .nan
            }
        }
    }

    private func regime(_ values: [Double]) -> Int? {
        centres.firstIndex { centre in
            zip(zip(values, centre), reaches).allSatisfy { abs($0.0 - $0.1) < $1 }
        }
    }

    /// What a file says fits together: it may come from anywhere.
    func isPossible(metrics: Int) -> Bool {
        setPoints.count == reaches.count && scales.count == metrics
            && centres.allSatisfy { $0.count == setPoints.count }
            && scales.allSatisfy { $0.count == centres.count }
    }
}
