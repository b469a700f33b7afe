public import Values

/// What a data set does not hold.
public struct MissingData: Sendable, Hashable {
    /// When it happened.
    public var time: Bool
    /// The readings there are.
    public var metrics: Bool
    /// Events in order of time, or their number.
    public var events: Bool
    /// Failures, beside those of the span before where there is one.
    public var failures: Bool
    /// No device column: files or rows stand for devices.
    public var devices: Bool

    /// Makes a list of what is missing.
    public init(time: Bool, metrics: Bool, events: Bool, failures: Bool, devices: Bool) {
        self.time = time
        self.metrics = metrics
        self.events = events
        self.failures = failures
        self.devices = devices
    }
}

/// Points a device loses on its way from 100, and for what.
public struct HealthPart: Sendable, Hashable {
    /// A stated rule.
    public enum Rule: Sendable, Hashable {
        /// The gravest open episode.
        case trouble(Episode)
        /// So many open episodes beside it.
        case moreTroubles(count: Int)
        case errors(count: Int, fleetMedian: Double)
        case failures(count: Int, fleetMedian: Double)
        case dataQuality(missingShare: Double)
        case model(score: Double, threshold: Double)
    }
    /// The rule that takes the points.
    public var rule: Rule
    /// At least 0.
    public var points: Double
    /// The most that this rule can cost.
    public var limit: Double

    /// Makes a part.
    public init(rule: Rule, points: Double, limit: Double) {
        self.rule = rule
        self.points = points
        self.limit = limit
    }
}

/// Events of a kind by code.
public struct CodeBreakdown: Sendable, Hashable {
    /// One code's share.
    public struct Item: Sendable, Hashable {
        /// The code that is meant.
        public var code: CodeRef
        /// How many there are.
        public var count: Int
        /// 0 to 1 of the kind's total.
        public var share: Double
        /// Recent span against the one before.
        public var recent: Compared?

        /// Makes an item.
        public init(code: CodeRef, count: Int, share: Double, recent: Compared?) {
            self.code = code
            self.count = count
            self.share = share
            self.recent = recent
        }
    }
    /// What sort it is.
    public var kind: EventKind
    /// All of them together.
    public var total: Int
    /// By falling count, at most 12.
    public var items: [Item]
    /// Events of all further codes, and how many codes those are.
    public var otherCount: Int
    /// Further codes that are not listed.
    public var otherCodes: Int

    /// Makes a breakdown.
    public init(kind: EventKind, total: Int, items: [Item], otherCount: Int, otherCodes: Int) {
        self.kind = kind
        self.total = total
        self.items = items
        self.otherCount = otherCount
        self.otherCodes = otherCodes
    }
}

/// Events per device for each value of an attribute.
public struct AttributeRates: Sendable, Hashable {
    /// One value.
    public struct Group: Sendable, Hashable {
        /// The value itself.
        public var value: String
        /// The devices that are meant, or their number.
        public var devices: Int
        /// Events in order of time, or their number.
        public var events: Int
        /// Events divided by devices.
        public var perDevice: Double

        /// Makes a group.
        public init(value: String, devices: Int, events: Int, perDevice: Double) {
            self.value = value
            self.devices = devices
            self.events = events
            self.perDevice = perDevice
        }
    }
    /// The name of the attribute.
    public var attribute: String
    /// What sort it is.
    public var kind: EventKind
    /// The groups, largest first.
    public var groups: [Group]
    /// Of equal rates (chi-square).
    public var p: Double
    /// Whether the groups differ beyond chance.
    public var areDifferent: Bool { p < 0.05 }

    /// Makes rates.
    public init(attribute: String, kind: EventKind, groups: [Group], p: Double) {
        self.attribute = attribute
        self.kind = kind
        self.groups = groups
        self.p = p
    }
}

/// Rows of one severity.
public struct SeverityShare: Sendable, Hashable {
    /// The name as the files give it.
    public var name: String
    /// How many there are.
    public var count: Int
    /// The part of the whole, 0 to 1.
    public var share: Double
    /// Whether it counts as an error.
    public var isError: Bool

    /// Makes a share.
    public init(name: String, count: Int, share: Double, isError: Bool) {
        self.name = name
        self.count = count
        self.share = share
        self.isError = isError
    }
}
