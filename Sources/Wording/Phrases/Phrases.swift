package import Reports
package import Values

/// Every word that pages and command line say, made from cases and numbers: one table for each
/// language.
///
/// The requirements are grouped by page and subject; a new language is a type that conforms.
package protocol Phrases: FramePhrases, StatePhrases, SetAsidePhrases, FindingPhrases,
    OverviewPhrases, ClusterPhrases, TrendPhrases, DiagnosticPhrases, ComparisonPhrases,
    ModelPhrases, EvaluationPhrases, ImportPhrases, QuestionPhrases, LookPhrases, RowsPhrases,
    WorkbookPhrases, MovePhrases,
    SchemaPhrases, BoundPhrases, EpisodePhrases, PredictionPhrases, VersionPhrases, CausePhrases,
    SimilarPhrases, PartPhrases, FaultPhrases, ReportPhrases, ComparePhrases, Sendable
{}

/// Words of header, filter, footer and of every chart.
package protocol FramePhrases {
    var language: Language { get }
    /// Short fixed texts: heads of columns, buttons, titles of cards.
    func label(_ label: Label) -> String
    /// The text of the page's tab.
    func title(of page: Page) -> String
    /// The question that a page answers.
    func question(of page: Page) -> String
    /// `data until 1 Jan 2016 06:00, local time`.
    func dataUntil(_ time: Double) -> String
    /// `1 Jan 2015 06:00 to 1 Jan 2016 06:00, local time`.
    func period(_ range: ClosedRange<Double>) -> String
    /// As `period`, for the subtitle of a card.
    func shortPeriod(_ range: ClosedRange<Double>) -> String
    func periodOption(whole: Double) -> String
    func periodOption(_ stretch: Stretch) -> String
    /// The recent span that cards compare: `last 4 weeks`.
    func recentSpan(_ span: ReportContext.RecentSpan) -> String
    func recentHead(_ span: ReportContext.RecentSpan) -> String
    /// The length of that span alone: `4 weeks`.
    func recentLength(_ span: ReportContext.RecentSpan) -> String
    func refreshOption(_ seconds: Int) -> String
    func themeOption(_ theme: Theme) -> String
    /// The option for no choice among so many.
    func all(_ count: Int) -> String
    /// `3 files, 12 rows refused`.
    /// `5 files, 3 rows and 7 cells refused`.
    func importBadge(files: Int, rowsRefused: Int, cellsRefused: Int) -> String
    func filesAndHash(_ context: ReportContext) -> (text: String, hash: String)
    func status(_ status: Status) -> String
    /// A device's name in a sentence, with a capital at the beginning where the words are ours.
    func device(_ name: String, atStart: Bool) -> String
    /// The noun for errors, failures and so on, in the form that `count` takes.
    func events(_ kind: EventKind, _ count: Int) -> String
    /// The noun for all of them: `errors`.
    func eventNames(_ kind: EventKind) -> String
    func devices(_ count: Int) -> String
    /// `weeks from Monday`, `days`, `steps of 10 cycles`.
    func slices(_ width: TimeStep) -> String
    /// `week`.
    func slice(_ width: TimeStep) -> String
    func feature(_ feature: FeatureKind) -> String
    func nothingToDraw(_ reason: NothingToDraw) -> String
    func reduction(_ reduction: Reduction) -> String
    /// What a drawing leaves out on narrow screens only.
    func narrowReduction(_ reduction: Reduction) -> String
    /// What a table behind a chart leaves out: `The first 200 of 1,000 rows.`
    func tableShown(rows: Int, of total: Int) -> String
    /// `91 to 109`.
    func fromTo(_ low: String, _ high: String) -> String
    /// `1 to 50 of 10,000`.
    func pageOf(_ range: ClosedRange<Int>, total: Int) -> String
    /// `n = 1,000`.
    func sampleSize(_ count: Int) -> String
}

/// What pages say when there is nothing to show, or something went wrong.
package protocol StatePhrases {
    func noData() -> Sentence
    /// What the sample shows.
    func sampleOffer() -> Sentence
    func loading(_ progress: LoadProgress?, set: String?) -> Sentence
    func analysing(set: String?) -> Sentence
    func loadError(_ error: LoadError) -> Sentence
    func failed(_ error: LoadError, set: String?) -> Sentence
    /// Above a page of what was read before the error.
    func isOld(_ error: LoadError) -> Sentence
    /// Why a table's rows are read one by one, as a clause that begins with “because”.
    func needsRows(_ reason: SourceFault.RowsNeeded) -> String
    func notice(_ notice: Notice) -> Sentence
    func upload(_ outcome: UploadOutcome) -> Sentence
    /// `new data set`, `add to azure_pdm`.
    func mode(_ mode: AddMode, set: String?) -> String
    func ignored(_ parameters: [IgnoredParameter]) -> Sentence
    /// What the filter leaves out; nil where it leaves out nothing.
    func filtered(_ context: ReportContext) -> Sentence?
    func periodProblem(_ problem: PeriodProblem, _ context: ReportContext) -> Sentence
    func unknownDevices(_ names: [String]) -> Sentence
    func missing(_ part: MissingPart) -> Sentence
    func problem(_ problem: RequestProblem, status: Int) -> Sentence
    func statusTitle(_ status: Int) -> String
}

/// A part of a page that a data set cannot fill.
package enum MissingPart: Sendable, Hashable, CaseIterable {
    case time, metrics, events, failures, devices, repairs, weekMap, precursors, forecast
    case tooShort, bands, attention, changes, oneDevice
}

/// Sentences of findings.
package protocol FindingPhrases {
    func finding(_ finding: Finding) -> Sentence
    /// What a loss of health is for, and the rule by which points are lost.
    func rule(_ rule: HealthPart.Rule) -> (part: String, rule: String)
}
