import Analysis
import Reports
import Values

/// Recognises labels among events written row by row, as a column of marks yields them: they begin
/// always the same time before a failure, go on up to it, and occur nowhere else. The counterpart
/// of `LabelColumn`.
struct SpellLabel {
    /// Mean number of events per spell that is needed: single events are no label.
    private static let leastLength = 3.0
    /// The share of failures that need a spell before them, and the share of spells that may lead
    /// to none.
    private static let (leastShare, strayShare) = (0.95, 0.01)
    /// Largest distance of two events in a spell, in rows.
    private static let gap = 1.5

    private struct Spell {
        let start: Double
        var end: Double
    }

    /// Times of failures by device, ascending.
    let failures: [Int: [Double]]
    /// The time between two rows.
    let step: Double
    /// Failures that are needed.
    let least: Int

    /// What gives a code away; nil for one that could have been noticed at the time.
    ///
    /// - Parameter events: Times of its events by device, ascending.
    /// - Complexity: O(events × log failures).
    func evidence(_ events: [Int: [Double]]) -> BackTest.Evidence? {
        let spells = events.mapValues(spells)
        let count = spells.values.reduce(0) { $0 + $1.count }
        let all = events.values.reduce(0) { $0 + $1.count }
        guard count > 0, Double(all) >= Self.leastLength * Double(count) else { return nil }
        let leads = spells.flatMap { device, own in
            own.compactMap { lead($0, failures[device] ?? []) }
        }
        let strays = spells.reduce(0) { sum, own in
            sum + own.value.count { isStray($0, failures[own.key] ?? []) }
        }
        let total = failures.values.reduce(0) { $0 + $1.count }
        guard leads.count >= least, Double(leads.count) >= Self.leastShare * Double(total),
            Double(strays) <= Self.strayShare * Double(leads.count)
        else { return nil }
        let spread = Statistics.quantiles(leads, [0.02, 0.5, 0.98])
        return spread[2] - spread[0] <= 1.01 * step ? .label(value: 1, lead: spread[1]) : nil
    }

    private func spells(_ times: [Double]) -> [Spell] {
        times.reduce(into: []) { spells, time in
            if let last = spells.last, time - last.end <= Self.gap * step {
                spells[spells.count - 1].end = time
            } else {
                spells.append(Spell(start: time, end: time))
            }
        }
    }

    /// How long before its failure a spell begins; nil for one that does not last until a failure.
    private func lead(_ spell: Spell, _ failures: [Double]) -> Double? {
        let place = failures.count(upTo: spell.start)
        guard place < failures.count, failures[place] - spell.end <= Self.gap * step else {
            return nil
        }
        return failures[place] - spell.start
    }

    /// Whether a spell neither leads to a failure nor begins right after one, while the device is
    /// down.
    private func isStray(_ spell: Spell, _ failures: [Double]) -> Bool {
        guard lead(spell, failures) == nil else { return false }
        let place = failures.count(upTo: spell.start)
        return place == 0 || spell.start - failures[place - 1] > Self.gap * step
    }
}
