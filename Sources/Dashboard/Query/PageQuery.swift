package import Reports
package import Wording

/// What the address of a page asks for, read leniently and written canonically.
///
/// Values that cannot be used are listed in `ignored`, so that the page can say so.
package struct PageQuery: Sendable, Hashable {
    /// The part of the data set that is shown; a bound that is `nil` is open.
    package enum Period: Sendable, Hashable {
        case all
        case last(Stretch)
        case between(Edge?, Edge?)
    }

    /// The data set's name; `nil` for the current one.
    package var set: String?
    package var period = Period.all
    /// As typed: names, or names separated by commas; empty for all.
    package var devices: [String] = []
    /// As typed, like `devices`.
    package var codes: [String] = []
    /// Seconds between refreshes, 0 for off; `nil` for the default.
    package var refresh: Int?
    package var theme: Theme?
    /// `nil` for the default.
    package var language: Language?
    /// The algorithm, parameters and features of the groups.
    package var clusters = ClusterChoice()
    /// Shows the members of one group only, an index; -1 for those in none.
    package var group: Int?
    /// Key of the feature on the map's horizontal axis; `nil` for the first principal component.
    package var across: String?
    /// Key of the feature on the vertical axis; `nil` for the second principal component.
    package var up: String?
    /// Columns, order and search of the page's long table.
    package var table = TableChoice()
    /// The page of a long table, from 1.
    package var page = 1
    /// The device that was clicked, for Diagnostics and Rows, apart from the filter.
    package var focus: String?
    /// How much of the end of the data Diagnostics draws; `nil` for 91 days, or all where times are
    /// no dates.
    package var window: DrawnWindow?
    /// For Compare.
    package var comparison = ComparisonChoice()
    /// The stretch of the device that Diagnostics looks for similar ones of; `nil` for none.
    package var like: ChosenStretch?
    /// What counts as alike there.
    package var measure = SimilarStretches.Measure.level
    /// The readings that are compared there, as typed, like `devices`; empty for those that left
    /// their course.
    package var readings: [String] = []
    /// Costs of alarms, for the reports on models.
    package var prices = AlarmPrices()
    /// For downloads as CSV.
    package var csv = Download.Separator.comma
    /// The file shown on Import or Rows.
    package var file: String?
    /// Identifier of the files that wait to be taken in, for Import.
    package var stage: String?
    /// Index of the first row that Rows shows.
    package var offset = 0
    /// Start of the stretch behind a mark, for Rows.
    package var since: Edge?
    /// End of that stretch.
    package var until: Edge?
    /// Names and values that could not be used.
    package var ignored: [IgnoredParameter] = []

    /// Asks for everything.
    package init() {}

    /// The query's interval in seconds, else the default; 0 for off.
    package func refreshSeconds(default seconds: Int) -> Int { refresh ?? seconds }
}
