import Reports
import Samples
import Values

@testable import Wording

/// What tells whether groups can be trusted.
extension PhraseCases {
    /// Asked for, the best of none, and such that stand out; with a reference and without.
    var howManyCases: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let asked = [1, 2, 4, 21].map { count in
            Self.with(rich) {
                ($0.choice.k, $0.k) = (count, count)
                $0.candidates.append(.init(k: count, silhouette: 0.2, inertia: 3))
            }
        }
        let counts = (2...8).map { count in Self.with(rich) { $0.k = count } }
        let cloud = Self.with(rich) { $0.verdict = .none }
        let unheld = [rich, cloud].map { report in
            Self.with(report) { report in
                for place in report.candidates.indices {
                    report.candidates[place].reference = nil
                }
                (report.hopkins, report.stability) = (nil, nil)
            }
        }
        let none = Self.with(rich) { $0.candidates = [] }
        let resampled = [1, 2, 21].map { count in
            Self.with(rich) { $0.stability?.resamplings = count }
        }
        return [rich, cloud, none, partialReports[0]] + asked + counts + unheld + resampled
    }

    var kDistanceCases: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let places = [1, 2, 3, 11, 12, 13, 21, 112].map { count in
            Self.with(rich) { $0.minSamples = count }
        }
        return Self.everyUnit(rich) + places
            + [Self.with(rich) { ($0.eps, $0.minSamples) = (nil, nil) }]
    }

    var fitCases: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let misplaced = [0, 1, 2, 5, 21].map { count in
            Self.with(rich) { report in
                for place in report.members.indices {
                    report.members[place].silhouette = place < count ? -0.2 : 0.3
                }
            }
        }
        let single = Self.with(misplaced[0]) { $0.groups = Array($0.groups.prefix(1)) }
        return Self.everyUnit(misplaced[0]) + misplaced + [single]
    }

    /// An attribute that repeats nearly all, a part or little of the groups, several, or none.
    var mirrorCases: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let strengths = [0.94, 0.7, 0.5, 0.1].map { nmi in
            Self.with(rich) { $0.mirrors[0].nmi = nmi }
        }
        let two = Self.with(rich) {
            $0.mirrors.append(Self.with($0.mirrors[0]) { ($0.attribute, $0.nmi) = ("age", 0.2) })
        }
        return Self.everyUnit(rich) + strengths + [two, Self.with(rich) { $0.mirrors = [] }]
    }

    var moveCases: [(ClusterReport.Moves, ClusterReport)] {
        let cases = [(0, 0), (1, 1), (2, 2), (5, 5), (21, 21)].map { moved, new in
            ClusterReport.Moves(
                moved: (0..<moved).map { .init(name: "\($0)", device: nil, from: 0, to: 1) },
                compared: 20 + moved, new: new)
        }
        return Self.pairs(cases, Self.everyUnit(Sample(.rich).clusters))
    }

    var outlierCases: [ClusterReport] {
        let counts = [0, 1, 2, 5, 21].map { count in
            Self.with(Sample(.rich).clusters) { report in
                for place in report.members.indices {
                    report.members[place].distance = place < count ? 4 : 1
                }
            }
        }
        return Self.everyUnit(counts[0]) + counts
    }
}
