/// The models that were learned of a set one after the other, and what a person chose about them. Kept
/// as JSON beside the model that is in use.
public struct ModelVersions: Sendable, Hashable, Codable {
    /// Why one was learned.
    public enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        /// None was there.
        case first
        /// The rows had grown by a fifth, or were other ones.
        case grown
        /// Failures came rarer or more often than the one before had said.
        case drifted
        /// A person asked for it, or for another horizon.
        case asked
    }

    /// One of them.
    public struct Version: Sendable, Hashable, Codable {
        /// Counted from 1.
        public var number: Int
        /// When it was learned, in seconds since 1970.
        public var learned: Double
        /// Rows of the set that it was taught.
        public var rows: Int
        /// How far it looks for failures, in the axis' unit; nil for lives.
        public var horizon: Double?
        /// Why it was learned.
        public var cause: Cause
        /// How it fared on what it was not taught: average precision, or the error of remaining life.
        public var score: Double?
        /// The same of the plain rule.
        public var ruleScore: Double?

        /// A version with how it fared.
        package init(
            number: Int, learned: Double, rows: Int, horizon: Double?, cause: Cause,
            test: BackTest?
        ) {
            self.number = number
            self.learned = learned
            self.rows = rows
            self.horizon = horizon
            self.cause = cause
            score = test?.rmse ?? test?.averagePrecision
            ruleScore = test?.rmse == nil ? test?.naiveAveragePrecision : test?.naiveRMSE
        }
    }

    /// How far a person wants failures to be looked for; nil for as far as the data show signs.
    public var horizon: Double?
    /// Nothing is to be learned of this set.
    public var isOff = false
    /// The version that is to stay in use whatever comes; nil for the newest.
    public var pinned: Int?
    /// The version in use.
    public var current: Int?
    /// The oldest first.
    public var versions: [Version] = []
    /// How the one in use has fared since it was learned; nil where nothing came after.
    public var since: CalibrationSince?
    /// Signs before failures that its horizon was taken from.
    public var leadTime: LeadTime?

    /// Nothing learned and nothing chosen.
    package init() {}

    /// Kept beside the one in use and a pinned one.
    package static let limit = 5

    /// Takes a new version into use; gives the numbers of those that are no longer kept.
    package mutating func add(_ version: Version) -> [Int] {
        versions.append(version)
        current = version.number
        let spare = versions.dropLast().map(\.number).filter { $0 != pinned }
        let dropped = spare.dropLast(Self.limit - 1)
        versions.removeAll { dropped.contains($0.number) }
        return Array(dropped)
    }

    /// The number of the next version.
    package var next: Int { (versions.last?.number ?? 0) + 1 }
}
