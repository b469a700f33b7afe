extension BackTest {
    /// A source left out before learning, because it holds what became known only later (target
    /// leakage: Kaufman et al. 2012).
    public struct Leak: Sendable, Hashable, Codable {
        /// The reading, code or attribute that was left out.
        public var source: Source
        /// By what the leak was recognised.
        public var evidence: Evidence

        package init(source: Source, evidence: Evidence) {
            self.source = source
            self.evidence = evidence
        }
    }

    /// What a source does that nothing measured at the time could do. Lengths are in the axis'
    /// unit.
    public enum Evidence: Sendable, Hashable, Codable {
        /// It changes by `step` from one reading to the next and reads `end` at the end of each
        /// life.
        case countdown(step: Double, end: Double)
        /// Its value alone gives the time to the end of lives of different lengths.
        case timeToEnd
        /// Its value alone gives the share of each life that is over, however long that life is.
        case shareOfLife
        /// It turns to `value` always the same time before a failure, and at no other time.
        case label(value: Double, lead: Double)
        /// Its events come always the same time before a failure, one before each, and at no other
        /// time.
        case punctual(lead: Double)
        /// A `share` of its events lies within `within` of a failure; the others are no more than
        /// chance.
        case record(share: Double, within: Double)
        /// It tells all devices that failed from all that did not; the numbers of devices on each
        /// side.
        case outcome(failed: Int, others: Int)
        /// It is each device's length of life, or the time of its failure.
        case lifeLength
        /// It is the number of failures of each device.
        case failureCount
        /// It numbers the rows of all devices consecutively.
        case rowNumber
    }
}
