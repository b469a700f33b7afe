#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A point in time as the connections see it: for deadlines, and as the `Date` of answers.
struct Moment {
    var instant: Instant
    /// The value of the `Date` field, made anew only when the second changes.
    private(set) var date: [UInt8]
    private var second: Int

    init(instant: Instant, secondsSince1970: Int) {
        self.instant = instant
        // A clock that was never set may stand before 1970.
        second = max(0, secondsSince1970)
        date = Array(HTTPDate.text(secondsSince1970: second).utf8)
    }

    static func now() -> Moment {
        Moment(instant: .now, secondsSince1970: time(nil))
    }

    /// Reads the clocks again.
    mutating func update() {
        instant = .now
        let present = time(nil)
        if max(0, present) != second { self = Moment(instant: instant, secondsSince1970: present) }
    }
}

/// A point of a clock that never goes back.
///
/// `ContinuousClock.Instant` has a layout that is known only when the program runs, and so would
/// every value that holds one: a connection, its events and its answers would be copied by way of
/// tables. This one is a plain number.
struct Instant: Comparable, Sendable {
    private static let start = ContinuousClock.now

    /// Time since the program first asked for it.
    private let elapsed: Duration

    static var now: Instant { Instant(elapsed: start.duration(to: .now)) }

    static func < (left: Instant, right: Instant) -> Bool { left.elapsed < right.elapsed }

    static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(elapsed: instant.elapsed + duration)
    }

    static func - (left: Instant, right: Instant) -> Duration { left.elapsed - right.elapsed }
}
