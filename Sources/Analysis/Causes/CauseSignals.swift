import Values

/// The signals of a plant up to the time at which something was noticed, ready to be related to each
/// other: without gaps, each in its own usual spread, on rows that are few enough.
struct CauseSignals: Sendable {
    /// By signal, the readings less their usual median in usual spreads, within ±30.
    private(set) var columns: [[Double]]
    /// By signal, for how many rows of the input the reading had been the same, at its longest
    /// within each row; 1 at a change.
    private(set) var runs: [[Int]]
    /// Rows from the first on that are taken to be usual.
    let usual: Range<Int>
    /// Rows of the input in one row.
    let factor: Int
    /// Rows of the input before the first row.
    let skipped: Int

    var rowCount: Int { columns.first?.count ?? 0 }

    /// Share of the rows, from the first on, that relations are learned on.
    private static let usualShare = 0.65
    /// More rows than this are averaged in twos, threes and so on.
    private static let mostRows = 8192
    /// Fewer rows than this tell nothing about relations.
    static let fewestRows = 400

    /// Missing readings keep the value before; signals without any are zero throughout.
    ///
    /// - Parameter columns: By signal, readings in order of time and of the same number; NaN where
    ///   one is missing.
    /// - Returns: `nil` for fewer rows than ``fewestRows``.
    /// - Complexity: O(readings).
    init?(_ columns: [[Double]]) {
        let count = columns.first?.count ?? 0
        guard count >= Self.fewestRows else { return nil }
        let factor = (count - 1) / Self.mostRows + 1
        let rows = count / factor
        let usual = 0..<Int(clamping: (Double(rows) * Self.usualShare).rounded(.down))
        self.factor = factor
        skipped = count - rows * factor
        self.usual = usual
        let skipped = skipped
        let prepared = Concurrent.map(columns.count) { signal in
            let filled = StandardSignal.filled(columns[signal])
            let means = filled[skipped...].blockMeans(factor)
            let spread = UsualSpread(means[usual])
            return (
                means.map { min(30, max(-30, spread.z($0))) },
                Self.longest(FrozenSensorModel.runs(filled)[skipped...], of: factor)
            )
        }
        self.columns = prepared.map(\.0)
        runs = prepared.map(\.1)
    }

    /// Whether a signal is the same in all usual rows, as a set point may be: it then has no noise
    /// that could have grown.
    func isConstant(_ signal: Int) -> Bool {
        let usual = columns[signal][usual]
        return usual.allSatisfy { $0 == usual.first }
    }

    /// The row of the input from which on a signal stood still the longest, of the rows from one on.
    func standstill(of signal: Int, from row: Int) -> Int {
        let late = runs[signal].indices[row...]
        let end = late.max { runs[signal][$0] < runs[signal][$1] } ?? row
        return max(0, inputRow(end) + 1 - runs[signal][end])
    }

    /// Some of the signals, by their places.
    func only(_ places: [Int]) -> CauseSignals {
        var few = self
        few.columns = places.map { columns[$0] }
        few.runs = places.map { runs[$0] }
        return few
    }

    /// The row of the input at which a row begins.
    func inputRow(_ row: Int) -> Int { skipped + row * factor }

    /// The row that a row of the input is part of.
    func row(_ inputRow: Int) -> Int { max(0, min(rowCount - 1, (inputRow - skipped) / factor)) }

    private static func longest(_ values: ArraySlice<Int>, of factor: Int) -> [Int] {
        guard factor > 1 else { return Array(values) }
        return stride(from: values.startIndex, to: values.endIndex, by: factor).map { first in
            values[first..<first + factor].reduce(0, max)
        }
    }
}
