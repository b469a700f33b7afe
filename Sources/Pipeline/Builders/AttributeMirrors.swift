import Analysis
import Reports
import Telemetry

/// Compares groups with attributes: a grouping may only repeat a model or a site.
struct AttributeMirrors {
    let table: FeatureTable
    let scope: Scope

    /// Attributes with more distinct values do not group devices.
    static let valueLimit = 12

    /// One mirror per attribute with 2 to 12 values, the closest first; empty unless the units are
    /// devices.
    func mirrors(_ grouping: Grouping) -> [ClusterReport.Mirror] {
        guard case .devices = table.unit, grouping.sizes.count >= 2 else { return [] }
        return scope.catalog.attributes.indices.compactMap { mirror($0, grouping) }
            .sorted { $0.nmi > $1.nmi }
    }

    private func mirror(_ attribute: Int, _ grouping: Grouping) -> ClusterReport.Mirror? {
        let texts = table.attribute(attribute, scope.catalog)
        let values = Set(texts.filter { !$0.isEmpty }).sorted()
        guard values.count >= 2, values.count <= Self.valueLimit else { return nil }
        let known = texts.indices.filter { !texts[$0].isEmpty && grouping.labels[$0] != nil }
        let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        let groups = known.compactMap { grouping.labels[$0] }
        let own = known.compactMap { places[texts[$0]] }
        guard groups.count >= 4, groups.count == own.count,
            let nmi = try? ClusterQuality.normalizedMutualInformation(groups, own)
        else { return nil }
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: values.count), count: grouping.sizes.count)
        for (group, value) in zip(groups, own) { counts[group][value] += 1 }
        return ClusterReport.Mirror(
            attribute: scope.catalog.attributes[attribute], nmi: nmi, values: values,
            counts: counts)
    }
}
