/// Cells of time buckets as a struct of arrays, for one device or a chunk.
struct CellColumns: Sendable {
    /// The bucket of each cell on the rollup's grid.
    private(set) var buckets: [Int32] = []
    /// Rows in each cell, from all files and with or without readings.
    private(set) var rows: [UInt32] = []
    /// Rows with a label in each cell; may be shorter than `buckets`, the rest is 0.
    private(set) var labelled: [UInt32] = []
    /// By metric; a missing or shorter column has no readings in the rest.
    private(set) var metrics: [MetricColumn] = []

    init() {}

    init(buckets: [Int32], rows: [UInt32], labelled: [UInt32], metrics: [MetricColumn]) {
        self.buckets = buckets
        self.rows = rows
        self.labelled = labelled
        self.metrics = metrics
    }

    var count: Int { buckets.count }

    var byteCount: Int {
        count * 8 + labelled.count * 4 + metrics.reduce(0) { $0 + $1.byteCount }
    }

    /// The readings of a metric; `nil` where the cells have none.
    func metric(_ index: Int) -> MetricColumn? {
        index < metrics.count && !metrics[index].means.isEmpty ? metrics[index] : nil
    }

    /// Rows with a label in a cell.
    func labelled(_ cell: Int) -> Int { cell < labelled.count ? Int(labelled[cell]) : 0 }

    /// Whether a cell holds a reading of any metric.
    func hasReadings(_ cell: Int) -> Bool { metrics.contains { $0.hasReading(cell) } }

    /// The cells within a range of buckets, which must rise.
    /// - Complexity: O(log n).
    func cells(_ range: Range<Int32>) -> Range<Int> {
        let first = firstCell(from: range.lowerBound)
        return first..<max(first, firstCell(from: range.upperBound))
    }

    /// The first cell at or after a bucket; buckets must rise.
    /// - Complexity: O(log n).
    func firstCell(from bucket: Int32) -> Int {
        var (low, high) = (0, buckets.count)
        while low < high {
            let middle = (low + high) / 2
            if buckets[middle] < bucket { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Appends a cell without rows.
    mutating func appendCell(_ bucket: Int32) {
        buckets.append(bucket)
        rows.append(0)
    }

    mutating func countRows(_ count: UInt32, in cell: Int) { rows[cell] &+= count }

    mutating func countLabels(_ count: UInt32, in cell: Int) {
        padLabels(to: cell + 1)
        labelled[cell] &+= count
    }

    /// Folds each cell of a column into a cell of a metric here.
    mutating func add(_ column: MetricColumn, metric: Int, at cells: [Int32]) {
        padMetrics(to: metric + 1)
        metrics[metric].add(column, at: cells)
    }

    /// Appends some cells of others, in the order of `cells`.
    mutating func append(_ other: CellColumns, cells: ArraySlice<Int32>) {
        let base = count
        buckets.append(contentsOf: cells.lazy.map { other.buckets[Int($0)] })
        rows.append(contentsOf: cells.lazy.map { other.rows[Int($0)] })
        if !other.labelled.isEmpty {
            padLabels(to: base)
            for cell in cells { labelled.append(UInt32(clamping: other.labelled(Int(cell)))) }
        }
        padMetrics(to: other.metrics.count)
        for metric in other.metrics.indices {
            metrics[metric].append(other.metrics[metric], cells: cells, base: base)
        }
    }

    /// Adds a run of later cells; `targets` has the metric of each of their columns, `nil` to skip
    /// it.
    mutating func absorb(_ other: CellColumns, _ run: Range<Int>, metrics targets: [Int?]) {
        var rest = run
        if let first = run.first, let last = buckets.last, other.buckets[first] == last {
            merge(other, cell: first, into: count - 1, metrics: targets)
            rest = rest.dropFirst()
        }
        guard let first = rest.first else { return }
        let isRising = (buckets.last ?? .min) < other.buckets[first]
        let base = count
        buckets.append(contentsOf: other.buckets[rest])
        rows.append(contentsOf: other.rows[rest])
        if !other.labelled.isEmpty {
            padLabels(to: base)
            labelled.append(contentsOf: other.labelled[rest])
        }
        for (column, target) in zip(other.metrics, targets) {
            guard let target else { continue }
            padMetrics(to: target + 1)
            metrics[target].append(column, rest, base: base)
        }
        if !isRising { self = settled() }
    }

    /// Folds one later cell into a cell here; `targets` as for `absorb`.
    mutating func merge(
        _ other: CellColumns, cell: Int, into target: Int, metrics targets: [Int?]
    ) {
        rows[target] &+= other.rows[cell]
        if other.labelled(cell) > 0 {
            countLabels(UInt32(clamping: other.labelled(cell)), in: target)
        }
        for (column, metric) in zip(other.metrics, targets) {
            guard let metric else { continue }
            padMetrics(to: metric + 1)
            metrics[metric].merge(column[cell], at: target)
        }
    }

    /// The cells with buckets `factor` times as wide, rising; those of one bucket are merged in
    /// order of arrival.
    func settled(coarsenedBy factor: Int32 = 1) -> CellColumns {
        let coarse = factor == 1 ? buckets : buckets.map { $0.flooredQuotient(factor) }
        let groups = CellGroups(sorting: coarse)
        var result = CellColumns()
        result.buckets = (0..<groups.count).map { coarse[Int(groups.order[groups.starts[$0]])] }
        result.rows = (0..<groups.count).map { group in
            groups.range(group).reduce(0) { $0 &+ rows[Int(groups.order[$1])] }
        }
        if !labelled.isEmpty {
            result.labelled = (0..<groups.count).map { group in
                groups.range(group).reduce(0) {
                    $0 &+ UInt32(clamping: labelled(Int(groups.order[$1])))
                }
            }
        }
        result.metrics = metrics.map { $0.regrouped(groups) }
        return result
    }

    /// The cells before one, and the rows in the others.
    func cut(at cell: Int) -> (CellColumns, rows: Int) {
        let kept = CellColumns(
            buckets: Array(buckets.prefix(cell)), rows: Array(rows.prefix(cell)),
            labelled: Array(labelled.prefix(cell)), metrics: metrics.map { $0.prefix(cell) })
        return (kept, rows.dropFirst(cell).reduce(0) { $0 + Int($1) })
    }

    private mutating func padLabels(to count: Int) {
        let missing = count - labelled.count
        if missing > 0 { labelled.append(contentsOf: repeatElement(0, count: missing)) }
    }

    private mutating func padMetrics(to count: Int) {
        while metrics.count < count { metrics.append(MetricColumn()) }
    }
}

/// Sorts cells by bucket, and groups those of the same bucket.
struct CellGroups {
    /// Cells by rising bucket; within a bucket in order of arrival.
    let order: [Int32]
    /// Where in `order` each group begins.
    let starts: [Int]

    var count: Int { starts.count }

    /// Where in `order` a group is.
    func range(_ group: Int) -> Range<Int> {
        starts[group]..<(group + 1 < starts.count ? starts[group + 1] : order.count)
    }

    /// Groups cells by bucket.
    /// - Complexity: O(n) where buckets rise already, else O(n log n).
    init(sorting buckets: [Int32]) {
        var order = (0..<Int32(clamping: buckets.count)).map { $0 }
        if zip(buckets, buckets.dropFirst()).contains(where: { $0 > $1 }) {
            order.sort { (buckets[Int($0)], $0) < (buckets[Int($1)], $1) }
        }
        var starts: [Int] = []
        for place in order.indices
        where place == 0 || buckets[Int(order[place])] != buckets[Int(order[place - 1])] {
            starts.append(place)
        }
        self.order = order
        self.starts = starts
    }
}

extension Int32 {
    /// The quotient rounded down, for a divisor above 0.
    func flooredQuotient(_ divisor: Int32) -> Int32 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
