import Values

/// The signals of a plant up to the time when something was noticed, made comparable: without gaps,
/// each in its own usual spread, on few enough rows.
struct CauseSignals: Sendable {
    /// By signal, the readings less their usual median in usual spreads, within ±30.
    private(set) var columns: [[Double]]
    /// By signal, how long the reading has been the same, at its longest within each row, in rows
    /// of the input; 1 at a change.
    private(set) var runs: [[Int]]
    /// The first rows, which are taken as usual.
    let usual: Range<Int>
    /// Rows of the input averaged into one row.
    let factor: Int
    /// Rows of the input left out before the first row, so that the last one is whole.
    let skipped: Int

    var rowCount: Int { columns.first?.count ?? 0 }

    /// Share of the rows that are taken as usual, from the first on.
    private static let usualShare = 0.65
    /// The most rows: of more, two, three and so on are averaged into one.
    private static let mostRows = 8192
    /// With fewer rows relations cannot be learned.
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
                Self.longest(Self.runs(filled)[skipped...], of: factor)
            )
        }
        self.columns = prepared.map(\.0)
        runs = prepared.map(\.1)
    }

    /// Whether a signal is the same in all usual rows, as a set point may be: it then has no noise
    /// that could grow.
    func isConstant(_ signal: Int) -> Bool {
        let usual = columns[signal][usual]
        return usual.allSatisfy { $0 == usual.first }
    }

    /// The row of the input at which the longest standstill of a signal begins, of those that reach
    /// into the rows from `row` on.
    func standstill(of signal: Int, from row: Int) -> Int {
        let late = runs[signal].indices[row...]
        let end = late.max { runs[signal][$0] < runs[signal][$1] } ?? row
        return max(0, inputRow(end) + 1 - runs[signal][end])
    }

    /// The signals at some indices, in that order.
    func only(_ places: [Int]) -> CauseSignals {
        var few = self
        few.columns = places.map { columns[$0] }
        few.runs = places.map { runs[$0] }
        return few
    }

    /// The first row of the input that a row is made of.
    func inputRow(_ row: Int) -> Int { skipped + row * factor }

    /// The row that a row of the input went into; the first one for those left out.
    func row(_ inputRow: Int) -> Int { max(0, min(rowCount - 1, (inputRow - skipped) / factor)) }

    private static func longest(_ values: ArraySlice<Int>, of factor: Int) -> [Int] {
        guard factor > 1 else { return Array(values) }
        return stride(from: values.startIndex, to: values.endIndex, by: factor).map { first in
            values[first..<first + factor].reduce(0, max)
        }
    }

    /// Rows since the value last changed, 1 at a change, 0 where it is missing.
    private static func runs(_ column: [Double]) -> [Int] {
        var length = 0
        var last = Double.nan
        return column.map { value in
            guard !value.isNaN else { return 0 }
            length = value == last ? length + 1 : 1
            last = value
            return length
        }
    }
}
