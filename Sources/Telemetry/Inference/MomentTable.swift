import Values

/// How many rows share a moment, in all and for each value of some columns: tells whether columns
/// name the device of a reading, whatever they are called.
struct MomentTable {
    /// How well some columns tell the rows of a moment apart.
    struct Fit {
        /// Rows per pair of moment and value; 1 where the pair determines the row.
        var rowsPerMoment: Double
        /// How many different values the columns take together.
        var distinct: Int
        /// Share of all pairs of moment and value that occur, 0…1: near 1 where every device
        /// reports every time, low where values come and go as events do.
        var coverage: Double

        /// Whether moment and value determine the row, but for 3 % of repeats.
        var isUnique: Bool { rowsPerMoment <= 1.03 }
    }

    private let table: SampleTable
    private let rows: [Int]
    private let moments: [Int]
    private let momentCount: Int

    /// Looks at the rows whose time is known; `nil` without a column of times or with fewer than 8
    /// such rows. Columns in `given` (a long table's signal) count as part of the moment.
    init?(_ table: SampleTable, time: TimeOrigin, given: [Int]) {
        let parts: [Int]
        switch time {
        case .column(let index): parts = [index]
        case .dateAndTime(let date, let clock): parts = [date, clock]
        case .parts(let columns): parts = columns
        case .cycle, .rowNumber: return nil
        }
        self.table = table
        rows = (0..<table.rowCount).filter { row in
            parts.allSatisfy { table.columns[$0].codes[row] >= 0 }
        }
        guard rows.count >= 8 else { return nil }
        let bursts = Self.bursts(table, time, rows)
        var known: [[Int]: Int] = [:]
        moments = rows.enumerated().map { place, row in
            let when = bursts.map { [$0[place]] } ?? parts.map { table.columns[$0].codes[row] }
            let key = when + given.map { table.columns[$0].codes[row] }
            let next = known.count
            return known[key, default: next].taken(into: &known, for: key)
        }
        momentCount = known.count
    }

    /// The burst of each row, where rows come in bursts much shorter than the time between them, as
    /// of devices polled in turn; `nil` where each time is its own moment.
    private static func bursts(_ table: SampleTable, _ time: TimeOrigin, _ rows: [Int]) -> [Int]? {
        guard case .column(let index) = time, let times = table.columns[index].time?.values else {
            return nil
        }
        let sorted = rows.map { times[$0] }.sorted()
        // Between the segments of a sample are rows that were not read.
        let steps = table.segments.flatMap { segment in
            let own = segment.map { times[$0] }.filter { !$0.isNaN }.sorted()
            return zip(own, own.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
        }.sorted()
        guard steps.count >= 12 else { return nil }
        let wide = steps[steps.count * 9 / 10]
        let short = steps.count { $0 <= wide / 50 }
        guard short * 2 >= steps.count else { return nil }
        var (burst, last) = (0, sorted[0])
        var bursts: [Double: Int] = [:]
        var sizes = [0]
        for time in sorted {
            if time - last > wide / 10 {
                burst += 1
                sizes.append(0)
            }
            if bursts[time] == nil { sizes[burst] += 1 }
            last = time
            bursts[time] = burst
        }
        // Stretches of rows with single ones far from them are no polling.
        guard sizes.count(where: { $0 > 1 }) * 2 >= sizes.count else { return nil }
        return rows.map { bursts[times[$0]] ?? 0 }
    }

    /// How well the columns, possibly none, tell the rows of a moment apart.
    /// - Complexity: O(rows).
    func fit(_ columns: [Int]) -> Fit {
        var values: [[Int]: Int] = [:]
        var pairs: Set<Int> = []
        for (place, row) in rows.enumerated() {
            let key = columns.map { table.columns[$0].codes[row] }
            let next = values.count
            let value = values[key, default: next].taken(into: &values, for: key)
            pairs.insert(moments[place] * rows.count + value)
        }
        return Fit(
            rowsPerMoment: Double(rows.count) / Double(max(pairs.count, 1)),
            distinct: values.count,
            coverage: Double(pairs.count) / (Double(momentCount) * Double(max(values.count, 1))))
    }
}

extension Int {
    /// This number, after storing it under a key.
    fileprivate func taken(into known: inout [[Int]: Int], for key: [Int]) -> Int {
        known[key] = self
        return self
    }
}
