import Values

/// One change of a command beside its earlier ones, to ask of each signal whether it answered alike.
struct CommandTrial: Sendable {
    /// How a signal answered the latest change.
    enum Answer: Sendable {
        /// As far as it did earlier, in proportion.
        case asBefore
        /// Farther, less far or the other way.
        case otherwise
        /// Neither now nor earlier could an answer be told from what it does anyway.
        case none
    }

    let latest: CommandSteps.Step
    /// Changes before it with as much room around them.
    let earlier: [CommandSteps.Step]
    /// Rows after a change in which answers are looked for.
    private let horizon: Int
    /// Rows with no change around them.
    private let quiet: [Int]

    /// Rows that tell of an answer at least, and at most.
    private static let fewest = 6, most = 2_000
    /// Rows that the latest change may come after the first departure: that is not known to the row.
    private static let slack = 3
    /// Places without a change that show what a signal does anyway.
    private static let quietPlaces = 60
    /// How many deviations are clearly more than chance.
    private static let limit = 3.5
    /// Share of what it did that the command may leave open in a signal that answered.
    private static let leftOpen = 0.4

    /// The last change that does not come after a row; `nil` where it was long before, or leaves too
    /// few rows.
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

    /// - Complexity: O(changes · horizon).
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

    /// How far a signal was from where it had been, in the second half of the rows looked at.
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
