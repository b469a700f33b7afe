import Values

/// Who was watched and still working at each age, and how many failed there.
struct RiskSets: Sendable, Equatable {
    /// One age at which something failed.
    struct Event: Sendable, Equatable {
        let age: Double
        /// Parts that were watched and working right before.
        let atRisk: Int
        /// Parts that failed at this age; at least 1, at most `atRisk`.
        let failures: Int

        /// The cumulative hazard gained here: −ln(1 − d/n), with half a failure less where nothing
        /// would be left.
        var hazard: Double {
            let left = max(Double(atRisk - failures), 0.5)
            return -ElementaryFunctions.logarithm(left / Double(atRisk))
        }
    }

    /// By rising age.
    let events: [Event]
    private let entries: [Double]
    private let exits: [Double]

    /// Parts that leave at the age of a failure count as working right before it.
    ///
    /// - Complexity: O(n log n).
    init(_ lifetimes: [Lifetime]) {
        entries = lifetimes.map(\.entry).sorted()
        exits = lifetimes.map(\.exit).sorted()
        let failures = lifetimes.filter(\.isFailure).map(\.exit).sorted()
        var events: [Event] = []
        var first = 0
        while first < failures.count {
            let age = failures[first]
            var next = first + 1
            while next < failures.count, failures[next] == age { next += 1 }
            let atRisk = Self.atRisk(age, entries, exits)
            events.append(Event(age: age, atRisk: atRisk, failures: next - first))
            first = next
        }
        self.events = events
    }

    /// Parts that entered before an age and left at it or later. O(log n).
    func atRisk(at age: Double) -> Int { Self.atRisk(age, entries, exits) }

    /// The highest age of leaving at which at least so many parts were at risk; 0 where there never
    /// were. O(n log n) at worst.
    func reach(atRisk fewest: Int) -> Double {
        exits.last { atRisk(at: $0) >= fewest } ?? 0
    }

    /// The events at ages above `age`, up to `last` and including it. O(log n).
    func events(after age: Double, through last: Double) -> ArraySlice<Event> {
        events.prefix(place(after: last)).dropFirst(place(after: age))
    }

    /// Where `events` passes an age: the first event above it.
    private func place(after age: Double) -> Int {
        events.indices.partitionPoint { events[$0].age <= age }
    }

    private static func atRisk(_ age: Double, _ entries: [Double], _ exits: [Double]) -> Int {
        entries.firstIndex(notBelow: age) - exits.firstIndex(notBelow: age)
    }
}
