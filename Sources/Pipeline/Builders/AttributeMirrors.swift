import Analysis
import Reports
import Telemetry

/// Says how far groups only repeat what an attribute (a model, a site) says anyway.
struct AttributeMirrors {
    let table: FeatureTable
    let scope: Scope

    /// Values of an attribute beyond this number make it no category.
    static let valueLimit = 12

    /// One mirror per attribute that is a category, the clearest first.
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
