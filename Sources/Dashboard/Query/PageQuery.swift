package import Reports
package import Wording

/// What the address of a page asks for, read leniently and written canonically.
///
/// A value that cannot be used is left out and listed in `ignored`, so that the page can say so.
package struct PageQuery: Sendable, Hashable {
    /// Which part of the data set is shown.
    package enum Period: Sendable, Hashable {
        case all
        case last(Stretch)
        case between(Edge?, Edge?)
    }

    /// The data set's name; `nil` = the current one.
    package var set: String?
    /// The period of all pages.
    package var period = Period.all
    /// Devices as typed: names, or names with commas between; empty = all.
    package var devices: [String] = []
    /// Codes as typed; empty = all.
    package var codes: [String] = []
    /// Seconds between refreshes, 0 = off; `nil` = the default.
    package var refresh: Int?
    /// Light or dark; `nil` = the default.
    package var theme: Theme?
    /// The language; `nil` = the default.
    package var language: Language?
    /// How units are grouped.
    package var clusters = ClusterChoice()
    /// Members of one group only, from 0; -1 stands for those in none.
    package var group: Int?
    /// Keys of the features that run across and up the map; `nil` = principal components.
    package var across: String?
    /// What runs upwards.
    package var up: String?
    /// The page of a long table, from 1.
    package var page = 1
    /// The device of Diagnostics and Rows, apart from the filter.
    package var focus: String?
    /// The stretch of Diagnostics' drawing.
    package var window: Stretch?
    /// What alarms of models cost.
    package var prices = AlarmPrices()
    /// The file of Import and Rows.
    package var file: String?
    /// The files that wait to be taken in, for Import.
    package var stage: String?
    /// The first row of Rows, from 0.
    package var offset = 0
    /// The stretch behind a mark, for Rows.
    package var since: Edge?
    /// Its end.
    package var until: Edge?
    /// What could not be used.
    package var ignored: [IgnoredParameter] = []

    /// A query that asks for everything.
    package init() {}

    /// The refresh interval in seconds that holds, 0 = off.
    package func refreshSeconds(default seconds: Int) -> Int { refresh ?? seconds }
}
