import Wording

/// The periods that a report's address and command name, as those of pages.
enum ReportPeriod: String, CaseIterable {
    case day, week, month, quarter

    /// As a page's address writes it: the end of the data, as long as that. A month has 30 days and
    /// a quarter 91.
    var stretch: Stretch {
        switch self {
        case .day: Stretch(1, .days)
        case .week: Stretch(1, .weeks)
        case .month: Stretch(30, .days)
        case .quarter: Stretch(91, .days)
        }
    }

    /// The items of an address, with the words of this type as pages write them.
    static func plain(_ items: [(String, String)]) -> [(String, String)] {
        items.map { name, value in
            guard name == "period", let period = ReportPeriod(rawValue: value.lowercased()) else {
                return (name, value)
            }
            return (name, period.stretch.text)
        }
    }
}
