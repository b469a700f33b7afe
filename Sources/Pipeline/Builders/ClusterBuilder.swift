import Analysis
import Reports
import Telemetry
import Values

/// Makes the Clusters page: which units behave alike, what sets them apart, and how far to trust
/// it.
struct ClusterBuilder {
    let source: any TelemetrySource
    let scope: Scope
    let fleet: FleetState
    let choice: ClusterChoice
    let seed: UInt64
    /// The numbers of clusters tried for the same units and features; nil where they are not known
    /// yet.
    var count: ClusterCountChoice?

    /// With fewer units there is nothing to group.
    static let minimumUnits = 6
    /// Members that are listed and drawn at most.
    static let listed = 10_000

    /// The report, and the numbers of clusters tried, for other choices with the same units and
    /// features.
    ///
    /// - Throws: What the source throws.
    func report() throws -> (report: ClusterReport, count: ClusterCountChoice?) {
        let full = try FeatureBuilder(
            source: source, scope: scope, fleet: fleet, choice: choice
        ).table()
        // A person who asks for the readings alone gets all of them.
        let followers = choice.features == .all ? SamplingFeatures(table: full).followers() : []
        // Rows without a time must give the same groups whatever their order in the file.
        let isOfRows = if case .rows = full.unit { true } else { false }
        let order = isOfRows ? full.canonicalOrder : Array(full.units.indices)
        let table = full.without(followers).ordered(order)
        var report = ClusterReport(
            verdict: .noFeatures, unit: table.unit, choice: choice, unitCount: table.units.count,
            seed: seed)
        guard table.units.count >= Self.minimumUnits else {
            report.verdict = .tooFewUnits(table.units.count)
            return (report, nil)
        }
        guard let prepared = try? PreparedFeatures(table, scaling: choice.scaling) else {
            return (report, nil)
        }
        report.features = prepared.features
        report.dropped =
            followers.map { .init(feature: full.features[$0], reason: .followsSampling) }
            + prepared.dropped
        report.filled = prepared.filled
        report.comparesEqualGapsOnly = prepared.comparesEqualGapsOnly
        guard prepared.matrix.columnCount >= 1 else { return (report, nil) }
        do {
            let count = try group(prepared, table, into: &report)
            if isOfRows { report.members = Self.inOrder(report.members) }
            return (report, count)
        } catch {
            // Values that no method can use, such as ones whose squares overflow.
            report.verdict = .noFeatures
            return (report, nil)
        }
    }

    private func group(
        _ prepared: PreparedFeatures, _ table: FeatureTable, into report: inout ClusterReport
    ) throws -> ClusterCountChoice? {
        let space = try ComparisonSpace(prepared.matrix)
        let carriers = prepared.behaviours
        let grouping = try Grouping(
            space.matrix, choice: choice, count: count,
            features: carriers.map { column in prepared.raw.map { $0[column] } },
            kinds: choice.features == .events ? nil : ReadingKinds(table), seed: seed)
        report.directions = space.directions
        report.unitsTried = grouping.unitsTried
        report.verdict = grouping.verdict
        report.k = grouping.sizes.count
        report.eps = grouping.eps
        report.minSamples = grouping.minSamples
        report.hopkins = grouping.hopkins
        report.stability = grouping.stability
        report.candidates = grouping.candidates
        report.kDistances = grouping.kDistances
        report.noise = grouping.labels.count { $0 == nil }
        report.silhouette = grouping.silhouette
        report.axes = Self.axes(space.components)
        report.groups = GroupProfiles(
            prepared: prepared, grouping: grouping, table: table, scope: scope
        ).groups().enumerated().map { Self.group($1, grouping.evidence, $0, carriers) }
        report.members = MemberRows(
            prepared: prepared, grouping: grouping, table: table, components: space.components,
            limit: Self.listed
        ).members()
        report.loners = (grouping.inFeatures?.loners ?? []).map { loner in
            ClusterReport.Loner(
                name: table.units[loner.row].name, feature: carriers[loner.column],
                deviations: loner.deviations)
        }
        report.mirrors = AttributeMirrors(table: table, scope: scope).mirrors(grouping)
        return grouping.count
    }

    /// A group with what is known of it beside its members.
    private static func group(
        _ group: ClusterReport.Group, _ evidence: [Grouping.Evidence], _ index: Int,
        _ carriers: [Int]
    ) -> ClusterReport.Group {
        guard evidence.indices.contains(index) else { return group }
        var group = group
        group.carriers = evidence[index].columns.map { carriers[$0] }
        group.shared = evidence[index].shared
        group.sends = evidence[index].sends
        group.recovery = evidence[index].recovery
        group.persistence = evidence[index].persistence
        return group
    }

    /// The members where they are rows: the gravest status first, then in the order of the set.
    private static func inOrder(_ members: [ClusterReport.Member]) -> [ClusterReport.Member] {
        members.sorted { a, b in
            let (left, right) = (a.status ?? .ok, b.status ?? .ok)
            return left == right ? (a.device?.index ?? 0) < (b.device?.index ?? 0) : left > right
        }
    }

    private static func axes(_ model: PrincipalComponentsModel) -> [ClusterReport.Axis] {
        model.explainedVarianceRatios.indices.prefix(2).map { axis in
            let loadings = model.loadings.row(axis).enumerated()
                .sorted { abs($0.element) > abs($1.element) }.prefix(3)
                .map { ClusterReport.Axis.Loading(feature: $0.offset, value: $0.element) }
            return ClusterReport.Axis(
                explained: model.explainedVarianceRatios[axis], loadings: loadings)
        }
    }
}
