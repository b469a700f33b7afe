package import Reports
package import Values
package import Wording

/// Everything a page is made of: values only.
package struct PageInput: Sendable {
    /// The analysis of the current data set; `nil` while there is none.
    package var snapshot: Snapshot?
    /// The diagnosis of one device, for Diagnostics.
    package var diagnostics: DiagnosticReport?
    /// What a model that was learned in the background says of the set's devices.
    package var prediction = PredictionState.none
    /// What was learned of the set to predict, and chosen about it; nil before that is known.
    package var modelVersions: ModelVersions?
    /// Raw rows, for Rows.
    package var rows: RowsReport?
    /// Files that wait to be taken in, for Import.
    package var look: LookReport?
    /// What the address asks for.
    package var query: PageQuery
    /// What people noted about the set's devices.
    package var notes: [DeviceNote] = []
    /// Names of all data sets.
    package var datasets: [String]
    /// The data set that is shown, loaded or wanted.
    package var dataset: String?
    /// Where loading stands.
    package var state: LoadState
    /// Names of all data sets that are set aside.
    package var setsAside: [String] = []
    /// What has just happened.
    package var notices: [Notice]
    /// The program's version, for the footer.
    package var programVersion: String
    /// What changes with the style sheet and the script; empty where it is not known.
    package var resourceVersion: String
    /// Seconds between refreshes where the address names none; 0 = off.
    package var refreshDefault: Int
    /// The theme that a cookie names.
    package var themeDefault: Theme
    /// The language that a cookie or the browser names.
    package var languageDefault: Language

    /// Makes an input; the defaults are those of an empty program.
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
    /// The language that the page is written in.
    package var language: Language { query.language ?? languageDefault }
}

/// Where loading a data set stands.
package enum LoadState: Sendable, Hashable {
    /// There is no data set.
    case empty
    /// Files are being read; an earlier snapshot may be shown meanwhile.
    ///
    /// `nil` before the first rows are read.
    case loading(LoadProgress?)
    /// Reading is over; the analysis runs.
    case analysing
    /// The snapshot is that of the files.
    case ready
    /// The files could not be used.
    case failed(LoadError)
    /// Nothing is done with the files, since the program stopped over them.
    case setAside(SetAside)

    /// Whether what is shown will change by itself.
    var isUnderWay: Bool {
        switch self {
        case .loading, .analysing: true
        case .empty, .ready, .failed, .setAside: false
        }
    }
}
