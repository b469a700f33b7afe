import Analysis
import Reports

/// Tells features that say how often a device was read from those that say how it behaves.
///
/// Means of a day spread less than readings of an hour: where some devices of a fleet are read more
/// often than others, the spread of every reading splits it, and the split says nothing of the
/// devices.
struct SamplingFeatures {
    let table: FeatureTable

    /// Sampling rates that spread less than this share of their mean are one rate.
    static let leastSpread = 0.25
    /// The correlation with the rate from which a feature follows it.
    static let limit = 0.7

    /// The columns of features that follow the sampling.
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
        case .eventRate, .codeRate, .attribute: false
        }
    }
}

extension FeatureTable {
    /// The table without some features.
    func without(_ columns: [Int]) -> FeatureTable {
        let kept = features.indices.filter { !columns.contains($0) }
        var table = self
        table.features = kept.map { features[$0] }
        table.values = values.map { row in kept.map { row[$0] } }
        return table
    }
}
