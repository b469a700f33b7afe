import Analysis
public import Reports
public import Telemetry
public import Values

/// The way from a source's answers to the reports of the pages.
public struct AnalysisPipeline: Sendable {
    /// The source that is analysed.
    public let source: any TelemetrySource
    /// How loading its files went.
    public let load: LoadReport
    /// Corrections that a person made, by file name.
    public let corrections: [String: SchemaCorrection]
    /// Hash of files and corrections, a dash, and the program's version.
    public let fingerprint: String
    /// Seed of every pseudo-random sequence, so that the same data give the same pages.
    public let seed: UInt64
    /// The time covered by readings, errors and failures; `nil` where all data count, and for axes
    /// without dates.
    private let mainRange: ClosedRange<Double>?
    /// When the files could record each kind of event.
    let coverage: Coverage
    /// The episodes, once they have been asked for.
    let found = Once<FoundEpisodes>()
    /// The period shown where none is chosen.
    let whole: ClosedRange<Double>
    /// The part of it that the set is about; `nil` unless a few rows lie far away.
    private let stretch: MainStretch?

    /// Reads the timeline to find rows that lie far from all others, and where logs end.
    public init(
        source: any TelemetrySource, load: LoadReport, corrections: [String: SchemaCorrection],
        fingerprint: String, seed: UInt64 = 1
    ) {
        self.source = source
        self.load = load
        self.corrections = corrections
        self.fingerprint = fingerprint
        self.seed = seed
        mainRange = Self.mainRange(source.catalog, load)
        // A source that cannot answer will throw again when reports are asked for.
        stretch = mainRange.flatMap { try? MainStretch(source, in: $0) }
        whole = stretch?.range ?? mainRange ?? source.catalog.axis.dataRange
        coverage = (try? Coverage(load.files, source: source, whole: whole)) ?? Coverage()
    }

    /// Analyses one choice of period, devices, codes and parameters.
    ///
    /// - Throws: What the source throws; the embedded one never does.
    /// - Complexity: O(cells of the rollup), on all cores, plus the clustering.
    public func run(_ choice: Choice) throws -> AnalysedSnapshot {
        let scope = Scope(
            catalog: source.catalog, choice: choice, mainRange: stretch?.range ?? mainRange,
            coverage: coverage)
        let (fleet, sums) = try Concurrent.both(
            { try FleetState(source: source, scope: scope, episodes: try episodes()) },
            { try FleetSums(source: source, scope: scope) })
        let context = ContextBuilder(
            scope: scope, load: load, fingerprint: String(fingerprint.prefix { $0 != "-" }),
            devicesShown: fleet.devices.count)
        let missingData = context.missingData()
        let (pages, clusters) = try Concurrent.both(
            {
                var pages = reports(scope, fleet, sums, missingData)
                pages.trends.partLives = try PartLivesBuilder(
                    source: source, scope: scope, fleet: fleet
                ).report()
                return pages
            },
            {
                try ClusterBuilder(
                    source: source, scope: scope, fleet: fleet, choice: choice.clusters, seed: seed
                ).report()
            })
        let snapshot = Snapshot(
            version: fingerprint, context: context.context(), overview: pages.overview,
            clusters: clusters.report, trends: pages.trends,
            imports: try imports())
        return AnalysedSnapshot(
            snapshot: snapshot, pipeline: self, scope: scope, fleet: fleet,
            missingData: missingData,
            clusterChoice: choice.clusters, clusterCount: clusters.count)
    }

    /// What loading gave, and how far finer readings of the tables were asked for.
    private func imports() throws -> ImportReport {
        var load = load
        if let reach = try foundEpisodes().reach { load.notes.append(.finerStarts(reach)) }
        return ImportReport(load: load, corrections: corrections)
    }

    private func reports(
        _ scope: Scope, _ fleet: FleetState, _ sums: FleetSums, _ missingData: MissingData
    ) -> (trends: TrendReport, overview: OverviewReport) {
        let strongest = AttributeComparison(scope: scope, fleet: fleet).strongest()
        let trends = TrendBuilder(
            scope: scope, fleet: fleet, rates: sums.rates, week: sums.week,
            patterns: sums.patterns.findings + sums.months, pairs: sums.patterns.pairs,
            strongest: strongest, missingData: missingData
        ).report()
        let overview = OverviewBuilder(
            scope: scope, fleet: fleet, rates: sums.rates, tested: trends.kinds.map(\.series),
            totals: sums.totals, strongest: strongest,
            findings: findings(scope, fleet, sums) + (stretch.map(Self.strays) ?? []),
            missingData: missingData
        ).report()
        return (trends, overview)
    }

    /// The time covered by all files but repair logs: these often begin long before, to tell the
    /// age of parts, and years without readings would pass for quiet ones. Nil without dates.
    private static func mainRange(_ catalog: Catalog, _ load: LoadReport) -> ClosedRange<Double>? {
        guard catalog.axis.isCalendar else { return nil }
        let ranges = load.files.filter { file in
            file.schema.time != .rowNumber
                && !(file.schema.shape == .events && file.schema.eventKind == .repair)
        }.compactMap(\.timeRange)
        guard let from = ranges.map(\.lowerBound).min(), let to = ranges.map(\.upperBound).max()
        else { return nil }
        return ClosedRange(from: from, to: to)
    }

    /// The base analysis with its units clustered in another way; `nil` where the choice differs
    /// from the default in more than the clustering.
    ///
    /// - Throws: What the source throws.
    public func regrouped(_ base: AnalysedSnapshot, _ choice: Choice) throws -> AnalysedSnapshot? {
        guard choice == Choice(clusters: choice.clusters) else { return nil }
        var analysed = base
        var builder = ClusterBuilder(
            source: source, scope: base.scope, fleet: base.fleet, choice: choice.clusters,
            seed: seed)
        if choice.clusters.isSameData(as: base.clusterChoice) { builder.count = base.clusterCount }
        analysed.snapshot.clusters = try builder.report().report
        return analysed
    }

    private static func strays(_ stretch: MainStretch) -> [Finding] {
        [
            Finding(
                .strayRows(count: stretch.strays, at: stretch.strayTime), tone: .neutral,
                weight: 55)
        ]
    }

    private func findings(
        _ scope: Scope, _ fleet: FleetState, _ sums: FleetSums
    ) -> [Finding] {
        let refused = load.files.reduce(0) { $0 + $1.cellsRefused }
        let rows = load.files.reduce(0) { $0 + $1.rowsRead }
        let loading =
            refused > 0
            ? [Finding(.refusedCells(count: refused, rows: rows), tone: .neutral, weight: 12)] : []
        return DeviceFindings(fleet: fleet).findings() + FleetComparison(fleet: fleet).findings()
            + EventFindings(scope: scope, fleet: fleet).findings(week: sums.week)
            + LabelledFindings(scope: scope, fleet: fleet).findings() + sums.patterns.findings
            + MissingReadings(scope: scope, fleet: fleet, load: load).findings()
            + LogEnds(scope: scope).findings() + loading
    }
}

/// A snapshot with all that is needed to report on one of its devices.
public struct AnalysedSnapshot: Sendable {
    /// The reports of the pages.
    public package(set) var snapshot: Snapshot
    /// The pipeline that made it. Questions about its devices go there, even where the set has been
    /// reloaded since.
    public let pipeline: AnalysisPipeline
    package let scope: Scope
    package let fleet: FleetState
    let missingData: MissingData
    let clusterChoice: ClusterChoice
    /// The numbers of clusters tried for `clusterChoice`; nil where they were not.
    let clusterCount: ClusterCountChoice?
}
