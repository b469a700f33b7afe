public import Values

/// The seam between storage and analysis: questions about a data set, each for a `Filter`.
///
/// The embedded source answers from a `Rollup`; a distributed one would answer with SQL. Calls may
/// block and belong on an analysis queue.
public protocol TelemetrySource: Sendable {
    /// What there is: devices, metrics, codes, axis.
    var catalog: Catalog { get }
    /// Sums over the filter.
    func totals(_ filter: Filter) throws -> Totals
    /// The stretches of time that a timeline of the same filter and step has.
    func slices(_ filter: Filter, step: TimeStep) throws -> [TimeSlice]
    /// The fleet over time.
    func timeline(_ filter: Filter, step: TimeStep) throws -> Timeline
    /// One row of figures for each device that passes the filter.
    func deviceFeatures(_ filter: Filter) throws -> [DeviceFeatures]
    /// Events by weekday (0 = Monday) and hour of day; `nil` without dates.
    func weekHeatmap(_ filter: Filter, kinds: Set<EventKind>) throws -> WeekHeatmap?
    /// All readings and events of one device.
    func series(of device: Int, _ filter: Filter) throws -> DeviceSeries
    /// The readings of one device in their order, at the finest resolution that is kept: what
    /// shapes, standing values and gaps are read from. A part of the time is asked for by the filter.
    func readings(of device: Int, _ filter: Filter) throws -> DeviceReadings
    /// The events of one device in order of time.
    func events(of device: Int, _ filter: Filter) throws -> [DeviceSeries.Event]
    /// Devices with the most events of these kinds, descending; ties by name.
    func topDevices(_ filter: Filter, kinds: Set<EventKind>, limit: Int) throws -> [DeviceCount]
    /// The raw rows behind a mark, as written.
    func rows(_ filter: Filter, file: String?, offset: Int, limit: Int) throws -> RowPage
    /// Whether `forEachIssue` lists also the issues that the report of loading only counts.
    var listsAllIssues: Bool { get }
    /// All cells and rows that could not be used, file by file in file order.
    /// - Throws: what reading throws, or what `body` throws.
    func forEachIssue(_ body: (_ file: String, _ issues: [RowIssue]) throws -> Void) throws
}

extension TelemetrySource {
    /// Not unless the source says so.
    public var listsAllIssues: Bool { false }

    /// None: the report of loading has what is known.
    public func forEachIssue(
        _ body: (_ file: String, _ issues: [RowIssue]) throws -> Void
    ) throws {}
}

/// What a data set holds.
public struct Catalog: Sendable, Hashable {
    /// A device with its attributes, one per entry of `Catalog.attributes`; empty = not given.
    public struct Device: Sendable, Hashable {
        /// The device's name, unique in the catalog.
        public var name: String
        /// One value per entry of `Catalog.attributes`, the last one given; empty = not given.
        public var attributes: [String]

        /// Makes a device.
        public init(name: String, attributes: [String] = []) {
            self.name = name
            self.attributes = attributes
        }
    }

    /// A measured quantity.
    public struct Metric: Sendable, Hashable {
        /// The metric's name, unique in the catalog.
        public var name: String
        /// The unit, where a file names one.
        public var unit: String?

        /// Makes a metric.
        public init(name: String, unit: String? = nil) {
            self.name = name
            self.unit = unit
        }
    }

    /// A code that events carry. The same text under two kinds is two codes.
    public struct Code: Sendable, Hashable {
        /// What its events report.
        public var kind: EventKind
        /// The code as written, unique within its kind.
        public var name: String
        /// Its events in the whole data set.
        public var count: Int

        /// Makes a code.
        public init(kind: EventKind, name: String, count: Int) {
            self.kind = kind
            self.name = name
            self.count = count
        }
    }

    /// The data set's name.
    public var name: String
    /// The common time axis.
    public var axis: TimeAxis
    /// Sorted naturally (`machine 2` before `machine 10`).
    public var devices: [Device]
    /// Names of the attributes.
    public var attributes: [String]
    /// In the order in which the files name them.
    public var metrics: [Metric]
    /// Sorted by kind, then by falling count.
    public var codes: [Code]
    /// Severities with their number of rows, the gravest first.
    public var severities: [SeverityCount]
    /// Some file has a column that marks rows.
    public var hasLabels: Bool
    /// Rows kept in all files.
    public var rows: Int

    /// Makes a catalog.
    public init(
        name: String, axis: TimeAxis, devices: [Device], attributes: [String], metrics: [Metric],
        codes: [Code], severities: [SeverityCount], hasLabels: Bool, rows: Int
    ) {
        self.name = name
        self.axis = axis
        self.devices = devices
        self.attributes = attributes
        self.metrics = metrics
        self.codes = codes
        self.severities = severities
        self.hasLabels = hasLabels
        self.rows = rows
    }
}

/// Rows of one severity.
public struct SeverityCount: Sendable, Hashable {
    /// The word as written.
    public var name: String
    /// Rows that carry it.
    public var count: Int
    /// Counts as an error (fatal, critical, severe, error).
    public var isError: Bool

    /// Makes a count.
    public init(name: String, count: Int, isError: Bool) {
        self.name = name
        self.count = count
        self.isError = isError
    }
}
