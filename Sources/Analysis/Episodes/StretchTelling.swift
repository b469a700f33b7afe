/// Turns marked rows into stretches: what the values look like and which signals take part.
struct StretchTelling {
    /// All columns of the recording.
    let columns: [[Double]]
    /// Indices of the columns that were judged.
    let judged: [Int]
    /// By judged column and row, how far it deviates, all on one scale; empty for a single signal.
    let deviations: [[Double]]

    /// O(n) for each stretch.
    func stretch(_ mark: MarkedRows) -> Stretch {
        let signals = self.signals(mark.rows)
        let column = columns[signals.first ?? 0]
        let rows = begun(mark.rows, column)
        let inside = column[rows].filter(\.isFinite)
        let outside = Array(column[..<rows.lowerBound] + column[rows.upperBound...])
            .filter(\.isFinite)
        let kind = Self.kind(inside, outside: outside)
        let isSpread = kind == .variance
        let expected = isSpread ? Self.roughness(outside) : Statistics.median(outside)
        let actual = isSpread ? Self.roughness(inside) : Statistics.mean(inside)
        return Stretch(
            rows: rows, kind: kind, severity: mark.severity,
            signals: signals, expected: expected.isFinite ? expected : nil,
            actual: actual.isFinite ? actual : nil)
    }

    /// The rows from where the level jumped, if it did within the stretch: windows that hold some
    /// rows of both levels begin before.
    private func begun(_ rows: Range<Int>, _ column: [Double]) -> Range<Int> {
        let reach = min(max(rows.count, Self.leastReach), Self.mostReach)
        let near =
            max(0, rows.lowerBound - reach / 4)..<min(rows.upperBound, rows.lowerBound + reach)
        let known = near.filter { column[$0].isFinite }
        let inner = known.count / 8..<known.count - known.count / 8
        let place = SharpStep.place(in: known.map { column[$0] }, within: inner).map { known[$0] }
        guard let place, place < rows.upperBound else { return rows }
        return max(place, rows.lowerBound)..<rows.upperBound
    }

    /// Rows from the first of a stretch on that the jump is looked for in.
    private static let (leastReach, mostReach) = (48, 512)

    /// The signals whose largest deviation is at least a third of the largest of all, in the order
    /// in which they came half way to it.
    private func signals(_ rows: Range<Int>) -> [Int] {
        guard judged.count > 1, deviations.count == judged.count else { return [judged.first ?? 0] }
        let peaks = deviations.map { $0[rows].reduce(0, max) }
        let largest = peaks.max() ?? 0
        let moved = judged.indices.filter { peaks[$0] > 0 && peaks[$0] >= largest / 3 }
        let begins = judged.indices.map { index in
            rows.first { deviations[index][$0] >= peaks[index] / 2 } ?? rows.upperBound
        }
        let order = moved.sorted { (begins[$0], -peaks[$0], $0) < (begins[$1], -peaks[$1], $1) }
        return order.isEmpty ? [judged[0]] : order.map { judged[$0] }
    }

    /// The first that holds of: the same value again and again, a few rows, a mean outside the
    /// middle nine tenths of the values elsewhere, steps of another size; else shape.
    static func kind(_ inside: [Double], outside: [Double]) -> Stretch.Kind {
        guard inside.count > 1 else { return .spikes }
        if inside.count >= 4, let first = inside.first, inside.allSatisfy({ $0 == first }) {
            return .frozen
        }
        if inside.count <= 5 { return .spikes }
        let range = Statistics.quantiles(outside, [0.05, 0.95])
        let mean = Statistics.mean(inside)
        if mean < range[0] || mean > range[1] { return .level }
        let ratio = roughness(inside) / roughness(outside)
        return ratio.isFinite && (ratio > 2 || ratio < 0.5) ? .variance : .shape
    }

    private static func roughness(_ values: [Double]) -> Double {
        Statistics.mean(zip(values.dropFirst(), values).map { abs($0 - $1) })
    }
}
