/// How a language chooses the form of a noun beside a count.
enum PluralRule: Sendable, Hashable {
    /// `1 device`, `2 devices`.
    case oneOther
    /// One, few (2 to 4), many, as in Russian; fractions take the last form given.
    case slavic

    /// The index of the form for a count.
    func form(_ count: Int) -> Int {
        switch self {
        case .oneOther: return count.magnitude == 1 ? 0 : 1
        case .slavic:
            let ten = count.magnitude % 10
            let hundred = count.magnitude % 100
            if ten == 1, hundred != 11 { return 0 }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? 1 : 2
        }
    }
}

/// The words that dates and lengths of time are written with.
struct CalendarWords: Sendable, Hashable {
    /// January to December, short.
    var months: [String]
    /// Monday to Sunday, in full.
    var weekdays: [String]
    /// Monday to Sunday, short.
    var shortWeekdays: [String]
    /// Names of the axes without dates: `cycle 12`, `row 3`.
    var cycle: String
    var row: String
    var byte: String
    /// For times whose zone no file names.
    var localTime: String
    /// Singular and plural of second, minute, hour, day, week, year.
    var second: [String]
    var minute: [String]
    var hour: [String]
    var day: [String]
    var week: [String]
    var year: [String]
    var cycles: [String]
    var rows: [String]
    /// Which form a count takes.
    var plural = PluralRule.oneOther

    /// English.
    static let english = CalendarWords(
        months: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        weekdays: [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ],
        shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], cycle: "cycle",
        row: "row", byte: "bytes", localTime: "local time", second: ["second", "seconds"],
        minute: ["minute", "minutes"], hour: ["hour", "hours"], day: ["day", "days"],
        week: ["week", "weeks"], year: ["year", "years"], cycles: ["cycle", "cycles"],
        rows: ["row", "rows"])
}
