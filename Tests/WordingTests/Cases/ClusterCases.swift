import Reports
import Samples
import Values

@testable import Wording

/// Words of Clusters.
extension PhraseCases {
    var clusters: Chapter {
        Chapter("ClusterPhrases") {
            clusterHead
            clusterChoices
            clusterGroups
            clusterCards
            clusterEvidence
            clusterMembers
        }
    }

    static let units: [ClusterUnit] =
        [.devices, .rows] + widths.map { .windows($0) } + [.windows(.width(3_600))]

    @SayingsBuilder private var clusterHead: [Said] {
        Said("clusterQuestion(_:)", Self.units) { phrases.clusterQuestion($0) }
        Said("clusterAnswer(_:)", clusterReports) { phrases.clusterAnswer($0) }
        Said("units(_:_:)", Self.pairs(Self.units, Self.counts)) { phrases.units($1, $0) }
        Said("unitName(_:)", Self.units) { phrases.unitName($0) }
        Said("unitColumn(_:)", Self.units) { phrases.unitColumn($0) }
        Said("sortedUnits(_:)", Self.units) { phrases.sortedUnits($0) }
        Said("profileAxis(_:)", Self.units) { phrases.profileAxis($0) }
    }

    @SayingsBuilder private var clusterChoices: [Said] {
        Said("algorithm(_:)", ClusterChoice.Algorithm.allCases) { phrases.algorithm($0) }
        Said("scaling(_:)", ClusterChoice.Scaling.allCases) { phrases.scaling($0) }
        Said("featureSet(_:count:)", ClusterChoice.FeatureSet.allCases) { set in
            [nil, 1, 12].map { phrases.featureSet(set, count: $0) }
        }
        Said("units(_:)", ClusterChoice.Units.allCases) { phrases.units($0) }
        Said("automaticGroups(_:)", [0, 4]) { phrases.automaticGroups($0) }
        Said("automatic(_:)", [nil, 0.53]) { phrases.automatic($0) }
        Said("component(_:)", [0, 1]) { phrases.component($0) }
        Said("numberOfGroups()", phrases.numberOfGroups())
    }

    @SayingsBuilder private var clusterGroups: [Said] {
        Said("groupName(_:)", [nil, -1, 0, 25, 26, 53]) { phrases.groupName($0) }
        Said("groupHeading(_:size:_:)", Self.pairs(Self.threeUnits, Self.counts)) {
            phrases.groupHeading(0, size: $1, $0)
        }
        Said("groupShort(_:size:_:)", Self.pairs(Self.threeUnits, Self.counts)) {
            phrases.groupShort(1, size: $1, $0)
        }
        Said("groupWords(_:_:)", groupCases) { phrases.groupWords($0.groups[0], $0) }
        Said("groupFacts(_:)", groupCases) { phrases.groupFacts($0.groups[0]) }
        Said("recovery(_:)", [(0, 50), (48, 50), (1, 1)]) {
            phrases.recovery(.init(returned: $0, resamplings: $1))
        }
        Said("carrier(_:)", Self.features) { phrases.carrier($0) }
        Said("profilePoint(_:_:_:)", Self.differences) {
            phrases.profilePoint("comp2", "A", $0)
        }
        Said("standardized(_:)", Self.differences) { phrases.standardized($0) }
        Said("strongest(_:of:listed:)", [(8, 20, 20), (8, 300, 40)]) {
            phrases.strongest($0, of: $1, listed: $2)
        }
    }

    static let threeUnits: [ClusterUnit] = [.devices, .windows(.day), .rows]

    @SayingsBuilder private var clusterCards: [Said] {
        Said("map(_:_:features:)", mapCases) { phrases.map($0, days.context, features: $1) }
        Said("axisTitle(_:_:)", [0, 1, 2]) { phrases.axisTitle($0, Sample(.rich).clusters) }
        Said("groupsInWords(_:)", clusterReports) { phrases.groupsInWords($0) }
        Said("mirrorNotice(_:)", mirrorCases) { phrases.mirrorNotice($0) }
        Said("profile(_:_:)", profileCases) { phrases.profile($0, days.context) }
    }

    @SayingsBuilder private var clusterEvidence: [Said] {
        Said("howMany(_:)", howManyCases) { phrases.howMany($0) }
        Said("kDistances(_:)", kDistanceCases) { phrases.kDistances($0) }
        Said("fit(_:)", fitCases) { phrases.fit($0) }
        Said("mirror(_:)", mirrorCases) { phrases.mirror($0) }
        Said("moves(_:_:)", moveCases) { phrases.moves($0, $1) }
    }

    @SayingsBuilder private var clusterMembers: [Said] {
        Said("noMembers()", phrases.noMembers())
        Said("outliers(_:)", outlierCases) { phrases.outliers($0) }
        Said("contributions(_:_:)", [0, 1, 3]) { count in
            phrases.contributions(
                (0..<count).map { .init(feature: $0, share: 0.31, value: 4, group: 1.9) },
                Sample(.rich).clusters)
        }
        Said("members(_:shown:order:)", Self.everyUnit(Sample(.rich).clusters) + longReports) {
            report in
            [nil, ListOrder(by: "Group", isDescending: false)].map {
                phrases.members(report, shown: 50, order: $0)
            }
        }
        Said("memberName(_:)", memberCases) { phrases.memberName($0) }
        Said("memberTitle(_:_:)", memberCases) {
            phrases.memberTitle($0, Sample(.rich).clusters)
        }
    }
}
