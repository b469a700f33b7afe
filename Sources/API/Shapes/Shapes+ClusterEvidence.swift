import Reports
import Values

extension Shapes {
    static let stability: Shape<ClusterReport.Stability> = .object(
        "Stability", "How well the groups come back when units are resampled.",
        [
            .count("returned", "Resamplings with an adjusted Rand index of at least 0.8.") {
                $0.returned
            },
            .count("resamplings", "All resamplings.") { $0.resamplings },
            .number("meanARI", "Mean adjusted Rand index.") { $0.meanARI },
            .number("lowestARI", "Lowest adjusted Rand index.") { $0.lowestARI },
        ])

    static let recovery: Shape<ClusterReport.Recovery> = .object(
        "Recovery", "How often a group came back when units were resampled.",
        [
            .count("returned", "Resamplings that share three quarters of the members.") {
                $0.returned
            },
            .count("resamplings", "All resamplings.") { $0.resamplings },
        ])

    static let loner: Shape<(ClusterReport.Loner, [FeatureKind])> = .object(
        "Loner", "A unit that stands alone in a feature.",
        [
            .text("name", "The unit.") { $0.0.name },
            .optionalText("feature", "The feature.") { name($0.0.feature, $0.1) },
            .number("deviations", "Robust standard deviations from the others' median.") {
                $0.0.deviations
            },
        ])

    static let axis: Shape<(ClusterReport.Axis, [FeatureKind])> = .object(
        "PrincipalAxis", "A principal axis of the map.",
        [
            .number("explained", "Share of the variance along it, 0 to 1.") { $0.0.explained },
            .list("loadings", "The features that weigh most in it.", loading) { axis in
                axis.0.loadings.map { ($0, axis.1) }
            },
        ])

    private static let loading: Shape<(ClusterReport.Axis.Loading, [FeatureKind])> = .object(
        "Loading", "The weight of a feature in an axis.",
        [
            .optionalText("feature", "The feature.") { name($0.0.feature, $0.1) },
            .number("value", "The loading, signed.") { $0.0.value },
        ])

    static let candidate: Shape<ClusterReport.Candidate> = .object(
        "Candidate", "A number of clusters that was tried.",
        [
            .count("k", "The number.") { $0.k },
            .number("silhouette", "Mean silhouette of the units.") { $0.silhouette },
            .number("inertia", "Sum of squared distances to the centres.") { $0.inertia },
            .number("reference", "A silhouette that data without clusters hardly reach.") {
                $0.reference
            },
        ])

    static let mirror: Shape<ClusterReport.Mirror> = .object(
        "Mirror", "How far the groups only repeat what an attribute says.",
        [
            .text("attribute", "The attribute.") { $0.attribute },
            .number("nmi", "Normalised mutual information, 0 to 1.") { $0.nmi },
            .field("values", "The attribute's values.", Shape<String>.text.list) { $0.values },
            .field(
                "counts", "A list for each group: units with each of the values.",
                Shape<Int>.count.list.list
            ) { $0.counts },
        ])

    static let moves: Shape<ClusterReport.Moves> = .object(
        "Moves", "Units that changed their group since the load before.",
        [
            .list("moved", "These units.", move) { $0.moved },
            .count("compared", "Units that both loads have.") { $0.compared },
            .count("new", "Units that the load before did not have.") { $0.new },
        ])

    private static let move: Shape<ClusterReport.Moves.Move> = .object(
        "Move", "A unit that changed its group.",
        [
            .text("name", "The unit.") { $0.name },
            .optionalCount("from", "The old group; null for none.") { $0.from },
            .optionalCount("to", "The new group; null for none.") { $0.to },
        ])

    static let member: Shape<(ClusterReport.Member, [FeatureKind])> = .object(
        "Member", "One unit, on the map and in the table.",
        [
            .text("name", "Unique in the answer.") { $0.0.name },
            .field("device", "The device that it is or belongs to.", device.optional) {
                $0.0.device
            },
            .field("status", "The device's status; null for windows of time.", status.optional) {
                $0.0.status
            },
            .optionalCount("group", "Index of the group; null in none.") { $0.0.group },
            .number("x", "Score on the first principal axis.") { $0.0.x },
            .number("y", "Score on the second principal axis.") { $0.0.y },
            .number("silhouette", "Silhouette of the unit.") { $0.0.silhouette },
            .number("membership", "How firmly it is in its group, 0 to 1, by HDBSCAN.") {
                $0.0.membership
            },
            .number("distance", "Robust standard deviations from the centre of its group.") {
                $0.0.distance
            },
            .flag("far", "Whether that is at least 3.5.") { $0.0.isFar },
            .list("contributions", "Features that make up the distance.", featureContribution) {
                member in
                member.0.contributions.map { ($0, member.1) }
            },
            .numbers("values", "The features before scaling, in their order.") { $0.0.values },
        ])

    private static let featureContribution:
        Shape<(ClusterReport.Member.Contribution, [FeatureKind])> =
            .object(
                "FeatureContribution", "The part of a feature in a distance.",
                [
                    .optionalText("feature", "The feature.") { name($0.0.feature, $0.1) },
                    .number("share", "Its part, 0 to 1.") { $0.0.share },
                    .number("value", "The unit's value.") { $0.0.value },
                    .number("group", "Median of the unit's group.") { $0.0.group },
                ])

    private static func name(_ index: Int, _ features: [FeatureKind]) -> String? {
        features.indices.contains(index) ? features[index].key : nil
    }
}
