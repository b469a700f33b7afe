/// The changes of a command or state from one value that it keeps for a while to another.
public struct CommandSteps: Sendable {
    /// One change; values passed through within a few rows are part of it.
    public struct Step: Sendable {
        /// The first row with another value than before.
        public let row: Int
        /// The row from which on the new value is kept.
        public let settled: Int
        /// The value that was kept before.
        public let from: Double
        /// The value that is kept then.
        public let to: Double
    }

    /// In order of time; a detour that ends at the old value is no change.
    public let steps: [Step]
    let rowCount: Int

    /// Rows within which changes are one change: operators type, and ramps take a while.
    private static let together = 5

    /// Reads the changes off a column; a missing value is as the one before.
    ///
    /// - Returns: `nil` for a column that does not mostly stay as it is, or only counts up (see
    ///   ``SignalSort``).
    /// - Complexity: O(rows).
    public init?(_ column: [Double]) {
        guard SignalSort([column], declared: FleetReadings.Signal(name: "")) == .state else {
            return nil
        }
        let column = StandardSignal.filled(column)
        var steps: [Step] = []
        for row in column.indices.dropFirst() where column[row] != column[row - 1] {
            if let last = steps.last, row - last.settled <= Self.together {
                steps[steps.count - 1] = Step(
                    row: last.row, settled: row, from: last.from, to: column[row])
            } else {
                steps.append(
                    Step(row: row, settled: row, from: column[row - 1], to: column[row]))
            }
        }
        self.steps = steps.filter { $0.from != $0.to }
        rowCount = column.count
    }

    /// Rows from the change before a step (or the start) up to it, and from where it settled to the
    /// next one (or the end).
    func room(_ place: Int) -> (before: Int, after: Int) {
        let start = place > 0 ? steps[place - 1].settled : 0
        let end = place + 1 < steps.count ? steps[place + 1].row : rowCount
        return (steps[place].row - start, end - steps[place].settled)
    }
}
