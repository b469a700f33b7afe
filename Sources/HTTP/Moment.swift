#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A point in time as the connections see it: for deadlines, and as the `Date` of answers.
struct Moment {
    var instant: ContinuousClock.Instant
    /// Made anew only when the second changes.
    private(set) var date: [UInt8]
    private var second: Int

    init(instant: ContinuousClock.Instant, secondsSince1970: Int) {
        self.instant = instant
        second = secondsSince1970
        date = Array(HTTPDate.text(secondsSince1970: secondsSince1970).utf8)
    }

    /// The present.
    static func now() -> Moment {
        Moment(instant: .now, secondsSince1970: time(nil))
    }

    /// Becomes the present.
    mutating func update() {
        instant = .now
        let present = time(nil)
        if present != second { self = Moment(instant: instant, secondsSince1970: present) }
    }
}
