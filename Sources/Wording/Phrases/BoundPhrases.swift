package import Reports

/// What was left out so that much data does not take too long; each is empty where nothing was.
package protocol BoundPhrases {
    /// The units and features that groups rest on, where these are not all.
    func groupedBy(_ report: ClusterReport) -> String
    /// How many pairs of readings were compared.
    func compared(_ pairs: TrendReport.ComparedPairs?) -> String
    /// Which readings are drawn over time, and of how many.
    func drawn(_ report: TrendReport) -> String
    /// How many of the tested series are listed.
    func seriesShown(_ shown: Int, of total: Int) -> String
    /// How many columns of a file are listed.
    func columnsShown(_ shown: Int, of total: Int) -> String
}
