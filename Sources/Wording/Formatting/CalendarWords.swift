/// How a language chooses the form of a noun beside a count.
package enum PluralRule: Sendable, Hashable {
    /// `1 device`, `2 devices`.
    case oneOther
    /// One, few (2 to 4) and many, by the last two digits. A fourth form is for fractions.
    case slavic

    /// The index among the forms of a noun.
    package func form(_ count: Int) -> Int {
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

/// The words for dates, durations and units of counting.
package struct CalendarWords: Sendable, Hashable {
    /// January to December, short, as they stand behind a day.
    package var months: [String]
    /// January to December, short, where they stand alone, as on an axis.
    package var axisMonths: [String]
    /// Monday to Sunday, in full.
    package var weekdays: [String]
    /// Monday to Sunday, short.
    package var shortWeekdays: [String]
    /// What a place is called on an axis without dates: `cycle 12`, `row 3`.
    package var cycle: String
    package var row: String
    package var byte: [String]
    /// For thousands of bytes, millions and so on.
    package var byteUnits: [String]
    /// Written between a day and its time.
    package var clockJoint: String
    /// The zone's name for times whose zone no file names.
    package var localTime: String
    /// The forms of a unit beside counts, as `plural` numbers them; the last one also stands behind
    /// fractions.
    package var second: [String]
    package var minute: [String]
    package var hour: [String]
    package var day: [String]
    package var week: [String]
    package var year: [String]
    package var cycles: [String]
    package var rows: [String]
    package var plural = PluralRule.oneOther

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    package static let english = CalendarWords(
        months: englishMonths, axisMonths: englishMonths,
        weekdays: [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ],
        shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], cycle: "cycle",
        row: "row", byte: ["byte", "bytes"],
        byteUnits: ["kB", "MB", "GB", "TB", "PB", "EB"], clockJoint: " ", localTime: "local time",
        second: ["second", "seconds"],
        minute: ["minute", "minutes"], hour: ["hour", "hours"], day: ["day", "days"],
        week: ["week", "weeks"], year: ["year", "years"], cycles: ["cycle", "cycles"],
        rows: ["row", "rows"])

    /// Months have no point, so that a sentence may end with a date.
    package static let russian = CalendarWords(
        months: [
            "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
        ],
        axisMonths: [
            "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
        ],
        weekdays: [
            "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
        ],
        shortWeekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"], cycle: "цикл", row: "строка",
        byte: ["байт", "байта", "байт"], byteUnits: ["кБ", "МБ", "ГБ", "ТБ", "ПБ", "ЭБ"],
        clockJoint: ", ", localTime: "местное время",
        second: ["секунда", "секунды", "секунд", "секунды"],
        minute: ["минута", "минуты", "минут", "минуты"], hour: ["час", "часа", "часов", "часа"],
        day: ["день", "дня", "дней", "дня"], week: ["неделя", "недели", "недель", "недели"],
        year: ["год", "года", "лет", "года"], cycles: ["цикл", "цикла", "циклов", "цикла"],
        rows: ["строка", "строки", "строк", "строки"], plural: .slavic)
}
