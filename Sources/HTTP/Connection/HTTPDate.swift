import CSystem

/// `IMF-fixdate`: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The text for seconds since 1970, which must not be negative.
    static func text(secondsSince1970 seconds: Int) -> String {
        let parts = csystem_time_read(Int64(seconds))
        let (day, month) = (days[Int(parts.weekday)], months[Int(parts.month) - 1])
        let time = [parts.hour, parts.minute, parts.second].map(twoDigits)
        return "\(day), \(twoDigits(parts.day)) \(month) \(parts.year) "
            + "\(time.joined(separator: ":")) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
