public import Values

/// How a device stands.
public enum Status: Int, Sendable, Hashable, Comparable, CaseIterable {
    case ok, warning, critical

    /// Graver is greater.
    public static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
}

/// A figure beside the one of the span before.
public struct Compared: Sendable, Hashable {
    /// The figure of the recent span.
    public var current: Double
    /// The same of the span before; `nil` where there is none.
    public var previous: Double?

    /// Makes a pair.
    public init(current: Double, previous: Double? = nil) {
        self.current = current
        self.previous = previous
    }
}

/// A reading outside its expected band.
public struct Excursion: Sendable, Hashable {
    /// The device that is meant.
    public var device: DeviceRef
    /// The reading that is meant.
    public var metric: MetricRef
    /// The furthest value and its distance in robust standard deviations (signed).
    public var value: Double
    /// Distance in standard deviations, with its sign; at most `farthest` either way.
    public var z: Double
    /// The lower end of the interval or band.
    public var low: Double
    /// The upper end of the interval or band.
    public var high: Double
    /// Where it begins.
    public var from: Double
    /// Last time outside.
    public var to: Double
    /// Still outside at the end of the device's data.
    public var isOpen: Bool

    /// Distances beyond this are given as it: "more than" says all there is to say.
    public static let farthest = 99.0

    /// Makes an excursion.
    public init(
        device: DeviceRef, metric: MetricRef, value: Double, z: Double, low: Double, high: Double,
        from: Double, to: Double, isOpen: Bool
    ) {
        self.device = device
        self.metric = metric
        self.value = value
        self.z = z
        self.low = low
        self.high = high
        self.from = from
        self.to = to
        self.isOpen = isOpen
    }
}

/// What every page says about its data: header, footer and axes.
public struct ReportContext: Sendable, Hashable {
    /// The data set's name.
    public var dataset: String
    /// Files that were read.
    public var fileCount: Int
    /// The rows, or their number.
    public var rows: Int
    /// Rows that were left out.
    public var rowsRefused: Int
    /// Cells that could not be used.
    public var cellsRefused: Int
    /// Hash of the inputs, for the footer.
    public var fingerprint: String
    /// What the horizontal axis counts.
    public var axis: TimeKind
    /// The wall clock of the axis; UTC without dates.
    public var zone: Zone
    /// Width of the finest bucket, in the axis' unit.
    public var resolution: Double
    /// First and last time of the whole set.
    public var range: ClosedRange<Double>
    /// The part that is shown.
    public var period: ClosedRange<Double>
    /// Whether the period was chosen (else it is the whole set).
    public var isPeriodChosen: Bool
    /// The recent span and the one before it that cards compare; `nil` where the period is too short.
    public var recent: RecentSpan?
    /// Devices in the whole set.
    public var deviceCount: Int
    /// Devices that pass the filter.
    public var devicesShown: Int
    /// Names for the device filter, at most 500.
    public var deviceNames: [String]
    /// The readings there are.
    public var metrics: [MetricRef]
    /// The codes there are, or one entry for each of them.
    public var codes: [CodeRef]
    /// Indices of `codes` that pass the filter; `nil` = all.
    public var codesShown: [Int]?

    /// A span of this length ends with the period; the figures before it are those of the span before.
    public struct RecentSpan: Sendable, Hashable {
        /// Where it begins.
        public var from: Double
        /// Where it ends.
        public var to: Double
        /// Start of the span before.
        public var previousFrom: Double

        /// Makes a span.
        public init(from: Double, to: Double, previousFrom: Double) {
            self.from = from
            self.to = to
            self.previousFrom = previousFrom
        }
    }

    /// Makes a context.
    public init(
        dataset: String, fileCount: Int, rows: Int, rowsRefused: Int, cellsRefused: Int,
        fingerprint: String, axis: TimeKind, zone: Zone, resolution: Double,
        range: ClosedRange<Double>,
        period: ClosedRange<Double>, isPeriodChosen: Bool, recent: RecentSpan?, deviceCount: Int,
        devicesShown: Int, deviceNames: [String], metrics: [MetricRef], codes: [CodeRef],
        codesShown: [Int]?
    ) {
        self.dataset = dataset
        self.fileCount = fileCount
        self.rows = rows
        self.rowsRefused = rowsRefused
        self.cellsRefused = cellsRefused
        self.fingerprint = fingerprint
        self.axis = axis
        self.zone = zone
        self.resolution = resolution
        self.range = range
        self.period = period
        self.isPeriodChosen = isPeriodChosen
        self.recent = recent
        self.deviceCount = deviceCount
        self.devicesShown = devicesShown
        self.deviceNames = deviceNames
        self.metrics = metrics
        self.codes = codes
        self.codesShown = codesShown
    }
}
