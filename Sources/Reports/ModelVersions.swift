/// The models learned of a set, one after the other, and what a person chose about them. Kept as
/// JSON beside the model in use.
public struct ModelVersions: Sendable, Hashable, Codable {
    /// Why a model was learned.
    public enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        /// There was none before.
        case first
        /// The rows had grown by a fifth, or were different ones.
        case grown
        /// Failures were rarer or more frequent than the previous model predicted.
        case drifted
        /// A person asked for another horizon.
        case asked
    }

    /// One learned model.
    public struct Version: Sendable, Hashable, Codable {
        /// Counted from 1 per set; numbers are not reused.
        public var number: Int
        /// When it was learned, in seconds since 1970.
        public var learned: Double
        /// Rows of the set that it was learned from.
        public var rows: Int
        /// How far ahead it predicts failures, in the axis' unit; nil for remaining life.
        public var horizon: Double?
        /// Why it was learned.
        public var cause: Cause
        /// Average precision, or RMSE of remaining life, on held-out data; nil where it was not
        /// tested.
        public var score: Double?
        /// The same figure for the plain rule.
        public var ruleScore: Double?

        /// `score` and `ruleScore` are read from `test`.
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

    /// How far ahead a person wants failures predicted, in the axis' unit; nil = as far as the data
    /// show signs.
    public var horizon: Double?
    /// Whether a person switched learning off for the set.
    public var isOff = false
    /// The version that a person wants kept in use; nil = always the newest.
    public var pinned: Int?
    /// Number of the version in use; nil where none was learned.
    public var current: Int?
    /// The versions still kept, the oldest first.
    public var versions: [Version] = []
    /// How the version in use has fared since it was learned; nil where too little came after.
    public var since: CalibrationSince?
    /// The signs before failures from which the horizon in use was taken; nil where it was not.
    public var leadTime: LeadTime?

    /// Nothing learned and nothing chosen.
    package init() {}

    /// Versions kept, the newest included; a pinned one is kept besides.
    package static let limit = 5

    /// Takes a new version into use and returns the numbers of the versions that are dropped for
    /// it.
    package mutating func add(_ version: Version) -> [Int] {
        versions.append(version)
        current = version.number
        let spare = versions.dropLast().map(\.number).filter { $0 != pinned }
        let dropped = spare.dropLast(Self.limit - 1)
        versions.removeAll { dropped.contains($0.number) }
        return Array(dropped)
    }

    package var next: Int { (versions.last?.number ?? 0) + 1 }
}
