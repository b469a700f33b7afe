import Values

/// `IMF-fixdate`: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The text for seconds since 1970, which must not be negative.
    static func text(secondsSince1970 seconds: Int) -> String {
        let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let date = CivilDate(daysSince1970: day)
        let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
        let (weekday, month) = (days[date.weekday], months[date.month - 1])
        return "\(weekday), \(date.day.padded(to: 2)) \(month) \(date.year) "
            + "\(time.joined(separator: ":")) GMT"
    }
}
