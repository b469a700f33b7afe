package import Reports
package import Values

/// How a group compares with all units in one feature.
package enum GroupContrast {
    /// What is counted does not occur in the group.
    case absent
    /// It occurs in no other group.
    case alone(mean: Double)
    /// A count: so many times the mean of all.
    case times(Double, mean: Double)
    /// The share of its members that send the reading, 0…1.
    case sent(MetricRef, share: Double)
    /// A reading or an attribute: the group's mean, that of all, and their difference in standard
    /// deviations.
    case against(mean: Double, overall: Double, z: Double)

    package init(_ kind: FeatureKind, _ difference: ClusterReport.Difference) {
        let (mean, overall) = (difference.mean, difference.overall)
        switch kind {
        case .eventRate, .codeRate, .excursions, .missing:
            if mean == 0 {
                self = .absent
            } else {
                self = overall > 0 ? .times(mean / overall, mean: mean) : .alone(mean: mean)
            }
        case .sends(let metric): self = .sent(metric, share: mean)
        case .mean, .spread, .slope, .attribute:
            self = .against(mean: mean, overall: overall, z: difference.z)
        }
    }
}

extension ClusterReport {
    /// How the number of groups came about.
    package enum NumberOfGroups {
        /// Somebody asked for it.
        case asked(Candidate)
        /// It is the best one, but no better than in data without groups.
        case best(Candidate)
        case standsOut(Candidate)
    }

    /// Nil where no numbers were tried.
    package var numberOfGroups: NumberOfGroups? {
        let best = candidates.max { $0.silhouette < $1.silhouette }
        let shown = candidates.first { $0.k == k }
        if choice.k != nil { return shown.map { .asked($0) } }
        if verdict == .groups { return shown.map { .standsOut($0) } }
        return best.map { .best($0) }
    }

    package var farMembers: [Member] { members.filter(\.isFar) }

    /// How many members are nearer to another group than to their own.
    package var misplacedMembers: Int { members.count { ($0.silhouette ?? 0) < 0 } }

    /// The attribute that the groups repeat most first.
    package var sortedMirrors: [Mirror] { mirrors.sorted { $0.nmi > $1.nmi } }
}
