import Reports
import Values

extension Shapes {
    /// Groups of units that behave alike.
    static let clusters: Shape<ClusterReport> = .object(
        "Clusters", "Which units behave alike, what sets them apart, and whether that holds.",
        [
            .text("verdict", "groups, partial, unstable, none, too_few_units or no_features.") {
                verdict($0.verdict)
            },
            .text("unit", "What is grouped: devices, windows or rows.") { unit($0.unit) },
            .text("algorithm", "kmeans, hdbscan or dbscan.") { $0.choice.algorithm.rawValue },
            .text("scaling", "How features are scaled: standard or robust.") {
                $0.choice.scaling.rawValue
            },
            .count("k", "Number of groups; 0 without any.") { $0.k },
            .number("eps", "Radius that DBSCAN used; null for others.") { $0.eps },
            .optionalCount("minSamples", "Neighbours that DBSCAN, members that HDBSCAN asked for.")
            { $0.minSamples },
            .field(
                "features", "The features that units were compared by.", Shape<String>.text.list
            ) { $0.features.map(\.key) },
            .list("dropped", "Features that were left out, and why.", dropped) { $0.dropped },
            .count("filled", "Missing values filled with the feature's median.") { $0.filled },
            .list("groups", "The groups by descending size.", group) { report in
                report.groups.map { ($0, report.features) }
            },
            .count("noise", "Units that are in no group.") { $0.noise },
            .number("silhouette", "Mean silhouette of all units, -1 to 1.") { $0.silhouette },
            .number("hopkins", "Hopkins statistic: 0.5 for one cloud, near 1 for clusters.") {
                $0.hopkins
            },
            .optional("stability", "How well resamplings reproduce the groups.", stability) {
                $0.stability
            },
            .list("axes", "The first two principal axes.", axis) { report in
                report.axes.map { ($0, report.features) }
            },
            .list("candidates", "The numbers of clusters that k-means tried.", candidate) {
                $0.candidates
            },
            .numbers("kDistances", "Sorted k-distances of DBSCAN; empty for others.") {
                $0.kDistances
            },
            .list("loners", "Units that stand alone in a feature.", loner) { report in
                report.loners.map { ($0, report.features) }
            },
            .list("mirrors", "Attributes that the groups repeat, the closest first.", mirror) {
                $0.mirrors
            },
            .optional("moves", "Units that changed their group since the load before.", moves) {
                $0.moves
            },
            .list("members", "The units, the gravest status first, at most 10,000.", member) {
                report in report.members.map { ($0, report.features) }
            },
            .count("unitCount", "All units, listed or not.") { $0.unitCount },
            .text("seed", "Seed of every pseudo-random sequence.") { String($0.seed) },
        ])

    private static func verdict(_ verdict: ClusterReport.Verdict) -> String {
        switch verdict {
        case .groups: "groups"
        case .partial: "partial"
        case .unstable: "unstable"
        case .none: "none"
        case .tooFewUnits: "too_few_units"
        case .noFeatures: "no_features"
        }
    }

    private static func unit(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "devices"
        case .windows: "windows"
        case .rows: "rows"
        }
    }

    private static let dropped: Shape<ClusterReport.Dropped> = .object(
        "DroppedFeature", "A feature that was left out.",
        [
            .text("feature", "The feature.") { $0.feature.key },
            .text("reason", "constant, repeats, missing or follows_sampling.") {
                switch $0.reason {
                case .constant: "constant"
                case .repeats: "repeats"
                case .missing: "missing"
                case .followsSampling: "follows_sampling"
                }
            },
        ])

    private static let group: Shape<(ClusterReport.Group, [FeatureKind])> = .object(
        "ClusterGroup", "A group and what sets it apart.",
        [
            .count("size", "Number of members.") { $0.0.size },
            .number("silhouette", "Mean silhouette of the members.") { $0.0.silhouette },
            .field(
                "sends", "Readings that only this kind of units sends; empty for other groups.",
                Shape<String>.text.list
            ) { $0.0.sends.map(\.name) },
            .field(
                "carriers", "The features that it was found in; empty for all together.",
                Shape<String>.text.list
            ) { group in
                group.0.carriers.compactMap { index in
                    group.1.indices.contains(index) ? group.1[index].key : nil
                }
            },
            .count("shared", "Further units that are in a clearer group too.") { $0.0.shared },
            .optional("recovery", "How often it came back in resamplings.", recovery) {
                $0.0.recovery
            },
            .number("persistence", "Its stability by HDBSCAN, the excess of mass.") {
                $0.0.persistence
            },
            .list("profile", "The group's difference in each feature.", difference) { group in
                Array(zip(group.0.profile, group.1))
            },
            .list("attributes", "The most frequent values of attributes.", attribute) {
                $0.0.attributes
            },
        ])

    private static let difference: Shape<(ClusterReport.Difference, FeatureKind)> = .object(
        "FeatureDifference", "The mean of a feature in a group against that of all units.",
        [
            .text("feature", "The feature.") { $0.1.key },
            .number("z", "Difference in standard deviations of all units.") { $0.0.z },
            .number("low", "Lower end of its 95 % interval.") { $0.0.low },
            .number("high", "Upper end of its 95 % interval.") { $0.0.high },
            .number("mean", "Mean over the members.") { $0.0.mean },
            .number("overall", "Mean over all units.") { $0.0.overall },
        ])

    private static let attribute: Shape<ClusterReport.AttributeCount> = .object(
        "AttributeCount", "How often a value of an attribute occurs in a group.",
        [
            .text("attribute", "The attribute.") { $0.attribute },
            .text("value", "One of its values.") { $0.value },
            .count("count", "Members with it.") { $0.count },
        ])
}
