/// Everything the pages show of one data set for one choice of filter and parameters, except single
/// devices.
public struct Snapshot: Sendable {
    /// The fingerprint of the pipeline that made it; the same for all choices on the same data.
    public var version: String
    /// What every page says about its data.
    public var context: ReportContext
    /// The Overview page.
    public var overview: OverviewReport
    /// The Clusters page.
    public var clusters: ClusterReport
    /// The Trends page.
    public var trends: TrendReport
    /// The Data Quality page: how the files were read.
    public var imports: ImportReport

    /// The reports of all pages, made by one run over the same choice.
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

/// What a person asks of a data set; part of a page's address.
public struct Choice: Sendable, Hashable {
    /// First moment of the period, in the axis' unit; `nil` = from the first row.
    public var from: Double?
    /// Last moment of the period, inclusive; `nil` = to the last row.
    public var to: Double?
    /// Names of devices; empty, or none of them known = all.
    public var devices: [String]
    /// Names of codes; empty, or none of them known = all.
    public var codes: [String]
    /// How units are grouped on the Clusters page.
    public var clusters: ClusterChoice

    /// The default asks for everything.
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
