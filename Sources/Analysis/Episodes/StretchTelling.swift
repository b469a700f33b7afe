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
        let inside = column[mark.rows].filter(\.isFinite)
        let outside = Array(column[..<mark.rows.lowerBound] + column[mark.rows.upperBound...])
            .filter(\.isFinite)
        let expected = Statistics.median(outside)
        let actual = Statistics.mean(inside)
        return Stretch(
            rows: mark.rows, kind: Self.kind(inside, outside: outside), severity: mark.severity,
            signals: signals, expected: expected.isFinite ? expected : nil,
            actual: actual.isFinite ? actual : nil)
    }

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
