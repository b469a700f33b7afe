public import Values

/// The status of a device, the better first: critical below a health of 50; warning with an open
/// episode or below 75.
public enum Status: Int, Sendable, Hashable, Comparable, CaseIterable {
    case ok, warning, critical

    /// The graver status is the greater one.
    public static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
}

/// A figure of the recent span beside that of the span before.
public struct Compared: Sendable, Hashable {
    /// The figure of the recent span; of the whole period where there are no two spans to compare.
    public var current: Double
    /// The figure of the span before; `nil` where there are no two spans to compare.
    public var previous: Double?

    /// A figure, with the one before it where that is known.
    public init(current: Double, previous: Double? = nil) {
        self.current = current
        self.previous = previous
    }
}

/// A stretch in which a reading is outside its expected band; as a device's furthest reading it may
/// also lie inside.
public struct Excursion: Sendable, Hashable {
    /// The device that was read.
    public var device: DeviceRef
    /// The reading that left its band.
    public var metric: MetricRef
    /// The reading furthest from the band's centre, in its own unit.
    public var value: Double
    /// Its distance from the centre in robust standard deviations, signed, at most `farthest`
    /// either way.
    public var z: Double
    /// Lower limit of the expected band at that reading.
    public var low: Double
    /// Upper limit of the expected band at that reading.
    public var high: Double
    /// Start of the first slice outside, in the axis' unit.
    public var from: Double
    /// End of the last slice outside.
    public var to: Double
    /// Whether the reading is still outside at the end of the device's data.
    public var isOpen: Bool

    /// Greater distances are cut to this one: "more than" says all there is to say.
    public static let farthest = 99.0

    /// `low` and `high` are the band at `value`; `z` is signed.
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

/// What every page says about its data, in header, footer and axes.
public struct ReportContext: Sendable, Hashable {
    /// The data set's name, that of its folder.
    public var dataset: String
    /// Files that were read.
    public var fileCount: Int
    /// Rows kept in all files.
    public var rows: Int
    /// Rows that were refused.
    public var rowsRefused: Int
    /// Cells that could not be read.
    public var cellsRefused: Int
    /// Hash of files and corrections, for the footer.
    public var fingerprint: String
    /// What the horizontal axis counts.
    public var axis: TimeKind
    /// The wall clock of the axis; UTC without dates.
    public var zone: Zone
    /// Width of the finest bucket, in the axis' unit.
    public var resolution: Double
    /// The time that a view without a chosen period covers, strays left out.
    public var range: ClosedRange<Double>
    /// The part of the data that is shown; both ends belong to it.
    public var period: ClosedRange<Double>
    /// Whether a person chose the period; else it is `range`.
    public var isPeriodChosen: Bool
    /// The two spans that cards compare; `nil` without dates, and for periods under two hours.
    public var recent: RecentSpan?
    /// Devices in the whole set.
    public var deviceCount: Int
    /// Devices that pass the filter.
    public var devicesShown: Int
    /// Names for the device filter, the first 500 of the catalog.
    public var deviceNames: [String]
    /// All readings of the catalog, in its order.
    public var metrics: [MetricRef]
    /// All codes of the catalog, in its order.
    public var codes: [CodeRef]
    /// Indices of the codes that pass the filter; `nil` without a filter.
    public var codesShown: [Int]?

    /// The recent span, which ends with the period, and the one before it, which is as long. In the
    /// axis' unit.
    public struct RecentSpan: Sendable, Hashable {
        /// Start of the recent span, inclusive.
        public var from: Double
        /// End of the recent span, exclusive: just after the period's last moment.
        public var to: Double
        /// Start of the span before, inclusive; it ends at `from`.
        public var previousFrom: Double

        /// The span before starts at `previousFrom` and ends at `from`.
        public init(from: Double, to: Double, previousFrom: Double) {
            self.from = from
            self.to = to
            self.previousFrom = previousFrom
        }
    }

    /// `codesShown` are indices of `codes`.
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
