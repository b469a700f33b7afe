package import Reports

/// What sentences on Clusters say, before it has words.
extension ClusterReport {
    /// The features in which a group differs by at least 0.3 standard deviations, with an interval
    /// that excludes 0; the strongest first.
    package func distinctiveFeatures(
        of group: Group
    ) -> [(feature: FeatureKind, difference: Difference)] {
        zip(features, group.profile)
            .filter { _, difference in
                difference.z.isFinite && difference.z.magnitude >= 0.3
                    && (difference.low > 0 || difference.high < 0)
            }
            .sorted { $0.1.z.magnitude > $1.1.z.magnitude }
            .map { (feature: $0.0, difference: $0.1) }
    }

    /// The two features that set groups apart most, as far as they do so by more than 0.3.
    package var leadingFeatures: [FeatureKind] {
        strongestFeatures.prefix(2).filter { index in
            groups.contains { group in
                group.profile.indices.contains(index) && group.profile[index].z.magnitude > 0.3
            }
        }.map { features[$0] }
    }

    /// The attribute that the groups repeat almost entirely, so that they tell nothing new. Of groups
    /// in single features it is what they have in common, and no objection.
    package var leadingMirror: Mirror? {
        guard verdict != .partial else { return nil }
        return mirrors.max { $0.nmi < $1.nmi }.flatMap { $0.strength == .almostAll ? $0 : nil }
    }

    /// The greatest difference of a group from all, by magnitude; `group` is an index.
    package var strongestDifference: (group: Int, feature: FeatureKind, z: Double)? {
        var strongest: (group: Int, feature: FeatureKind, z: Double)?
        for (index, group) in groups.enumerated() {
            for (feature, difference) in zip(features, group.profile)
            where difference.z.isFinite && difference.z.magnitude > strongest?.z.magnitude ?? 0 {
                strongest = (index, feature, difference.z)
            }
        }
        return strongest
    }

    /// Of some features the one that sets groups apart most, with its rank among all, from 0.
    package func better(of kinds: [FeatureKind]) -> (feature: FeatureKind, rank: Int)? {
        let ranks = strongestFeatures
        let places = kinds.map { kind in
            features.firstIndex(of: kind).flatMap { ranks.firstIndex(of: $0) } ?? ranks.count
        }
        return zip(kinds, places).min { $0.1 < $1.1 }.map { (feature: $0.0, rank: $0.1) }
    }

    /// Index of the group with the lowest silhouette; nil where there is only one.
    package var loosestGroup: Int? {
        guard groups.count > 1 else { return nil }
        return groups.indices.min { (groups[$0].silhouette ?? 1) < (groups[$1].silhouette ?? 1) }
    }
}

extension ClusterReport {
    /// Indices of the features, those that set a group apart most first.
    package var strongestFeatures: [Int] {
        let strengths = features.indices.map { feature in
            groups.compactMap { group in
                group.profile.indices.contains(feature) ? group.profile[feature].z.magnitude : nil
            }.filter(\.isFinite).max() ?? 0
        }
        return features.indices.sorted { (strengths[$1], $0) < (strengths[$0], $1) }
    }
}
