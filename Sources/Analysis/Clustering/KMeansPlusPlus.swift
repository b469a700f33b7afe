import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Greedy k-means++ (Arthur and Vassilvitskii 2007): each next center is the best of a few rows
/// drawn with probability proportional to their squared distance from the centers so far.
struct KMeansPlusPlus: Sendable {
    let k: Int

    /// Candidates at each step, as in scikit-learn, after the authors' own implementation.
    private var trials: Int { 2 + Int(clamping: log(Double(k))) }

    /// `k` rows, one after another, equal ones where there are too few; there must be a row.
    func centers(of rows: PackedRows, _ generator: inout SeededGenerator) -> [Double] {
        var centers = rows.row(generator.integer(below: rows.rowCount))
        var closest = Closeness(rows).lowered(rows, to: centers)
        for _ in 1..<max(k, 1) {
            let cumulative = closest.cumulative
            var best: (center: [Double], closest: Closeness)?
            for _ in 0..<trials {
                let target = generator.uniform() * (cumulative.last ?? 0)
                let place = firstIndex(reaching: target, in: cumulative)
                let center = rows.row(min(place, rows.rowCount - 1))
                let candidate = closest.lowered(rows, to: center)
                if candidate.total < best?.closest.total ?? .infinity { best = (center, candidate) }
            }
            guard let best else { break }
            centers += best.center
            closest = best.closest
        }
        // Only sums beyond the largest double end the loop early.
        while centers.count < k * rows.columnCount { centers += rows.row(0) }
        return centers
    }

    /// The first place whose running sum reaches the target, by bisection.
    private func firstIndex(reaching target: Double, in cumulative: [Double]) -> Int {
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The squared distance of every row to the nearest center so far, and the sum of all.
private struct Closeness {
    /// One list per chunk, in whole blocks; 0 in lanes without a row.
    private let parts: [[Double]]
    let total: Double

    /// Without a center: every row is infinitely far.
    init(_ rows: PackedRows) {
        parts = rows.chunks.map { chunk in
            let count = rows.rows(in: chunk).count
            let filling = chunk.count * PackedRows.lanes - count
            return [Double](repeating: .infinity, count: count)
                + [Double](repeating: 0, count: filling)
        }
        total = .infinity
    }

    private init(parts: [[Double]], total: Double) {
        self.parts = parts
        self.total = total
    }

    /// The distances with one more center.
    func lowered(_ rows: PackedRows, to point: [Double]) -> Closeness {
        let chunks = rows.chunks
        let results = Concurrent.map(chunks.count) { index in
            rows.loweredDistances(chunks[index], to: point, from: parts[index])
        }
        return Closeness(
            parts: results.map(\.distances), total: results.reduce(0) { $0 + $1.sum })
    }

    /// The running sums in the order of the rows.
    var cumulative: [Double] {
        var sums: [Double] = []
        sums.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        var sum = 0.0
        for part in parts {
            for distance in part {
                sum += distance
                sums.append(sum)
            }
        }
        return sums
    }
}
