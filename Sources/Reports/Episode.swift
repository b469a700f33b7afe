public import Values

/// A trouble with a beginning and, unless it goes on, an end: what every page, the API, downloads
/// and alarms show.
public struct Episode: Sendable, Hashable {
    /// What moved, or what was reported.
    public enum Subject: Sendable, Hashable {
        case metric(MetricRef)
        case code(CodeRef)

        /// The name as the files give it.
        public var name: String {
            switch self {
            case .metric(let metric): metric.name
            case .code(let code): code.name
            }
        }
    }

    /// An attribute's value that all devices of an episode share, and with which none is left out.
    public struct Group: Sendable, Hashable {
        /// The attribute's name.
        public var attribute: String
        /// Its value.
        public var value: String

        /// Makes a group.
        public init(attribute: String, value: String) {
            self.attribute = attribute
            self.value = value
        }
    }

    /// What sort of trouble it is.
    public var kind: EpisodeKind
    /// Who is concerned, in the order of the catalog; empty for the whole fleet.
    public var devices: [DeviceRef]
    /// What the devices have in common, where that is known.
    public var group: Group?
    /// What moved, in the order in which it moved; empty where no reading did.
    public var subjects: [Subject]
    /// When it began, on the axis of the data set.
    public var from: Double
    /// When it ended; `nil` while it goes on at the end of the data.
    public var to: Double?
    /// 0 to 100: see ``Grade``.
    public var severity: Double
    /// What the first subject was meanwhile: a level in its own unit, or events a day.
    public var actual: Double?
    /// What it would have been.
    public var expected: Double?

    /// Makes an episode.
    public init(
        _ kind: EpisodeKind, devices: [DeviceRef], group: Group? = nil, subjects: [Subject] = [],
        from: Double, to: Double?, severity: Double, actual: Double? = nil,
        expected: Double? = nil
    ) {
        self.kind = kind
        self.devices = devices
        self.group = group
        self.subjects = subjects
        self.from = from
        self.to = to
        self.severity = severity
        self.actual = actual
        self.expected = expected
    }

    /// Whether it goes on at the end of the data.
    public var isOpen: Bool { to == nil }
    /// The band that the severity lies in.
    public var grade: Grade { Grade(severity) }

    /// Bands of severity.
    public enum Grade: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// Below 25: worth knowing, no trouble.
        case remark
        /// From 25.
        case warning
        /// From 50.
        case major
        /// From 75.
        case critical

        /// The band of a severity.
        public init(_ severity: Double) {
            self =
                severity >= 75
                ? .critical : severity >= 50 ? .major : severity >= 25 ? .warning : .remark
        }

        /// By gravity.
        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }
}
