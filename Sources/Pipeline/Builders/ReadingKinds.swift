import Reports
import Values

/// Kinds of devices that send different readings, as pumps and fans of one plant do: no value of a
/// reading tells them apart as surely.
struct ReadingKinds {
    /// For each unit the index of its kind; nil for those that send what few others do.
    let labels: [Int?]
    /// For each kind the readings that set it apart: those that no other kind sends, else those
    /// that some do not, else those that all send.
    let sends: [[MetricRef]]

    /// Fewer units are no kind.
    static let fewest = 3
    /// More are no kinds, but devices each with sensors of its own.
    private static let most = 8
    /// The share of readings that two kinds may have in common; with more, one has sensors that the
    /// other lacks, and both may be compared.
    private static let shared = 0.5

    /// Nil unless three quarters of the units that send anything are of at least two kinds.
    init?(_ table: FeatureTable) {
        var metrics: [MetricRef] = []
        var columns: [Int] = []
        for (index, feature) in table.features.enumerated() {
            guard case .sends(let metric) = feature else { continue }
            metrics.append(metric)
            columns.append(index)
        }
        guard !columns.isEmpty else { return nil }
        let common = Self.common(table, without: metrics)
        let patterns = table.values.map { row -> [Bool]? in
            let sent = columns.map { row[$0] > 0 }
            // Who sends nothing at all is of no kind.
            return sent.contains(true) || common.contains { row[$0.column].isFinite } ? sent : nil
        }
        let known = patterns.compactMap(\.self)
        var counts: [[Bool]: Int] = [:]
        for pattern in known { counts[pattern, default: 0] += 1 }
        let kinds = counts.filter { $0.value >= Self.fewest }
            .sorted { ($1.value, Self.text($0.key)) < ($0.value, Self.text($1.key)) }.map(\.key)
        let covered = kinds.reduce(0) { $0 + (counts[$1] ?? 0) }
        guard (2...Self.most).contains(kinds.count), 4 * covered >= 3 * known.count,
            Self.areApart(kinds, common: common.count)
        else { return nil }
        labels = patterns.map { pattern in pattern.flatMap { kinds.firstIndex(of: $0) } }
        sends = kinds.map { kind in
            let own = metrics.indices.filter { kind[$0] }
            let alone = own.filter { place in kinds.count { $0[place] } == 1 }
            let told = (alone.isEmpty ? own : alone).map { metrics[$0] }
            return told.isEmpty ? common.map(\.metric) : told
        }
    }

    /// The readings that most units send whatever their kind, with the columns of their means.
    private static func common(
        _ table: FeatureTable, without some: [MetricRef]
    ) -> [(column: Int, metric: MetricRef)] {
        table.features.enumerated().compactMap { column, feature in
            guard case .mean(let metric) = feature, !some.contains(metric) else { return nil }
            let count = table.values.count { $0[column].isFinite }
            return 2 * count > table.values.count ? (column, metric) : nil
        }
    }

    private static func areApart(_ kinds: [[Bool]], common: Int) -> Bool {
        kinds.indices.allSatisfy { first in
            kinds.indices.dropFirst(first + 1).allSatisfy { second in
                let pairs = zip(kinds[first], kinds[second])
                let both = pairs.count { $0 && $1 } + common
                let either = pairs.count { $0 || $1 } + common
                return Double(both) <= shared * Double(either)
            }
        }
    }

    /// For an order that does not depend on that of a dictionary.
    private static func text(_ pattern: [Bool]) -> String {
        pattern.map { $0 ? "0" : "1" }.joined()
    }
}
