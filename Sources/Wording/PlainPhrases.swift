package import Reports
package import Values

/// The phrase table for the command line and the log: the same sentences as on the pages, as plain
/// text.
package struct PlainPhrases: Sendable {
    let phrases: any Phrases
    let format: Formatting

    /// The sentences of a language for one data set's numbers and times; without a data set those
    /// that name no time.
    package init(
        context: ReportContext? = nil, language: Language = .en
    ) {
        format = Formatting(context, language: language)
        phrases = language.phrases(format)
    }

    /// A finding as a sentence.
    package func finding(_ finding: Finding) -> String { phrases.finding(finding).plain }

    /// An episode as a sentence.
    package func episode(_ episode: Episode) -> String { phrases.episode(episode).plain }

    /// Where a fault began, what moved in which order and how it went earlier, in a few sentences.
    package func causes(_ report: CauseReport) -> String {
        (phrases.causeAnswer(report) + phrases.causeDetails(report)).plain
    }

    /// The Overview's answer.
    package func answer(_ report: OverviewReport, _ context: ReportContext) -> String {
        phrases.overviewAnswer(report, context).plain
    }

    /// Why a file or data set cannot be used.
    package func loadError(_ error: LoadError) -> String { phrases.loadError(error).plain }

    /// What should be known about a file's columns.
    package func note(_ note: SchemaNote) -> String { phrases.schemaNote(note).plain }

    /// What should be known about a data set.
    package func note(_ note: DatasetNote) -> String { phrases.datasetNote(note).plain }

    /// Why a cell or row was refused.
    package func issue(_ issue: RowIssue) -> String {
        phrases.issue(issue.reason, value: issue.value)
    }

    /// How an upload ended.
    package func upload(_ outcome: UploadOutcome) -> String { phrases.upload(outcome).plain }

    /// How far loading has come.
    package func loading(_ progress: LoadProgress?, set: String?) -> String {
        phrases.loading(progress, set: set).plain
    }

    /// Why a request has no page.
    package func problem(_ problem: RequestProblem, status: Int) -> String {
        phrases.problem(problem, status: status).plain
    }

    /// Why a period given by its bounds shows the whole data set.
    package func period(_ problem: PeriodProblem, _ context: ReportContext) -> String {
        phrases.periodProblem(problem, context).plain
    }

    /// Why a model gives no answer.
    package func fault(_ error: ModelError) -> String { phrases.fault(error) }

    /// Why numbers cannot be analysed.
    package func fault(_ error: AnalysisError) -> String {
        let words = phrases.fault(error)
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    /// Why a file cannot be read or written.
    package func fault(_ problem: FileProblem, path: String) -> String {
        phrases.fault(problem, path: path)
    }
}
