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
    /// Made anew only when the second changes.
    private(set) var date: [UInt8]
    private var second: Int

    init(instant: Instant, secondsSince1970: Int) {
        self.instant = instant
        // A clock that was never set may stand before 1970.
        second = max(0, secondsSince1970)
        date = Array(HTTPDate.text(secondsSince1970: second).utf8)
    }

    /// The present.
    static func now() -> Moment {
        Moment(instant: .now, secondsSince1970: time(nil))
    }

    /// Becomes the present.
    mutating func update() {
        instant = .now
        let present = time(nil)
        if max(0, present) != second { self = Moment(instant: instant, secondsSince1970: present) }
    }
}
