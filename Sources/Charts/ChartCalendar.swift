package import Values

/// The calendar in which times are read: an offset for each moment and the names of the months.
package struct ChartCalendar: Sendable {
    /// The name as a page writes it, "UTC" or "local time".
    package let name: String
    /// January to December, short; twelve names.
    package let monthNames: [String]
    /// The same as they stand behind a day; some languages inflect them.
    package let dateMonths: [String]
    /// How parts of a second are written.
    let numbers: NumberStyle
    private let utcOffset: @Sendable (Double) -> Int

    /// A zone.
    ///
    /// - Parameters:
    ///   - monthNames: twelve short names; English where there are not twelve.
    ///   - dateMonths: the same behind a day; `monthNames` where there are not twelve.
    ///   - utcOffset: seconds to add to UTC at a moment, given in seconds since 1970.
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

    /// Times as they stand, without any offset.
    package static let utc = ChartCalendar(name: "UTC") { _ in 0 }

    /// Jan to Dec.
    package static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The farthest moment that has a date here, about the year ±31,000.
    private static let limit = 1e12

    /// Seconds of the wall clock for a moment; not finite moments count as 1970.
    func wallClock(at moment: Double) -> Int {
        let clamped = moment.isFinite ? min(max(moment, -Self.limit), Self.limit) : 0
        return Int(clamping: clamped.rounded(.down)) + min(max(utcOffset(clamped), -86_400), 86_400)
    }

    /// The moment at which the wall clock shows `seconds`.
    ///
    /// Where the clock is put forward the hour left out maps to the hour after it; where it is put
    /// back the earlier moment is taken.
    func moment(ofWallClock seconds: Int) -> Double {
        let guess = Double(seconds)
        let first = guess - Double(wallClock(at: guess) - seconds)
        return guess - (Double(wallClock(at: first)) - first.rounded(.down))
    }
}
