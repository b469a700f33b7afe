package import Reports
package import Values
package import Wording

/// Everything a page is made of, as values.
package struct PageInput: Sendable {
    /// The analysis of the data set shown; `nil` while there is none.
    package var snapshot: Snapshot?
    /// For Diagnostics only.
    package var diagnostics: DiagnosticReport?
    /// For Diagnostics, where the query names a stretch.
    package var similar: SimilarStretches?
    /// What a model learned in the background predicts for the set's devices.
    package var prediction = PredictionState.none
    /// The models learned of the set, and what people chose about them; `nil` before that is known.
    package var modelVersions: ModelVersions?
    /// For Rows only.
    package var rows: RowsReport?
    /// For Compare only.
    package var comparison: ComparisonReport?
    /// The report on files that wait to be taken in; where there is one, the page is about it.
    package var look: LookReport?
    package var query: PageQuery
    /// All notes on the set's devices.
    package var notes: [DeviceNote] = []
    package var datasets: [String]
    /// The data set that is shown, being loaded or asked for.
    package var dataset: String?
    /// Of `dataset`.
    package var state: LoadState
    package var setsAside: [String] = []
    /// What has just happened, shown once.
    package var notices: [Notice]
    /// Shown in the footer.
    package var programVersion: String
    /// Changes with the style sheet and the script; empty where it is not known.
    package var resourceVersion: String
    /// Seconds between refreshes where the query names none; 0 for off.
    package var refreshDefault: Int
    /// Holds where the query names none; from a cookie.
    package var themeDefault: Theme
    /// Holds where the query names none; from a cookie or the browser.
    package var languageDefault: Language

    /// The defaults are those of a program without data.
    package init(
        snapshot: Snapshot? = nil, diagnostics: DiagnosticReport? = nil, rows: RowsReport? = nil,
        query: PageQuery = PageQuery(), datasets: [String] = [], dataset: String? = nil,
        state: LoadState = .empty, notices: [Notice] = [],
        programVersion: String = "1.0.0", resourceVersion: String = "", refreshDefault: Int = 30,
        themeDefault: Theme = .auto, languageDefault: Language = .en
    ) {
        self.snapshot = snapshot
        self.diagnostics = diagnostics
        self.rows = rows
        self.query = query
        self.datasets = datasets
        self.dataset = dataset
        self.state = state
        self.notices = notices
        self.programVersion = programVersion
        self.resourceVersion = resourceVersion
        self.refreshDefault = refreshDefault
        self.themeDefault = themeDefault
        self.languageDefault = languageDefault
    }
}

extension PageInput {
    /// The query's, else the default.
    package var language: Language { query.language ?? languageDefault }
}

/// How far loading a data set is.
package enum LoadState: Sendable, Hashable {
    /// There is no data set.
    case empty
    /// Files are being read; an earlier snapshot may be shown meanwhile. `nil` before the first
    /// rows are read.
    case loading(LoadProgress?)
    /// Reading is over; the analysis runs.
    case analysing
    /// The snapshot is that of the files.
    case ready
    /// The files could not be used.
    case failed(LoadError)
    /// Nothing is done with the files, since the program crashed over them.
    case setAside(SetAside)

    /// Whether the state will change by itself.
    var isUnderWay: Bool {
        switch self {
        case .loading, .analysing: true
        case .empty, .ready, .failed, .setAside: false
        }
    }
}
