public import Values

/// A trouble with a beginning and, unless it goes on, an end: what every page, the API, downloads
/// and alarms show.
public struct Episode: Sendable, Hashable {
    /// The reading that moved, or the code that was reported.
    public enum Subject: Sendable, Hashable {
        case metric(MetricRef)
        case code(CodeRef)

        /// The reading's or the code's name as the files give it.
        public var name: String {
            switch self {
            case .metric(let metric): metric.name
            case .code(let code): code.name
            }
        }
    }

    /// An attribute's value that the devices of an episode have in common.
    public struct Group: Sendable, Hashable {
        /// The name of the attribute that they share.
        public var attribute: String
        /// The value that they share.
        public var value: String

        /// Devices with `value` in `attribute`.
        public init(attribute: String, value: String) {
            self.attribute = attribute
            self.value = value
        }
    }

    /// The sort of trouble.
    public var kind: EpisodeKind
    /// The devices concerned, in the order of the catalog; empty for the whole fleet.
    public var devices: [DeviceRef]
    /// What the devices have in common; `nil` where nothing sets them apart.
    public var group: Group?
    /// The readings that moved, in order, then the codes reported; empty where there is neither.
    public var subjects: [Subject]
    /// When it began, in the axis' unit.
    public var from: Double
    /// When it ended, in the axis' unit; `nil` while it goes on at the end of the data.
    public var to: Double?
    /// 0…100, see ``Grade``.
    public var severity: Double
    /// Level of the first subject meanwhile, in its own unit, its scatter where that changed; for
    /// codes events per day, for some kinds a share.
    public var actual: Double?
    /// What `actual` would have been without the trouble.
    public var expected: Double?

    /// `to` is `nil` for an episode that goes on.
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
    /// The grade of its severity.
    public var grade: Grade { Grade(severity) }

    /// The grades of severity, the mildest first.
    public enum Grade: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// Below 25: worth knowing, no trouble.
        case remark
        /// From 25.
        case warning
        /// From 50.
        case major
        /// From 75.
        case critical

        /// The grade of a severity 0…100; NaN is a remark.
        public init(_ severity: Double) {
            self =
                severity >= 75
                ? .critical : severity >= 50 ? .major : severity >= 25 ? .warning : .remark
        }

        /// A graver grade is greater.
        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }
}
