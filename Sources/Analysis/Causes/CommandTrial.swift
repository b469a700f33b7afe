import Values

/// One change of a command and its earlier ones: says of each signal whether it answered this one
/// as it did those.
struct CommandTrial: Sendable {
    /// How a signal answered the latest change.
    enum Answer: Sendable {
        /// It moved as far as earlier, in proportion.
        case asBefore
        /// Farther, less far or the other way.
        case otherwise
        /// Neither now nor earlier was there an answer beyond what the signal does anyway.
        case none
    }

    let latest: CommandSteps.Step
    /// Changes before it with at least `horizon` rows around them.
    let earlier: [CommandSteps.Step]
    /// Rows after a change over which answers are measured.
    private let horizon: Int
    /// Rows far from any change, where answers show what a signal does anyway.
    private let quiet: [Int]

    /// The fewest and the most rows of `horizon`.
    private static let fewest = 6, most = 2_000
    /// Rows by which the latest change may come after the first departure, which is not known to
    /// the row.
    private static let slack = 3
    /// About how many quiet rows are looked at.
    private static let quietPlaces = 60
    /// Deviations beyond which an answer is clearly more than chance.
    private static let limit = 3.5
    /// Share of its movement that the command may leave unexplained in a signal that answered.
    private static let leftOpen = 0.4

    /// Of the last change that does not come after `row`; `nil` without one, or where it was long
    /// before or leaves too few rows.
    init?(_ all: CommandSteps, upTo row: Int) {
        guard let place = all.steps.lastIndex(where: { $0.row <= row + Self.slack }) else {
            return nil
        }
        let rooms = all.steps[..<place].indices.map { min(all.room($0).before, all.room($0).after) }
        let latest = all.steps[place]
        let own = min(all.room(place).before, all.room(place).after)
        let usual = Int(clamping: Statistics.median(rooms.map(Double.init)))
        let horizon = min(own, usual, Self.most)
        guard horizon >= Self.fewest, row - latest.settled <= horizon else { return nil }
        self.latest = latest
        self.horizon = horizon
        earlier = zip(all.steps, rooms).filter { $0.1 >= horizon }.map(\.0)
        quiet = Self.quiet(all, horizon, end: latest.row)
    }

    /// How a signal answered, given its readings without gaps.
    ///
    /// - Complexity: O((changes + quiet places) · horizon).
    func answer(_ column: [Double]) -> Answer {
        let steps = earlier.map { $0.to - $0.from }
        let answers = earlier.map { response(column, at: $0.row, settled: $0.settled) }
        let now = response(column, at: latest.row, settled: latest.settled)
        let power = steps.reduce(0) { $0 + $1 * $1 }
        let gain = zip(steps, answers).reduce(0) { $0 + $1.0 * $1.1 } / power
        let left = zip(steps, answers).map { $1 - gain * $0 }
        let freedom = Double(max(1, earlier.count - 1))
        let scatter = (left.reduce(0) { $0 + $1 * $1 } / freedom).squareRoot()
        let idle = UsualSpread(quiet.map { response(column, at: $0, settled: $0) }).spread
        let noise = max(idle, scatter)
        let expected = gain * (latest.to - latest.from)
        let isClear = abs(now) > Self.limit * idle || abs(expected) > Self.limit * noise
        guard isClear else { return .none }
        let open = abs(now - expected)
        let isAlike =
            open <= Self.limit * noise && open <= Self.leftOpen * max(abs(now), abs(expected))
        return isAlike ? .asBefore : .otherwise
    }

    /// How far a signal moved: its mean in the second half of the horizon after the command
    /// settled, less that of as many rows before the change.
    private func response(_ column: [Double], at row: Int, settled: Int) -> Double {
        let half = horizon / 2
        return Statistics.mean(Array(column[settled + half..<settled + horizon]))
            - Statistics.mean(Array(column[row - half..<row]))
    }

    private static func quiet(_ all: CommandSteps, _ horizon: Int, end: Int) -> [Int] {
        let stride = max(1, end / quietPlaces)
        return Swift.stride(from: horizon, to: max(horizon, end - horizon), by: stride).filter {
            row in
            !all.steps.contains { $0.settled > row - 2 * horizon && $0.row < row + horizon }
        }
    }
}
