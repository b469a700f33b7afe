public import Pipeline

/// What the address of a page asks for, read leniently and written canonically.
///
/// A value that cannot be used is left out and listed in `ignored`, so that the page can say so.
public struct PageQuery: Sendable, Hashable {
    /// Which part of the data set is shown.
    public enum Period: Sendable, Hashable {
        case all
        case last(Stretch)
        case between(Edge?, Edge?)
    }

    /// A name and value that could not be used.
    public struct Ignored: Sendable, Hashable {
        /// The parameter's name.
        public var name: String
        /// Its value as given, at most 80 characters.
        public var value: String
    }

    /// The data set's name; `nil` = the current one.
    public var set: String?
    /// The period of all pages.
    public var period = Period.all
    /// Devices as typed: names, or names with commas between; empty = all.
    public var devices: [String] = []
    /// Codes as typed; empty = all.
    public var codes: [String] = []
    /// Seconds between refreshes, 0 = off; `nil` = the default.
    public var refresh: Int?
    /// Light or dark; `nil` = the default.
    public var theme: Theme?
    /// The language; `nil` = the default.
    public var language: Language?
    /// How units are grouped.
    public var clusters = ClusterChoice()
    /// Members of one group only, from 0; -1 stands for those in none.
    public var group: Int?
    /// Keys of the features that run across and up the map; `nil` = principal components.
    public var across: String?
    /// What runs upwards.
    public var up: String?
    /// The page of a long table, from 1.
    public var page = 1
    /// The device of Diagnostics and Rows, apart from the filter.
    public var focus: String?
    /// The stretch of Diagnostics' drawing.
    public var window: Stretch?
    /// What alarms of models cost.
    public var costs = AlarmCosts()
    /// The file of Import and Rows.
    public var file: String?
    /// The first row of Rows, from 0.
    public var offset = 0
    /// The stretch behind a mark, for Rows.
    public var since: Edge?
    /// Its end.
    public var until: Edge?
    /// What could not be used.
    public var ignored: [Ignored] = []

    /// A query that asks for everything.
    public init() {}

    /// The refresh interval in seconds that holds, 0 = off.
    public func refreshSeconds(default seconds: Int) -> Int { refresh ?? seconds }
}
