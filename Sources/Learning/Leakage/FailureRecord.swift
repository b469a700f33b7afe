import Analysis
import Reports
import Values

/// Recognises a code that is written when a failure is dealt with, and precedes it only by the way
/// in which times are noted: its events lie within a moment of failures, or always the same time
/// before them.
///
/// What announces failures leaves time, more in one case than in the other, and never comes after.
struct FailureRecord {
    /// Events, and failures, that are needed.
    private static let leastEvents = 10
    /// The share of events (or of failures) that must lie close to failures, the share that must
    /// precede them to do harm, and the share after them that no warning has.
    private static let (together, before, after) = (0.95, 0.05, 0.1)
    /// The share of failures that repairs must accompany.
    private static let accompanied = 0.8

    let history: FailureTimes
    /// How far ahead failures are predicted, in the axis' unit.
    let horizon: Double
    /// Events less than this before a failure are no warning.
    let moment: Double
    /// The steps in which times are noted.
    let resolution: Double
    /// The time covered by all devices together.
    let exposure: Double

    /// What gives a code away; nil for one that could announce failures.
    ///
    /// - Parameters:
    ///   - events: Times from which its events are known, by device.
    ///   - kind: The kind of its events.
    /// - Complexity: O(events × log failures).
    func evidence(_ events: [Int: [Double]], kind: EventKind) -> BackTest.Evidence? {
        let lags = events.flatMap { device, times in
            times.map { Self.lag($0, history.failures[device] ?? []) }
        }
        guard lags.count >= Self.leastEvents, history.count >= Self.leastEvents else { return nil }
        let near = lags.filter { abs($0) <= moment }
        let share = Double(near.count) / Double(lags.count)
        let isTogether = share >= Self.together || isWrittenElsewhereToo(lags, near)
        if isTogether, isHarmful(near), isTied(near) {
            return .record(share: share, within: moment)
        }
        // Repairs follow failures; before them they are misplaced.
        let around = lags.filter { $0 > -moment && $0 <= horizon }
        if kind == .repair, Double(around.count) >= Self.together * Double(lags.count),
            isHarmful(around), Double(around.count) >= Self.accompanied * Double(history.count)
        {
            return .record(share: Double(around.count) / Double(lags.count), within: horizon)
        }
        return punctual(events)
    }

    /// Evidence that all events come the same time before a failure, and before nearly every
    /// failure.
    private func punctual(_ events: [Int: [Double]]) -> BackTest.Evidence? {
        let leads = events.flatMap { device, times in
            let failures = history.failures[device] ?? []
            return times.map { time in
                let place = failures.count(upTo: time)
                return place < failures.count ? failures[place] - time : .infinity
            }
        }
        let lead = Statistics.median(leads)
        let alike = leads.count { abs($0 - lead) <= resolution }
        guard lead.isFinite, Double(alike) >= 0.99 * Double(leads.count),
            Double(alike) >= Self.together * Double(history.count)
        else { return nil }
        return .punctual(lead: lead)
    }

    /// How long before the nearest failure an event lies; negative after it, infinite without one.
    private static func lag(_ time: Double, _ failures: [Double]) -> Double {
        let place = failures.count(upTo: time)
        let next = place < failures.count ? failures[place] - time : .infinity
        let last = place > 0 ? time - failures[place - 1] : .infinity
        return last == 0 || last < next ? -last : next
    }

    /// Whether some of the events precede their failure.
    private func isHarmful(_ near: [Double]) -> Bool {
        let early = near.count { $0 > 0 }
        return early > 0 && Double(early) >= Self.before * Double(near.count)
    }

    /// Whether events also follow failures, or always precede them by the same time.
    private func isTied(_ near: [Double]) -> Bool {
        let late = near.count { $0 <= 0 }
        let ends = Statistics.quantiles(near, [0.05, 0.95])
        return Double(late) >= Self.after * Double(near.count) || ends[1] - ends[0] <= resolution
    }

    /// Whether far more events lie near failures than by chance, while the others know nothing of
    /// failures: within the horizon before them there are no more than at any other time.
    private func isWrittenElsewhereToo(_ lags: [Double], _ near: [Double]) -> Bool {
        guard near.count >= Self.leastEvents, exposure > 0 else { return false }
        let rate = Double(lags.count - near.count) / exposure
        let byChance = 2 * moment * rate * Double(history.count)
        let far = lags.count { $0 > moment && $0 <= horizon }
        let expected = rate * max(0, horizon - moment) * Double(history.count)
        return Double(near.count) >= 5 * byChance
            && Double(far) <= expected + 3 * max(1, expected).squareRoot()
    }
}
