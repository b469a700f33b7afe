/// What is unusual in one recording: a number for every row, and the stretches a person would mark.
public struct RecordingJudgement: Sendable, Equatable {
    /// What the rows were compared with.
    public enum Basis: Sendable, Hashable {
        /// The windows and the course of one signal.
        case signal
        /// The opening rows of several signals.
        case opening
        /// Windows of several signals together, and how often their like occurs.
        case rarity
        /// All other rows, each for itself and without order.
        case cases
        /// For each row those before it.
        case past
    }

    /// What the rows were compared with, and so who judged.
    public let basis: Basis
    /// One finite number per row, higher for more unusual. Comparable within a recording only.
    public let score: [Double]
    /// Whether the row lies in a stretch that counts (not in a mere remark).
    public let isAnomaly: [Bool]
    /// In the order of their first rows; none overlap.
    public let stretches: [Stretch]

    init(_ basis: Basis, score: [Double], stretches: [Stretch]) {
        self.basis = basis
        self.score = score
        self.stretches = stretches
        var marks = [Bool](repeating: false, count: score.count)
        for stretch in stretches where !stretch.isRemark {
            for row in stretch.rows { marks[row] = true }
        }
        isAnomaly = marks
    }
}

/// Rows that belong together as one trouble.
public struct Stretch: Sendable, Equatable {
    /// Severities below this are remarks, which call for no action.
    public static let remarkLimit = 25.0

    /// What the values of the first signal look like within the stretch.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The mean is where it hardly ever is.
        case level
        /// The values repeat exactly.
        case frozen
        /// A few rows stand out.
        case spikes
        /// The values scatter more, or less, from row to row.
        case variance
        /// Ordinary values in an unusual order.
        case shape
    }

    /// The rows, counted from 0.
    public let rows: Range<Int>
    /// What the values of `signals[0]` look like there.
    public let kind: Kind
    /// 0 to 100; ``remarkLimit`` just at the limit, 100 infinitely far above it.
    public let severity: Double
    /// Indices of the columns that take part, the one that moved first at the front; never empty.
    public let signals: [Int]
    /// The median of the first signal outside of the stretch, for `variance` its mean step from row
    /// to row; nil where it has no values there.
    public let expected: Double?
    /// The mean of the first signal within, for `variance` its mean step; nil where it has no
    /// values there.
    public let actual: Double?

    /// Whether it is only worth a remark.
    public var isRemark: Bool { severity < Self.remarkLimit }
}
