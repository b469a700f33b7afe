public import Values

/// What followed earlier episodes that were like one at hand: of the same kind and about the same
/// reading or code, on any device of the fleet.
public struct Aftermath: Sendable, Hashable {
    /// What came next.
    public enum Sequel: Sendable, Hashable {
        /// A failure, so long after the episode began.
        case failure(CodeRef, after: Double)
        /// A repair and no failure before it.
        case repair(CodeRef, after: Double)
        /// Neither.
        case nothing
    }

    /// One of them.
    public struct Example: Sendable, Hashable {
        /// Whose it was.
        public var device: DeviceRef
        /// When it began, on the axis.
        public var from: Double
        /// What came next.
        public var sequel: Sequel

        /// An earlier episode with what followed.
        package init(device: DeviceRef, from: Double, sequel: Sequel) {
            self.device = device
            self.from = from
            self.sequel = sequel
        }
    }

    /// The episode at hand.
    public var episode: Episode
    /// All that are over or that something followed, the latest first.
    public var examples: [Example]
    /// What comes so long after an episode's end is taken to follow it, in the axis' unit.
    public var within: Double

    /// What followed the episodes that were like one.
    package init(of episode: Episode, examples: [Example], within: Double) {
        self.episode = episode
        self.examples = examples
        self.within = within
    }

    /// How long after their beginning failures came, rising.
    public var failureDelays: [Double] {
        examples.compactMap { example in
            if case .failure(_, let after) = example.sequel { after } else { nil }
        }.sorted()
    }

    /// How many a repair followed, and no failure before it.
    public var repaired: Int {
        examples.count { if case .repair = $0.sequel { true } else { false } }
    }
}
