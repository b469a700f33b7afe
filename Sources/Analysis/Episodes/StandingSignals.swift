/// Signals of one recording that never stand still, and then do: a sensor that hangs while the
/// others go on.
///
/// What several signals do together hides one that only repeats itself: its value is an ordinary
/// one.
public enum StandingSignals {
    /// A signal with the rows in which it stands.
    public struct Standing: Sendable, Hashable {
        /// Index of the signal's column.
        public let signal: Int
        /// The rows in which it stands.
        public let rows: Range<Int>
        /// The value that repeats.
        public let value: Double
    }

    /// A signal is restless where its value changes in at least this share of its steps.
    private static let restless = 0.75

    /// At most one stretch per signal: its longest, where the signal is restless elsewhere and
    /// stands there far longer than at any other time.
    ///
    /// - Parameter columns: By signal, the values in order of time, NaN where missing.
    /// - Complexity: O(values).
    public static func stretches(_ columns: [[Double]]) -> [Standing] {
        columns.indices.compactMap { signal in
            let column = columns[signal]
            let judge = StandingValues(peers: [], slotCount: column.count)
            guard let rows = judge.stretch(column, device: 0),
                isRestless(column, beside: rows),
                let value = column[rows].first(where: \.isFinite)
            else { return nil }
            return Standing(signal: signal, rows: rows, value: value)
        }
    }

    private static func isRestless(_ column: [Double], beside rows: Range<Int>) -> Bool {
        var (steps, changes) = (0, 0)
        var last = Double.nan
        for row in column.indices where !rows.contains(row) && column[row].isFinite {
            if last.isFinite {
                steps += 1
                if column[row] != last { changes += 1 }
            }
            last = column[row]
        }
        return steps >= rows.count && Double(changes) >= restless * Double(steps)
    }
}
