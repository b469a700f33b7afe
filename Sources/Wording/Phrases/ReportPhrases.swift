package import Reports
package import Values

/// Words of the report for reading away from the screen.
package protocol ReportPhrases {
    /// `Report on azure_pdm`, or on a device of it.
    func reportTitle(set: String, device: DeviceRef?) -> String
    func reportSection(_ section: ReportSection) -> String
    /// Which period it is about, and which it is compared with.
    func reportPeriod(_ range: ClosedRange<Double>, before: ClosedRange<Double>?) -> String
    func reportColumns() -> ReportColumns
    /// How many devices need attention at the end of the period, beside the end of the one before.
    func reportStatus(_ change: StatusChange) -> Sentence
    /// Which devices are new among them, recovered, and neither; empty lists are not said.
    func reportDevices(_ change: StatusChange) -> [Sentence]
    func reportEvents(_ change: EventChange) -> Sentence
    /// Health of a device at the ends of both periods.
    func reportHealth(now: Double, before: Double) -> Sentence
    /// There is no whole period of data before this one.
    func reportNothingBefore() -> Sentence
    /// How much was read, and what of it could not be used.
    func reportQuality(_ context: ReportContext) -> Sentence
    func reportNoOpenEpisodes() -> Sentence
    func reportNoNotes() -> Sentence
    /// How figures, statuses and tests come about, in one paragraph.
    func reportMethod(_ context: ReportContext, version: String) -> Sentence
    /// Of the foot: `#` stands for the page's number and `##` for how many there are.
    func reportPageWords() -> String
}
