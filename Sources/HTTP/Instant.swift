/// A point of a clock that never goes back.
///
/// `ContinuousClock.Instant` has a layout that is known only when the program runs, and so would
/// every value that holds one: a connection, its events and its answers would be copied by way of
/// tables. This one is a plain number.
struct Instant: Comparable, Sendable {
    private static let start = ContinuousClock.now

    /// Since the program first asked for the time.
    private let elapsed: Duration

    /// The present.
    static var now: Instant { Instant(elapsed: start.duration(to: .now)) }

    static func < (left: Instant, right: Instant) -> Bool { left.elapsed < right.elapsed }

    static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(elapsed: instant.elapsed + duration)
    }

    static func - (left: Instant, right: Instant) -> Duration { left.elapsed - right.elapsed }
}
