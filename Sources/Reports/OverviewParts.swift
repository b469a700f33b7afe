public import Values

/// What a data set lacks; true where it does.
public struct MissingData: Sendable, Hashable {
    /// Whether rows have no time and are only numbered.
    public var time: Bool
    /// Whether there are no readings.
    public var metrics: Bool
    /// Whether there are no events of any kind.
    public var events: Bool
    /// Whether no code names failures.
    public var failures: Bool
    /// Whether no file has a device column: files or rows stand for devices.
    public var devices: Bool

    /// True for each thing that the set lacks.
    public init(time: Bool, metrics: Bool, events: Bool, failures: Bool, devices: Bool) {
        self.time = time
        self.metrics = metrics
        self.events = events
        self.failures = failures
        self.devices = devices
    }
}

/// The health points that one rule takes from a device, of 100.
public struct HealthPart: Sendable, Hashable {
    /// What a device loses points for.
    public enum Rule: Sendable, Hashable {
        /// The gravest open episode.
        case trouble(Episode)
        /// Further open episodes beside it.
        case moreTroubles(count: Int)
        case errors(count: Int, fleetMedian: Double)
        case failures(count: Int, fleetMedian: Double)
        case dataQuality(missingShare: Double)
        case model(score: Double, threshold: Double)
    }
    /// What the points are lost for.
    public var rule: Rule
    /// Points lost, above 0 and at most `limit`.
    public var points: Double
    /// The most points that this rule can take.
    public var limit: Double

    /// `points` of at most `limit`.
    public init(rule: Rule, points: Double, limit: Double) {
        self.rule = rule
        self.points = points
        self.limit = limit
    }
}

/// Events of one kind in the period, by code.
public struct CodeBreakdown: Sendable, Hashable {
    /// One code's part of the events.
    public struct Item: Sendable, Hashable {
        /// The counted code.
        public var code: CodeRef
        /// Events of the code in the period.
        public var count: Int
        /// Share of the kind's events, 0…1.
        public var share: Double
        /// Events of the recent span beside the one before; `nil` where there are no spans to
        /// compare.
        public var recent: Compared?

        /// `share` is of the kind's events, 0…1.
        public init(code: CodeRef, count: Int, share: Double, recent: Compared?) {
            self.code = code
            self.count = count
            self.share = share
            self.recent = recent
        }
    }
    /// The kind that is broken down.
    public var kind: EventKind
    /// Events of the kind, of all codes.
    public var total: Int
    /// The most frequent codes first, at most 12.
    public var items: [Item]
    /// Events of the codes not listed.
    public var otherCount: Int
    /// Number of codes not listed.
    public var otherCodes: Int

    /// `total` is the sum of `items` and `otherCount`.
    public init(kind: EventKind, total: Int, items: [Item], otherCount: Int, otherCodes: Int) {
        self.kind = kind
        self.total = total
        self.items = items
        self.otherCount = otherCount
        self.otherCodes = otherCodes
    }
}

/// Event rates of devices by the value of an attribute.
public struct AttributeRates: Sendable, Hashable {
    /// The devices with one value.
    public struct Group: Sendable, Hashable {
        /// The value that they share.
        public var value: String
        /// Devices with the value.
        public var devices: Int
        /// Events of these devices in the period.
        public var events: Int
        /// `events` divided by `devices`.
        public var perDevice: Double

        /// `perDevice` is events by devices.
        public init(value: String, devices: Int, events: Int, perDevice: Double) {
            self.value = value
            self.devices = devices
            self.events = events
            self.perDevice = perDevice
        }
    }
    /// The attribute whose values are compared.
    public var attribute: String
    /// Failures, or errors where no failures differ.
    public var kind: EventKind
    /// One per value, the highest rate first.
    public var groups: [Group]
    /// Chi-square p-value of equal rates per device.
    public var p: Double
    /// Whether the rates differ beyond chance, at p below 0.05.
    public var areDifferent: Bool { p < 0.05 }

    /// `p` is of equal rates over all `groups`.
    public init(attribute: String, kind: EventKind, groups: [Group], p: Double) {
        self.attribute = attribute
        self.kind = kind
        self.groups = groups
        self.p = p
    }
}

/// Rows of one severity.
public struct SeverityShare: Sendable, Hashable {
    /// The severity as the files write it.
    public var name: String
    /// Rows with this severity.
    public var count: Int
    /// Their share of all rows with a severity, 0…1.
    public var share: Double
    /// Whether the word counts as an error.
    public var isError: Bool

    /// `share` is of all rows with a severity, 0…1.
    public init(name: String, count: Int, share: Double, isError: Bool) {
        self.name = name
        self.count = count
        self.share = share
        self.isError = isError
    }
}
