public import Values

/// The seam between storage and analysis: questions about a data set, each under a `Filter`.
///
/// `EmbeddedSource` answers from a `Rollup`; a distributed source would ask a database. Calls may
/// block, so make them on an analysis queue.
public protocol TelemetrySource: Sendable {
    /// The names of devices, metrics and codes, and the time axis. Answers use indices into it.
    var catalog: Catalog { get }
    /// Sums over all devices that pass.
    func totals(_ filter: Filter) throws -> Totals
    /// The slices that a timeline of the same filter and step has.
    func slices(_ filter: Filter, step: TimeStep) throws -> [TimeSlice]
    /// The fleet in slices of `step`.
    func timeline(_ filter: Filter, step: TimeStep) throws -> Timeline
    /// The figures of each device that passes, in catalog order, also those without rows.
    func deviceFeatures(_ filter: Filter) throws -> [DeviceFeatures]
    /// Events by weekday (0 = Monday) and hour of day; `nil` where the axis has no dates.
    func weekHeatmap(_ filter: Filter, kinds: Set<EventKind>) throws -> WeekHeatmap?
    /// All readings and events of one device, by bucket.
    func series(of device: Int, _ filter: Filter) throws -> DeviceSeries
    /// The readings of one device in order of time, at the finest resolution that is kept: what
    /// shapes, stuck values and gaps are found in. The filter's time range applies.
    func readings(of device: Int, _ filter: Filter) throws -> DeviceReadings
    /// The readings of one device in finer buckets than those of `series`, about `parts` of them over
    /// a range, where they can be had within a second or so; `nil` where not. Without events.
    func finerSeries(
        of device: Int, in range: ClosedRange<Double>, parts: Int
    ) throws -> DeviceSeries?
    /// The events of one device in order of time.
    func events(of device: Int, _ filter: Filter) throws -> [DeviceSeries.Event]
    /// The devices with the most events of these kinds, falling; ties in catalog order, devices
    /// without any left out.
    func topDevices(_ filter: Filter, kinds: Set<EventKind>, limit: Int) throws -> [DeviceCount]
    /// A page of the rows behind a mark in a chart, as written.
    func rows(_ filter: Filter, file: String?, offset: Int, limit: Int) throws -> RowPage
    /// Whether `forEachIssue` also lists the issues that the load report only counts.
    var listsAllIssues: Bool { get }
    /// Hands over all cells and rows that could not be used, file by file in file order.
    /// - Throws: what reading throws, or what `body` throws.
    func forEachIssue(_ body: (_ file: String, _ issues: [RowIssue]) throws -> Void) throws
}

extension TelemetrySource {
    /// False unless the source says otherwise.
    public var listsAllIssues: Bool { false }

    /// None unless the source has some.
    public func finerSeries(
        of device: Int, in range: ClosedRange<Double>, parts: Int
    ) throws -> DeviceSeries? { nil }

    /// Hands over nothing: the load report has all that is known.
    public func forEachIssue(
        _ body: (_ file: String, _ issues: [RowIssue]) throws -> Void
    ) throws {}
}

/// The names of what a data set holds, and its time axis. Answers refer to it by index.
public struct Catalog: Sendable, Hashable {
    /// A device with its attributes.
    public struct Device: Sendable, Hashable {
        /// Unique in the catalog.
        public var name: String
        /// By index in `Catalog.attributes` the last value given; empty where none is.
        public var attributes: [String]

        /// `attributes` in the order of `Catalog.attributes`.
        public init(name: String, attributes: [String] = []) {
            self.name = name
            self.attributes = attributes
        }
    }

    /// A reading that devices have, measured or derived from a counter.
    public struct Metric: Sendable, Hashable {
        /// Unique among the catalog's metrics.
        public var name: String
        /// As a file names it; `nil` where no file does.
        public var unit: String?

        /// `unit` as a file spells it.
        public init(name: String, unit: String? = nil) {
            self.name = name
            self.unit = unit
        }
    }

    /// A code that events carry. The same text with two kinds is two codes.
    public struct Code: Sendable, Hashable {
        /// What its events are.
        public var kind: EventKind
        /// As written in the files; unique within its kind.
        public var name: String
        /// Events in the whole data set.
        public var count: Int

        /// `count` covers the whole data set.
        public init(kind: EventKind, name: String, count: Int) {
            self.kind = kind
            self.name = name
            self.count = count
        }
    }

    /// The data set's name: that of its folder.
    public var name: String
    /// The time axis of all files.
    public var axis: TimeAxis
    /// In natural order (`machine 2` before `machine 10`).
    public var devices: [Device]
    /// Names of the attributes, in order of first appearance.
    public var attributes: [String]
    /// In the order in which reading the files came upon them.
    public var metrics: [Metric]
    /// By kind, then by falling count, then in natural order.
    public var codes: [Code]
    /// The severities of rows, the gravest first.
    public var severities: [SeverityCount]
    /// Whether some file has a column of labels.
    public var hasLabels: Bool
    /// Rows that were kept, in all files.
    public var rows: Int

    /// Indices of all answers refer to the arrays given here.
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

/// A word of severity, and how many rows have it.
public struct SeverityCount: Sendable, Hashable {
    /// As written in the files.
    public var name: String
    /// How many rows have it.
    public var count: Int
    /// Whether it is an error or graver (emergency, fatal, alert, critical and their like).
    public var isError: Bool

    /// `isError` as `SeverityWord` tells it.
    public init(name: String, count: Int, isError: Bool) {
        self.name = name
        self.count = count
        self.isError = isError
    }
}
