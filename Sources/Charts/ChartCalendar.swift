package import Values

/// How times are read: the offset from UTC at each moment, and the names of the months.
package struct ChartCalendar: Sendable {
    /// As a page writes it, "UTC" or "local time".
    package let name: String
    /// Short names of January to December.
    package let monthNames: [String]
    /// The same as they stand behind a day, which some languages inflect.
    package let dateMonths: [String]
    let numbers: NumberStyle
    private let utcOffset: @Sendable (Double) -> Int

    /// - Parameters:
    ///   - name: the zone's name as a page writes it.
    ///   - monthNames: twelve short names; English ones are taken where there are not twelve.
    ///   - dateMonths: the same behind a day; `monthNames` where there are not twelve.
    ///   - numbers: how parts of a second are written.
    ///   - utcOffset: seconds to add to UTC at a moment, given in seconds since 1970. More than a
    ///     day is cut to one.
    package init(
        name: String, monthNames: [String] = ChartCalendar.englishMonths, dateMonths: [String] = [],
        numbers: NumberStyle = .english, utcOffset: @escaping @Sendable (Double) -> Int
    ) {
        self.name = name
        self.monthNames = monthNames.count == 12 ? monthNames : Self.englishMonths
        self.dateMonths = dateMonths.count == 12 ? dateMonths : self.monthNames
        self.numbers = numbers
        self.utcOffset = utcOffset
    }

    package static let utc = ChartCalendar(name: "UTC") { _ in 0 }

    package static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Moments are clamped here, about 31,700 years before and after 1970.
    private static let limit = 1e12

    /// Seconds since 1970 on the wall clock, for a moment; those that are not finite count as 1970.
    func wallClock(at moment: Double) -> Int {
        let clamped = moment.isFinite ? min(max(moment, -Self.limit), Self.limit) : 0
        return Int(clamping: clamped.rounded(.down)) + min(max(utcOffset(clamped), -86_400), 86_400)
    }

    /// The moment at which the wall clock shows `seconds`. In an hour that a change of the clock
    /// leaves out or repeats, the offset before the change or the one after it may be taken.
    func moment(ofWallClock seconds: Int) -> Double {
        let guess = Double(seconds)
        let first = guess - Double(wallClock(at: guess) - seconds)
        return guess - (Double(wallClock(at: first)) - first.rounded(.down))
    }
}
