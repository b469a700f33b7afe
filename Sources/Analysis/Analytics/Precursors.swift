/// The coded events and the failures of one device while it was observed.
public struct CodedHistory<Code: Hashable & Comparable & Sendable>: Sendable {
    /// Start of observation.
    public let start: Double
    /// End of observation.
    public let end: Double
    /// Times of the failures.
    public let failures: [Double]
    /// Times of each code's events.
    public let events: [Code: [Double]]

    /// A history; times outside start...end and missing ones are left out, the rest is sorted.
    ///
    /// Nil unless start <= end and both are finite.
    public init?(start: Double, end: Double, failures: [Double], events: [Code: [Double]]) {
        guard start.isFinite, end.isFinite, start <= end else { return nil }
        func kept(_ times: [Double]) -> [Double] {
            times.filter { $0 >= start && $0 <= end }.sorted()
        }
        self.start = start
        self.end = end
        self.failures = kept(failures)
        self.events = events.mapValues(kept)
    }
}

/// How a code and the failures go together.
public struct Precursor<Code: Hashable & Comparable & Sendable>: Sendable, Equatable {
    /// The code of the events.
    public let code: Code
    /// Failures of all devices.
    public let failures: Int
    /// Failures with the code in the window before them.
    public let preceded: Int
    /// Share of all device-time that has the code in the window before it: what `precededShare`
    /// would be by accident.
    public let precededChance: Double
    /// One-sided exact p of as many preceded failures, or more, by accident.
    public let pValue: Double
    /// Events of the code, of all devices.
    public let events: Int
    /// Events with a failure in the window after them.
    public let followed: Int
    /// Share of all device-time that has a failure in the window after it: what `followedShare`
    /// would be by accident.
    public let followedChance: Double

    /// Share of the failures that the code announced; NaN without failures.
    public var precededShare: Double { Double(preceded) / Double(failures) }
    /// How many times more often than by accident the code comes before a failure; NaN or infinite
    /// where `precededChance` is 0.
    public var lift: Double { precededShare / precededChance }
    /// Share of the events that a failure followed (the reverse probability); NaN without events.
    public var followedShare: Double { Double(followed) / Double(events) }
}

/// Finds the codes that come before failures more often than by accident.
///
/// An event at t is before a failure at f when f - window <= t < f. Several events in one window
/// count once for the failure. The p-value takes failures as independent of each other.
public struct PrecursorAnalysis: Sendable {
    /// How long before a failure a code may come, in the unit of the times.
    public var window: Double

    /// `window` is in the unit of the times.
    public init(window: Double) { self.window = window }

    /// One result per code that any history names, strongest lift first, equal ones by code.
    ///
    /// Empty for a window that is not positive. O((events + codes · failures) log).
    public func fit<Code>(_ histories: [CodedHistory<Code>]) -> [Precursor<Code>] {
        guard window > 0, window.isFinite else { return [] }
        let exposure = histories.reduce(0) { $0 + ($1.end - $1.start) }
        let failures = histories.reduce(0) { $0 + $1.failures.count }
        let beforeFailures = histories.reduce(0) { sum, history in
            sum + covered(history.failures.map { ($0 - window, $0) }, history.start, history.end)
        }
        let codes = Set(histories.flatMap(\.events.keys)).sorted()
        let found = codes.map { code in
            var count = PairCount()
            for history in histories { count.add(history, history.events[code] ?? [], window) }
            let chance = exposure > 0 ? count.coverage / exposure : 0
            let tail = Binomial(trials: failures, probability: min(1, max(0, chance)))
            return Precursor(
                code: code, failures: failures, preceded: count.preceded, precededChance: chance,
                pValue: tail?.upperTail(count.preceded) ?? 1, events: count.events,
                followed: count.followed,
                followedChance: exposure > 0 ? beforeFailures / exposure : 0)
        }
        return found.sorted { (Self.rank($1), $0.code) < (Self.rank($0), $1.code) }
    }

    private static func rank<Code>(_ precursor: Precursor<Code>) -> Double {
        precursor.lift.isNaN ? 0 : precursor.lift
    }
}

/// One code's counts, added up over the devices.
private struct PairCount {
    var preceded = 0
    var followed = 0
    var events = 0
    var coverage = 0.0

    mutating func add<Code>(_ history: CodedHistory<Code>, _ times: [Double], _ window: Double) {
        events += times.count
        coverage += covered(times.map { ($0, $0 + window) }, history.start, history.end)
        preceded += history.failures.count { failure in
            let last = times.firstIndex(notBelow: failure) - 1
            return last >= 0 && times[last] >= failure - window
        }
        followed += times.count { time in
            var next = history.failures.firstIndex(notBelow: time)
            while next < history.failures.count, history.failures[next] == time { next += 1 }
            return next < history.failures.count && history.failures[next] - window <= time
        }
    }

}

/// Length of the union of spans, which come in order, within start...end.
private func covered(_ spans: [(Double, Double)], _ start: Double, _ end: Double) -> Double {
    var reached = start
    var sum = 0.0
    for (from, to) in spans {
        let low = max(from, reached)
        let high = min(to, end)
        if high > low {
            sum += high - low
            reached = high
        }
    }
    return sum
}
