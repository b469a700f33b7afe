public import Pipeline
public import Telemetry

/// The phrase table for the command line and the log: the same sentences as on the pages, as plain
/// text.
public struct PlainPhrases: Sendable {
    let phrases: any Phrases

    /// The sentences of a language for one data set's numbers and times; without a data set those
    /// that name no time.
    public init(
        context: ReportContext? = nil, zone: ZoneOffsets = .utc, language: Language = .en
    ) {
        phrases = language.phrases(Formatting(context, zone: zone, language: language))
    }

    /// A finding as a sentence.
    public func finding(_ finding: Finding) -> String { phrases.finding(finding).plain }

    /// The Overview's answer.
    public func answer(_ report: OverviewReport, _ context: ReportContext) -> String {
        phrases.overviewAnswer(report, context).plain
    }

    /// Why a file or data set cannot be used.
    public func loadError(_ error: LoadError) -> String { phrases.loadError(error).plain }

    /// What should be known about a file's columns.
    public func note(_ note: SchemaNote) -> String { phrases.schemaNote(note).plain }

    /// What should be known about a data set.
    public func note(_ note: DatasetNote) -> String { phrases.datasetNote(note).plain }

    /// Why a cell or row was refused.
    public func issue(_ issue: RowIssue) -> String {
        phrases.issue(issue.reason, value: issue.value)
    }

    /// How an upload ended.
    public func upload(_ outcome: UploadOutcome) -> String { phrases.upload(outcome).plain }

    /// How far loading has come.
    public func loading(_ progress: LoadProgress, set: String?) -> String {
        phrases.loading(progress, set: set).plain
    }

    /// Why a request has no page.
    public func problem(_ problem: RequestProblem, status: Int) -> String {
        phrases.problem(problem, status: status).plain
    }
}
