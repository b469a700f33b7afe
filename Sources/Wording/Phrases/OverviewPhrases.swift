package import Reports
package import Values

/// The words of a card with a single figure.
package struct KPIWords: Sendable, Hashable {
    /// What the figure is.
    package var label: String
    /// Behind the figure: `of 100`, a unit.
    package var small: String
    /// Against the previous figure; empty where there is none.
    package var change: Sentence
    /// The figure of the whole period; empty where there is none.
    package var whole: String
    /// What the sparkline shows, as its accessible name.
    package var sparkTitle: String

    package init(
        label: String, small: String = "", change: Sentence = "", whole: String = "",
        sparkTitle: String = ""
    ) {
        self.label = label
        self.small = small
        self.change = change
        self.whole = whole
        self.sparkTitle = sparkTitle
    }
}

/// The words of a card with a chart or a table; empty ones are not written.
package struct CardWords: Sendable, Hashable {
    package var title: String
    /// Below the title: unit, number of cases, period, zone.
    package var sub: String
    /// The finding in one line.
    package var say: Sentence
    /// What must be known to read the chart or table.
    package var note: String

    package init(title: String, sub: String = "", say: Sentence = "", note: String = "") {
        self.title = title
        self.sub = sub
        self.say = say
        self.note = note
    }
}

/// Words of the Overview.
package protocol OverviewPhrases {
    func overviewAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence
    func kpi(_ kpi: OverviewReport.KPI, _ context: ReportContext) -> KPIWords
    /// The accessible description of a sparkline: `4 to 27, last 27`.
    func sparkRange(low: String, high: String, last: String) -> String
    func sparkOf(_ metric: MetricRef, _ device: DeviceRef) -> String
    /// `8.9 σ from the middle of its band`.
    func distance(_ z: Double) -> String
    /// A link to the whole list: `All 100 devices`.
    func allDevices(_ count: Int) -> String
    /// Why a device is in the list: `drift (pressure) since 30 Dec`, `failures: 12`.
    func trouble(_ row: OverviewReport.DeviceRow) -> String
    /// The card of the devices that need attention.
    ///
    /// - Parameter order: nil for the order of the page.
    func attention(
        shown: Int, atRisk: [DeviceRef], order: ListOrder?, _ report: OverviewReport,
        _ context: ReportContext
    ) -> CardWords
    /// What a search in a table found: `3 of 40 contain “pump”.`
    func rowsFound(_ count: Int, of total: Int, search: String) -> Sentence
    /// `Move Health to the left`.
    func moveLeft(_ column: String) -> String
    func changes(_ report: OverviewReport, _ context: ReportContext) -> CardWords
    func lanes(_ lanes: OverviewReport.Lanes, _ context: ReportContext) -> CardWords
    /// The ends of the colour scale.
    func laneEnds(_ lanes: OverviewReport.Lanes, highest: Double) -> (low: String, high: String)
    /// The value of a cell or a mark: `3 days out of band`.
    func laneValue(_ value: Double, _ lanes: OverviewReport.Lanes) -> String
    func rate(_ series: RateSeries, _ context: ReportContext) -> CardWords
    func rateAxis(_ kind: EventKind) -> String
    /// `each week`.
    func each(_ width: TimeStep) -> String
    /// The head of the column of times: `Week of`.
    func sliceStart(_ width: TimeStep) -> String
    func rateColumn() -> String
    func ratePoint(from: Double, count: Int, rate: Double, _ series: RateSeries) -> String
    func percentOfAll(_ kind: EventKind) -> String
    func countOf(_ kind: EventKind, _ count: Int) -> String
    func code(_ code: CodeRef) -> String
    func otherCodes() -> String
    func eventsOnDevices(_ events: Int, _ devices: Int) -> String
    func rolling(_ series: RateSeries) -> String
    func breakdown(_ breakdown: CodeBreakdown, _ context: ReportContext) -> CardWords
    func attributeRates(_ rates: AttributeRates, _ context: ReportContext) -> CardWords
    func severities(_ shares: [SeverityShare], _ context: ReportContext) -> CardWords
}
