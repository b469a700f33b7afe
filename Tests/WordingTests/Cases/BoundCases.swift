import Reports
import Samples
import Values

@testable import Wording

/// What was left out so that much data do not take too long.
extension PhraseCases {
    var bounds: Chapter {
        Chapter("BoundPhrases") {
            Said("groupedBy(_:)", boundedGroups) { phrases.groupedBy($0) }
            Said("compared(_:)", [nil, 21, 370]) { count in
                phrases.compared(
                    count.map { .init(compared: 5 * $0, possible: 100 * $0, readings: $0) })
            }
            Said("drawn(_:)", [nil, 5, 21, 370]) { count in
                phrases.drawn(Self.with(Sample(.rich).trends) { $0.metricsTested = count })
            }
            Said("seriesShown(_:of:)", [(7, 7), (20, 21), (20, 371)]) {
                phrases.seriesShown($0, of: $1)
            }
            Said("columnsShown(_:of:)", [(7, 7), (1, 2), (20, 21), (200, 371)]) {
                phrases.columnsShown($0, of: $1)
            }
        }
    }

    /// Nothing left out, each bound alone, and all of them, for each unit.
    private var boundedGroups: [ClusterReport] {
        let rich = Sample(.rich).clusters
        let directions = [1, 2, 5, 21].map { count in
            Self.with(rich) { $0.directions = .init(count: count, share: 0.62) }
        }
        let single = Self.with(directions[0]) { $0.features = Array($0.features.prefix(1)) }
        let all = Self.with(directions[3]) {
            ($0.comparesEqualGapsOnly, $0.unitsTried) = (true, 21)
        }
        return [rich] + directions + [single] + Self.everyUnit(all)
            + [
                Self.with(rich) { $0.comparesEqualGapsOnly = true },
                Self.with(rich) { $0.unitsTried = 50 },
            ]
    }
}
