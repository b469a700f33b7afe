import Analysis
import Reports
import Telemetry
import Values

/// Describes each group: how it differs in each feature, and which attributes its members have.
struct GroupProfiles {
    let prepared: PreparedFeatures
    let grouping: Grouping
    let table: FeatureTable
    let scope: Scope

    func groups() -> [ClusterReport.Group] {
        guard let raw = try? FeatureMatrix(rows: prepared.raw.map { $0.map(Self.present) }),
            let profile = try? ClusterProfile().fit(raw, labels: grouping.labels)
        else { return [] }
        let overall = (0..<raw.columnCount).map { column -> (mean: Double, spread: Double) in
            let values = raw.column(column).filter(\.isFinite)
            return (Statistics.mean(values), Statistics.standardDeviation(values))
        }
        return profile.map { cluster in
            let members = grouping.labels.indices.filter { grouping.labels[$0] == cluster.label }
            let fits = members.compactMap { row in
                grouping.silhouettes.isEmpty ? nil : grouping.silhouettes[row]
            }
            return ClusterReport.Group(
                size: cluster.size,
                profile: zip(cluster.features, overall).map {
                    difference($0, $1.mean, $1.spread, size: cluster.size)
                },
                silhouette: fits.isEmpty ? nil : Statistics.mean(fits),
                attributes: attributes(members))
        }
    }

    private static func present(_ value: Double) -> Double { value.isFinite ? value : .nan }

    private func difference(
        _ feature: ProfiledCluster.Feature, _ mean: Double, _ spread: Double, size: Int
    ) -> ClusterReport.Difference {
        let scale = spread > 0 ? spread : 1
        // Two members do not tell the spread of their group.
        let interval = size < 3 ? nil : feature.interval
        let limits = interval ?? ClosedRange(at: feature.mean)
        // No member has the feature, so that no difference is known.
        let difference = feature.mean.isFinite ? feature.standardizedDifference : .nan
        return ClusterReport.Difference(
            z: difference, low: limits.map { ($0.lowerBound - mean) / scale } ?? .nan,
            high: limits.map { ($0.upperBound - mean) / scale } ?? .nan, mean: feature.mean,
            overall: mean)
    }

    /// The three most frequent values of each attribute with at most 12 of them.
    private func attributes(_ members: [Int]) -> [ClusterReport.AttributeCount] {
        scope.catalog.attributes.enumerated().flatMap { index, name in
            let texts = table.attribute(index, scope.catalog)
            var counts: [String: Int] = [:]
            for member in members where !texts[member].isEmpty {
                counts[texts[member], default: 0] += 1
            }
            guard counts.count <= AttributeMirrors.valueLimit else {
                return [ClusterReport.AttributeCount]()
            }
            return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map {
                ClusterReport.AttributeCount(attribute: name, value: $0.key, count: $0.value)
            }
        }
    }
}
