public import Values

/// A trouble that readings of a fleet show, by indices into ``FleetReadings``.
public struct FleetEpisode: Sendable {
    /// Who is concerned, rising.
    public var devices: [Int]
    /// What the devices have in common, where that is known.
    public var group: (attribute: Int, value: String)?
    /// What moved, in the order in which it moved.
    public var signals: [Int]
    /// The first slot of it.
    public var from: Int
    /// The slot after the last one; `nil` while it goes on at the end of the readings.
    public var to: Int?
    /// What sort of trouble it is.
    public var kind: EpisodeKind
    /// 0 to 100; below 25 it is worth knowing and no trouble.
    public var severity: Double
    /// What the first signal was meanwhile, on average in its own unit.
    public var actual: Double?
    /// What it would have been.
    public var expected: Double?

    /// Makes an episode.
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
    /// Index within the group of like devices, later of the fleet.
    var device: Int
    /// Index within the signals of the group, later of the fleet.
    var signal: Int
    var slots: Range<Int>
    var kind: EpisodeKind
    /// How large it is, in units of what an eye sees: see ``Suspect/Verdict/weight``.
    var weight: Double
    var score: Double
    var actual: Double?
    var expected: Double?
    /// Explained by work on the device: worth knowing and no trouble.
    var isRemark = false
}
