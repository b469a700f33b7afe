import Analysis
import Telemetry
import Values

/// Standardises readings within their operating regime: standard deviations from its mean.
///
/// The regimes are part of a recipe, so that a model treats other data as it was taught.
struct RegimeScaling: Sendable, Hashable, Codable {
    /// Its columns are the metrics of the recipe.
    let levels: RegimeLevels

    /// Finds the regimes in a sample of devices; nil where there are none.
    ///
    /// - Throws: What the source throws.
    init?(
        metrics: [String], source: any TelemetrySource, devices: [Int], until: Double
    ) throws {
        let places = metrics.map { name in
            source.catalog.metrics.firstIndex { $0.name == name }
        }
        var sample = RegimeSample(devices: devices.count, columns: metrics.count)
        for device in sample.places.map({ devices[$0] }) {
            let series = try source.series(of: device, Filter(to: until))
            sample.add(
                places.map { metric in
                    series.times.indices.prefix(sample.rowLimit).map { row in
                        metric.map { series.metrics[$0][row].mean } ?? .nan
                    }
                })
        }
        guard let found = RegimeLevels(sample) else { return nil }
        levels = found
    }

    /// A device's columns, in the order of the recipe's metrics, standardised within their regimes;
    /// NaN for rows in no regime.
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
