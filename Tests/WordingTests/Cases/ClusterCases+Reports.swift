import Reports
import Samples
import Values

@testable import Wording

/// Reports of groups.
extension PhraseCases {
    /// The same report of devices, windows and rows.
    static func everyUnit(_ report: ClusterReport) -> [ClusterReport] {
        threeUnits.map { unit in with(report) { $0.unit = unit } }
    }

    /// Every verdict of each unit; with and without what the answer may add.
    var clusterReports: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let counts = [1, 2, 5, 21].map { count in
            Self.with(rich) { report in
                report.groups = (0..<count).map { rich.groups[$0 % 4] }
                (report.noise, report.mirrors, report.unitCount) = (count, [], count)
                report.stability = count == 1 ? nil : report.stability
            }
        }
        let plain = Self.with(rich) { report in
            for place in report.groups.indices { report.groups[place].profile = [] }
        }
        let few = [0, 1, 2, 5].map { count in
            Self.with(rich) { ($0.verdict, $0.unitCount) = (.tooFewUnits(count), count) }
        }
        let unstable = Self.with(rich) { $0.verdict = .unstable }
        let cloud = Self.with(rich) { $0.verdict = .none }
        let bare = [unstable, cloud].map { report in
            Self.with(report) { ($0.stability, $0.silhouette, $0.hopkins) = (nil, nil, nil) }
        }
        let unreferenced = Self.with(cloud) { ($0.candidates, $0.hopkins) = ([], nil) }
        let featureless = Self.with(rich) { $0.verdict = .noFeatures }
        return ([rich, unstable, cloud, featureless] + few.prefix(3)).flatMap(Self.everyUnit)
            + counts + few + bare + [plain, unreferenced] + partialReports + kindReports
    }

    /// Kinds of devices by the readings that they send, of which all or not all devices are.
    private var kindReports: [ClusterReport] {
        [0, 1, 5].map { rest in
            Self.with(Sample(.rich).clusters) { report in
                (report.verdict, report.noise) = (.partial, rest)
                report.stability = nil
                let sends = [[Self.volt], [Self.pressure, Self.volt]]
                for place in report.groups.indices { report.groups[place].sends = sends[place % 2] }
            }
        }
    }

    /// Groups in single features: one or several, shared units, lone ones, and none left over.
    var partialReports: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let several = Self.with(rich) { report in
            (report.verdict, report.noise) = (.partial, 56)
            report.groups = Array(rich.groups.prefix(2))
            for place in report.groups.indices {
                report.groups[place].carriers = [place, place + 1]
                report.groups[place].recovery = .init(returned: 48 - place, resamplings: 50)
            }
        }
        let lonely = [1, 2, 5, 21].map { count in
            Self.with(several) { report in
                report.loners = rich.members.prefix(count).map {
                    .init(name: $0.name, feature: 2, deviations: 9)
                }
                (report.groups[1].shared, report.noise) = (count, count + 1)
            }
        }
        let single = Self.with(lonely[0]) { report in
            report.groups = Array(report.groups.prefix(1))
            report.noise = 1
        }
        let bare = Self.with(several) { report in
            for place in report.groups.indices {
                (report.groups[place].carriers, report.groups[place].recovery) = ([], nil)
            }
        }
        let always = Self.with(several) { report in
            for place in report.groups.indices {
                report.groups[place].recovery = .init(returned: 50, resamplings: 50)
            }
        }
        let cloud = Self.with(lonely[1]) { ($0.verdict, $0.groups) = (.none, []) }
        return Self.everyUnit(several) + lonely + [single, bare, always, cloud]
    }

    /// Groups that differ in counts, in readings, or hardly; with attributes and without.
    var groupCases: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let every = Self.features.map { ($0, Self.differences[2]) }
        let counted: [FeatureKind] = [.codeRate(Self.codes[1]), .missing]
        let kinds = (every + Self.pairs(counted, Self.differences)).map { feature, difference in
            Self.with(rich) {
                $0.features = [feature]
                $0.groups[0].profile = [difference]
            }
        }
        let none = Self.with(rich) {
            $0.groups[0].profile = []
            ($0.groups[0].attributes, $0.groups[0].silhouette) = ([], nil)
        }
        let three = Self.with(rich) { report in
            report.groups[0].profile = report.features.map { _ in Self.differences[1] }
        }
        return [rich, none, three] + kinds + partialReports.prefix(1)
    }

    static let differences: [ClusterReport.Difference] = [
        .init(z: -1.2, low: -1.5, high: -0.9, mean: 0, overall: 2),
        .init(z: 1.2, low: 0.9, high: 1.5, mean: 3, overall: 0),
        .init(z: 1.2, low: 0.9, high: 1.5, mean: 100.04, overall: 100.01),
        .init(z: -2, low: -2, high: -2, mean: 0.01, overall: 2),
    ]

    /// Two components, one or none, chosen features, and each algorithm.
    var mapCases: [(ClusterReport, [FeatureKind])] {
        let rich = Sample(.rich).clusters
        let scan = Self.with(rich) { ($0.choice.algorithm, $0.choice.scaling) = (.dbscan, .robust) }
        let axes = [0, 1].map { count in
            Self.with(rich) { $0.axes = Array($0.axes.prefix(count)) }
        }
        let bare = Self.with(scan) { ($0.eps, $0.minSamples) = (nil, nil) }
        let hierarchies = [5, nil].map { least in
            Self.with(rich) { ($0.choice.algorithm, $0.minSamples) = (.hdbscan, least) }
        }
        let orders = (1..<rich.features.count).map {
            (rich, [rich.features[$0], rich.features[$0 - 1]])
        }
        let ungrouped = Self.with(rich) { $0.groups = [] }
        let single = Self.with(rich) { $0.features = Array($0.features.prefix(1)) }
        return
            (Self.everyUnit(rich) + [scan, bare, single] + hierarchies + axes + [partialReports[0]])
            .map { ($0, []) } + orders
            + [(ungrouped, Array(rich.features.prefix(2)))]
    }

    var profileCases: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let reasons: [ClusterReport.Dropped.Reason] = [
            .constant, .repeats(.mean(Self.volt)), .missing(share: 0.4), .followsSampling,
        ]
        let filled = [0, 1, 2, 5, 21].map { count in
            Self.with(rich) { report in
                report.filled = count
                report.dropped = reasons.prefix(count).map { .init(feature: .missing, reason: $0) }
            }
        }
        let sides = [3.0, -3].map { z in
            Self.with(rich) {
                $0.groups[0].profile[0] = .init(z: z, low: z, high: z, mean: 1, overall: 2)
            }
        }
        let single = Self.with(rich) {
            ($0.groups, $0.features) = ([], Array($0.features.prefix(1)))
        }
        return filled + sides + [single]
    }

    var memberCases: [ClusterReport.Member] {
        let member = Sample(.rich).clusters.members[1]
        let window = Self.with(member) { ($0.window, $0.name) = ("2 Jan", "2 Jan") }
        return [
            member, Self.with(member) { $0.device = Self.numbered[0] },
            Self.with(member) { ($0.window, $0.device) = ("2 Jan", Self.pump) }, window,
            Self.with(window) { ($0.device, $0.group, $0.silhouette) = (nil, nil, nil) },
        ]
    }

    /// More units than members that are kept.
    var longReports: [ClusterReport] {
        let long = Self.with(Sample(.rich).clusters) { $0.unitCount = 20_021 }
        return Self.everyUnit(long)
    }
}
