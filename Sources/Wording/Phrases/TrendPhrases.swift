package import Reports
package import Values

/// Words of Trends.
package protocol TrendPhrases {
    func trendAnswer(_ report: TrendReport, _ context: ReportContext) -> Sentence
    func kinds(_ report: TrendReport, _ context: ReportContext) -> CardWords
    /// `change on 3 Mar: 0.4 to 0.9`.
    func changeLabel(_ at: Double, before: Double, after: Double) -> String
    func forecastLabel() -> String
    /// `80 % interval: 62 to 83`.
    func interval(_ level: Int, _ low: Double, _ high: Double) -> String
    func subject(_ subject: TrendRow.Subject) -> String
    func verdict(_ verdict: TrendRow.Verdict) -> String
    /// The card of the tests for trends.
    func better(_ report: TrendReport) -> CardWords
    /// What stands on the click behind which series without a trend are listed.
    func levelSeries(_ count: Int) -> String
    /// The card of what readings follow.
    func cycles(_ report: TrendReport) -> CardWords
    func week(_ map: TrendReport.WeekMap, _ context: ReportContext) -> CardWords
    func weekTitle() -> String
    func inOrderOfWeight() -> String
    /// A probability for a column: `0.85`, `< 0.001`; a dash for none.
    func probability(_ p: Double?) -> String
    /// The name of a reading with its unit: `pressure, bar`.
    func metricLabel(_ metric: MetricRef) -> String
    func hourAxis() -> String
    /// The counts that one colour stands for: `15 to 19`.
    func step(_ low: Int, _ high: Int) -> String
    func weekCell(_ day: Int, _ hour: Int, _ count: Int, _ kind: EventKind) -> String
    func precursors(_ table: PrecursorTable) -> CardWords
    func codeRates(_ report: TrendReport, _ context: ReportContext) -> CardWords
    func metricTrends(_ report: TrendReport, _ context: ReportContext) -> CardWords
    func cumulative(_ lines: CumulativeFailures, _ context: ReportContext) -> CardWords
    func cumulativeAxis(_ lines: CumulativeFailures) -> String
    func reliability(_ rows: [ReliabilityRow], _ lines: CumulativeFailures?) -> CardWords
    func reliabilityVerdict(_ row: ReliabilityRow) -> String
    func wholeFleet() -> String
    /// The card that compares the forecast's methods.
    func methods(_ forecast: ForecastFigures, _ kind: EventKind) -> CardWords
    func method(_ method: ForecastFigures.Method) -> String
}
