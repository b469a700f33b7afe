package import Reports

/// What sentences on groups in single features say, before it has words.
extension ClusterReport {
    /// Each group with all its units, those in a clearer group too, and what carries it.
    package var partialGroups: [(count: Int, carrier: FeatureKind?)] {
        groups.map { group in
            let carrier = group.carriers.first.flatMap { index in
                features.indices.contains(index) ? features[index] : nil
            }
            return (count: group.size + group.shared, carrier: carrier)
        }
    }

    /// Whether the groups are kinds of units that send different readings.
    package var isOfKinds: Bool { groups.contains { !$0.sends.isEmpty } }

    /// Units that belong to a second group too.
    package var sharedUnits: Int { groups.reduce(0) { $0 + $1.shared } }

    /// Units in no group that do not stand alone.
    package var alikeUnits: Int { max(0, noise - loners.count) }

    /// The group that came back least often.
    package var leastRecovery: Recovery? {
        groups.compactMap(\.recovery).min { $0.returned < $1.returned }
    }

    /// The first units that stand alone, and by what.
    package var namedLoners: [(member: Member, feature: FeatureKind)] {
        loners.prefix(Self.namedLonerLimit).compactMap { loner in
            guard features.indices.contains(loner.feature),
                let member = members.first(where: { $0.name == loner.name })
            else { return nil }
            return (member: member, feature: features[loner.feature])
        }
    }

    /// More names would hide what a sentence says.
    private static let namedLonerLimit = 4
}
