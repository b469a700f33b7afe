extension BackTest {
    /// A source that was set aside before learning, because it holds what only came to be known later
    /// (target leakage: Kaufman et al. 2012).
    public struct Leak: Sendable, Hashable, Codable {
        /// What was set aside.
        public var source: Source
        /// By what it was recognised.
        public var evidence: Evidence

        /// A source with the reason for which it is not learned from.
        package init(source: Source, evidence: Evidence) {
            self.source = source
            self.evidence = evidence
        }
    }

    /// What a source does that nothing measured at the time could do. Lengths are in the axis' unit.
    public enum Evidence: Sendable, Hashable, Codable {
        /// It changes by `step` from one reading to the next and is `end` at the end of each life.
        case countdown(step: Double, end: Double)
        /// The value alone gives the time to the end of lives of different lengths.
        case timeToEnd
        /// The value alone gives the share of each life that is over, however long that life is.
        case shareOfLife
        /// It turns to `value` always the same length before a failure, and at no other time.
        case label(value: Double, lead: Double)
        /// Its events come always the same length before a failure, one before each, and at no other time.
        case punctual(lead: Double)
        /// Its events stand within a length of a failure: what is left of them is no more than chance.
        case record(share: Double, within: Double)
        /// It differs between all devices that failed and all that did not.
        case outcome(failed: Int, others: Int)
        /// It is how long each device lived, or when it failed.
        case lifeLength
        /// It is how often each device failed.
        case failureCount
        /// It numbers the rows of all devices through.
        case rowNumber
    }
}
