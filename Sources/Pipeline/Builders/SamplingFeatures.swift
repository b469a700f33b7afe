import Analysis
import Reports

/// Tells features that reflect how often a device was read from those that describe its behaviour.
///
/// Daily means spread less than hourly readings: where some devices are read more often than
/// others, the spread of every reading splits the fleet, and the split says nothing about the
/// devices.
struct SamplingFeatures {
    let table: FeatureTable

    /// Rates of reading whose coefficient of variation is below this are taken as equal.
    static let leastSpread = 0.25
    /// The absolute correlation with the rate of reading from which on a feature follows it.
    static let limit = 0.7

    /// Columns of features that follow the rate of reading.
    func followers() -> [Int] {
        let known = table.sampling.indices.filter {
            table.sampling[$0].isFinite && table.sampling[$0] > 0
        }
        guard known.count * 2 > table.units.count, known.count >= FeatureBuilder.minimumDevices
        else {
            return []
        }
        let rates = known.map { table.sampling[$0] }
        let spread = Statistics.standardDeviation(rates) / Statistics.mean(rates)
        guard spread >= Self.leastSpread else { return [] }
        return table.features.indices.filter { feature in
            guard isReading(table.features[feature]) else { return false }
            let pairs = zip(rates, known.map { table.values[$0][feature] })
                .filter { $0.1.isFinite }
            let correlation = Statistics.pearson(pairs.map(\.0), pairs.map(\.1))
            return abs(correlation) >= Self.limit
        }
    }

    private func isReading(_ feature: FeatureKind) -> Bool {
        switch feature {
        case .mean, .spread, .slope, .excursions, .missing: true
        case .eventRate, .codeRate, .sends, .attribute: false
        }
    }
}

extension FeatureTable {
    func without(_ columns: [Int]) -> FeatureTable {
        let kept = features.indices.filter { !columns.contains($0) }
        var table = self
        table.features = kept.map { features[$0] }
        table.values = values.map { row in kept.map { row[$0] } }
        return table
    }
}
