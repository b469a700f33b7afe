/// Everything the pages show of one data set for one choice of filter and parameters.
public struct Snapshot: Sendable {
    /// Hash of inputs, corrections, models, choice and program version.
    public var version: String
    /// What every page says about its data.
    public var context: ReportContext
    /// The Overview.
    public var overview: OverviewReport
    /// What belongs to the Clusters page.
    public var clusters: ClusterReport
    /// The Trends page.
    public var trends: TrendReport
    /// What was read.
    public var imports: ImportReport

    /// Makes a snapshot.
    public init(
        version: String, context: ReportContext, overview: OverviewReport, clusters: ClusterReport,
        trends: TrendReport, imports: ImportReport
    ) {
        self.version = version
        self.context = context
        self.overview = overview
        self.clusters = clusters
        self.trends = trends
        self.imports = imports
    }
}

/// What a person asks of a data set: part of the address of a page.
public struct Choice: Sendable, Hashable {
    /// Inclusive start and exclusive end of the period, in the axis' unit.
    public var from: Double?
    /// Where it ends.
    public var to: Double?
    /// Names of devices; empty = all.
    public var devices: [String]
    /// Codes by name; empty = all.
    public var codes: [String]
    /// What belongs to the Clusters page.
    public var clusters: ClusterChoice

    /// Makes a choice; the default asks for everything.
    public init(
        from: Double? = nil, to: Double? = nil, devices: [String] = [], codes: [String] = [],
        clusters: ClusterChoice = ClusterChoice()
    ) {
        self.from = from
        self.to = to
        self.devices = devices
        self.codes = codes
        self.clusters = clusters
    }
}
