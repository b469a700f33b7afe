/// Turns scores of any detector into a threshold for a wished number of alarms, and into a scale
/// from 0 to 100 with four bands.
public struct Calibration: Sendable, Equatable {
    /// How grave a score is.
    public enum Band: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// From 25 on.
        case warning = 25
        /// From 50 on.
        case minor = 50
        /// From 75 on.
        case major = 75
        /// From 90 on.
        case critical = 90

        /// Orders bands by gravity.
        public static func < (left: Band, right: Band) -> Bool { left.rawValue < right.rawValue }
    }

    /// The raw scores at 0, 25, 50, 75, 90 and 100; never falling.
    private let knots: [Double]
    private static let levels = [0.0, 25, 50, 75, 90, 100]

    /// Learns from the scores of a reference period.
    ///
    /// 0 is the median; 25, 50, 75 and 90 are the scores that one in 20, 100, 500 and 2000 rows
    /// exceeds, found by interpolation and, where the reference is too short, set at the largest
    /// score and beyond in steps of the tail. 100 is as far above 90 as 90 is above 50, or more.
    /// Nil without any score. O(n log n).
    public init?(reference: [Double]) {
        let sorted = reference.filter(\.isFinite).sorted()
        guard let highest = sorted.last else { return nil }
        let median = Statistics.quantile(sorted: sorted, 0.5)
        let tail = Statistics.quantile(sorted: sorted, 0.95)
        let step = max(highest - tail, (highest - median) / 2, 1e-9 * max(1, abs(highest))) / 2
        var knots = [median]
        for share in [0.05, 0.01, 0.002, 0.0005] {
            let isCovered = Double(sorted.count) * share >= 1
            let score = isCovered ? Statistics.quantile(sorted: sorted, 1 - share) : highest
            let least = (knots.last ?? score) + (isCovered ? 0 : step)
            knots.append(max(score, least))
        }
        let spread = max(knots[4] - knots[2], step)
        knots.append(knots[4] + spread)
        self.knots = knots
    }

    /// A raw score on the scale from 0 to 100; never falling; 0 for NaN.
    public func scaled(_ score: Double) -> Double {
        guard score > knots[0] else { return 0 }
        for index in 1..<knots.count where score <= knots[index] {
            let width = knots[index] - knots[index - 1]
            let part = width > 0 ? (score - knots[index - 1]) / width : 1
            let low = Self.levels[index - 1]
            return low + part * (Self.levels[index] - low)
        }
        return 100
    }

    /// The band of a raw score; nil below the lowest.
    public func band(_ score: Double) -> Band? {
        let scaled = scaled(score)
        return Band.allCases.last { scaled >= Double($0.rawValue) }
    }

    /// The lowest threshold at which a reference period raises at most the wished number of
    /// alarms a week, as does every higher one; -infinity when no threshold is needed.
    ///
    /// An alarm is a run of rows above the threshold; runs with at most `quiet` rows between them
    /// are one. O(n log n + n · quiet) at most, usually stopped early.
    ///
    /// - Parameters:
    ///   - scores: Scores of the reference period in order; NaN is not above any threshold.
    ///   - rowsPerWeek: Rows that make a week.
    ///   - alarmsPerWeek: The wished number.
    ///   - quiet: Rows after a run within which the next one is no new alarm.
    public static func threshold(
        _ scores: [Double], rowsPerWeek: Double, alarmsPerWeek: Double, quiet: Int = 0
    ) -> Double {
        guard rowsPerWeek > 0, alarmsPerWeek >= 0 else { return .infinity }
        let allowed = alarmsPerWeek * Double(scores.count) / rowsPerWeek
        let order = scores.indices.filter { !scores[$0].isNaN }
            .sorted { (scores[$1], $0) < (scores[$0], $1) }
        let reach = min(max(0, quiet), scores.count) + 1
        var isAbove = [Bool](repeating: false, count: scores.count)
        var runs = 0
        var position = 0
        while position < order.count {
            let level = scores[order[position]]
            while position < order.count, scores[order[position]] == level {
                let row = order[position]
                isAbove[row] = true
                let before = max(0, row - reach)..<row
                let after = (row + 1)..<max(row + 1, min(scores.count, row + reach + 1))
                // A row begins a run, lengthens one, or joins two.
                runs += 1
                if isAbove[before].contains(true) { runs -= 1 }
                if isAbove[after].contains(true) { runs -= 1 }
                if let left = isAbove[before].lastIndex(of: true),
                    let right = isAbove[after].firstIndex(of: true), right - left <= reach
                {
                    runs += 1
                }
                position += 1
            }
            if Double(runs) > allowed { return level }
        }
        return -.infinity
    }
}
