public import Values

/// What followed earlier episodes like a given one: of the same kind and about the same reading or
/// code, on any device of the fleet.
public struct Aftermath: Sendable, Hashable {
    /// What came after an earlier episode. Delays are counted from its beginning, in the axis'
    /// unit.
    public enum Sequel: Sendable, Hashable {
        /// A failure, with no repair before it.
        case failure(CodeRef, after: Double)
        /// A repair, with no failure before it.
        case repair(CodeRef, after: Double)
        /// Neither, though the data go on for all of `within` after its end.
        case nothing
    }

    /// One of the earlier episodes.
    public struct Example: Sendable, Hashable {
        /// The device that had the episode.
        public var device: DeviceRef
        /// When the episode began, in the axis' unit.
        public var from: Double
        /// What followed it.
        public var sequel: Sequel

        package init(device: DeviceRef, from: Double, sequel: Sequel) {
            self.device = device
            self.from = from
            self.sequel = sequel
        }
    }

    /// The episode that `examples` resemble; each began before it.
    public var episode: Episode
    /// The earlier episodes whose sequel is known, the latest first; at least three.
    public var examples: [Example]
    /// How long after an episode's end an event still counts as its sequel, in the axis' unit.
    public var within: Double

    package init(of episode: Episode, examples: [Example], within: Double) {
        self.episode = episode
        self.examples = examples
        self.within = within
    }

    /// How long after the beginning the failures came, in the axis' unit, ascending.
    public var failureDelays: [Double] {
        examples.compactMap { example in
            if case .failure(_, let after) = example.sequel { after } else { nil }
        }.sorted()
    }

    /// Episodes that a repair followed, with no failure before it.
    public var repaired: Int {
        examples.count { if case .repair = $0.sequel { true } else { false } }
    }
}
