public import Values

/// A trouble that readings of a fleet show, by indices into ``FleetReadings``.
public struct FleetEpisode: Sendable {
    /// The devices concerned, rising.
    public var devices: [Int]
    /// The value of an attribute that the devices share, where that is the cause; `attribute` is an
    /// index of `attributeNames`.
    public var group: (attribute: Int, value: String)?
    /// The signals that moved, in the order in which they did.
    public var signals: [Int]
    /// The slot in which it began.
    public var from: Int
    /// The slot after the last one; `nil` while it goes on at the end of the readings.
    public var to: Int?
    /// What sort of trouble it is; of several devices, the most frequent one.
    public var kind: EpisodeKind
    /// 0 to 100; below 25 it is worth knowing but no trouble. See ``EpisodeSeverity``.
    public var severity: Double
    /// Mean of the first signal meanwhile, in its own unit, or its standard deviation where that
    /// changed; `nil` where it was not worked out.
    public var actual: Double?
    /// What that would have been by all that is usual.
    public var expected: Double?

    /// An episode of the given devices and signals; `to` is `nil` while it goes on.
    public init(
        devices: [Int], group: (attribute: Int, value: String)? = nil, signals: [Int], from: Int,
        to: Int?, kind: EpisodeKind, severity: Double, actual: Double? = nil,
        expected: Double? = nil
    ) {
        self.devices = devices
        self.group = group
        self.signals = signals
        self.from = from
        self.to = to
        self.kind = kind
        self.severity = severity
        self.actual = actual
        self.expected = expected
    }
}

/// What one device's signal shows, before devices are looked at together.
struct DeviceTrouble: Sendable {
    /// Index within the group of like devices, later within the fleet.
    var device: Int
    /// Index within the signals of the group, later within the fleet.
    var signal: Int
    var slots: Range<Int>
    var kind: EpisodeKind
    /// As how large it counts, in units of what an eye sees: see ``Suspect/Verdict/weight``.
    var weight: Double
    var score: Double
    var actual: Double?
    var expected: Double?
    /// Explained by work on the device: worth knowing but no trouble.
    var isRemark = false
}
