import Values

/// How likely chance alone puts an event as near before a moment as the last one was.
public enum Coincidence {
    /// The last incident before a moment.
    public struct Incident: Sendable, Equatable {
        /// When it began, in the unit of the events.
        public let time: Double
        /// Incidents up to the moment, this one included.
        public let count: Int
        /// The probability of an incident as near or nearer, were they scattered over the span at
        /// their rate.
        public let chance: Double
    }

    /// Events that follow each other within this share of the span are one incident: a burst is as
    /// rare as its beginning, and a stream that never ends began long ago.
    private static let together = 0.001

    /// Looks back from a moment, with a Poisson process of the span's own rate for chance.
    ///
    /// - Parameters:
    ///   - events: Times, rising; those outside the span or after the moment are ignored.
    ///   - span: The time on record, which holds the moment.
    ///   - resolution: How exactly times are known: no event counts as nearer than this.
    /// - Returns: `nil` without any event, or for an empty span.
    /// - Complexity: O(events).
    public static func last(
        _ events: [Double], before moment: Double, in span: ClosedRange<Double>,
        resolution: Double
    ) -> Incident? {
        let length = span.upperBound - span.lowerBound
        guard length > 0 else { return nil }
        var (count, began, last) = (0, Double.nan, -Double.infinity)
        for time in events where span.contains(time) && time <= moment {
            if time - last > together * length { (count, began) = (count + 1, time) }
            last = time
        }
        guard count > 0 else { return nil }
        let expected = Double(count) * max(moment - began, resolution) / length
        return Incident(
            time: began, count: count, chance: 1 - ElementaryFunctions.exponential(-expected))
    }
}
