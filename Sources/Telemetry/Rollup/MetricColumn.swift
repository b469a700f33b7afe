/// The readings of one metric in the cells of a device.
///
/// A cell with a single reading stores only that. The moments' arrays exist from the first cell
/// with two readings on.
struct MetricColumn: Sendable {
    /// The mean of each cell, NaN without readings; may be shorter than the cells, the rest is
    /// empty.
    private(set) var means: [Double] = []
    private(set) var moments: Moments?

    init(means: [Double] = [], moments: Moments? = nil) {
        self.means = means
        self.moments = moments
    }

    /// What only cells with several readings need, one entry per cell.
    struct Moments: Sendable {
        var counts: [UInt32]
        var m2: [Double]
        var minima: [Double]
        var maxima: [Double]
        var lasts: [Double]
    }

    var byteCount: Int { means.count * (moments == nil ? 8 : 44) }

    func hasReading(_ cell: Int) -> Bool { cell < means.count && !means[cell].isNaN }

    /// The readings in a cell; empty without any.
    subscript(cell: Int) -> MetricSummary {
        guard hasReading(cell) else { return MetricSummary() }
        let mean = means[cell]
        guard let moments else {
            return MetricSummary(
                count: 1, mean: mean, m2: 0, minimum: mean, maximum: mean, last: mean)
        }
        return MetricSummary(
            count: Int(moments.counts[cell]), mean: mean, m2: moments.m2[cell],
            minimum: moments.minima[cell], maximum: moments.maxima[cell], last: moments.lasts[cell])
    }

    /// Adds one reading to each of the cells; NaN is skipped.
    private mutating func add(_ values: [Double], at cells: [Int32]) {
        if moments == nil, isRun(cells, of: values.count) {
            means.append(contentsOf: values)
            return
        }
        for (value, cell) in zip(values, cells.lazy.map({ Int($0) })) where !value.isNaN {
            if cell == means.count, moments == nil {
                means.append(value)
            } else if hasReading(cell) {
                var summary = self[cell]
                summary.add(value)
                set(summary, at: cell)
            } else {
                pad(to: cell + 1)
                set(
                    MetricSummary(
                        count: 1, mean: value, m2: 0, minimum: value, maximum: value, last: value),
                    at: cell)
            }
        }
    }

    /// Folds each cell of a later column into a cell here.
    mutating func add(_ later: MetricColumn, at cells: [Int32]) {
        if later.moments == nil {
            add(later.means, at: cells)
        } else if isRun(cells, of: later.means.count) {
            append(later, later.means.indices, base: means.count)
        } else {
            for (place, cell) in cells.enumerated() { merge(later[place], at: Int(cell)) }
        }
    }

    /// Appends consecutive cells of another column, as if this one had `base` cells.
    mutating func append(_ other: MetricColumn, _ cells: Range<Int>, base: Int) {
        guard !other.means.isEmpty else { return }
        pad(to: base)
        if moments == nil, other.moments != nil { moments = Moments(ofSingles: means) }
        means.append(contentsOf: other.means[cells])
        guard moments != nil else { return }
        if let theirs = other.moments {
            moments?.append(theirs, cells)
        } else {
            moments?.appendSingles(means[base...])
        }
    }

    /// Whether the cells are those that follow the last one here, in order.
    private func isRun(_ cells: [Int32], of count: Int) -> Bool {
        guard cells.count == count, count > 0 else { return false }
        let first = Int32(clamping: means.count)
        return cells.indices.allSatisfy { cells[$0] == first &+ Int32(truncatingIfNeeded: $0) }
    }

    /// Appends some cells of another column, as if this one had `base` cells.
    mutating func append(_ other: MetricColumn, cells: ArraySlice<Int32>, base: Int) {
        guard !other.means.isEmpty else { return }
        pad(to: base)
        if moments == nil, other.moments != nil { moments = Moments(ofSingles: means) }
        CellKernels.append(other.means, of: cells, missing: .nan, to: &means)
        guard moments != nil else { return }
        if let theirs = other.moments {
            moments?.append(theirs, cells: cells)
        } else {
            moments?.appendSingles(means[base...])
        }
    }

    /// The readings of the first cells.
    func prefix(_ count: Int) -> MetricColumn {
        let means = Array(means.prefix(count))
        guard means.contains(where: { !$0.isNaN }) else { return MetricColumn() }
        return MetricColumn(means: means, moments: moments?.prefix(count))
    }

    /// Folds later readings into a cell, which may be new.
    mutating func merge(_ later: MetricSummary, at cell: Int) {
        guard later.count > 0 else { return }
        pad(to: cell + 1)
        var summary = self[cell]
        summary.merge(later)
        set(summary, at: cell)
    }

    /// The column with each group of cells merged into one, in the order of the groups.
    func regrouped(_ groups: CellGroups) -> MetricColumn {
        var result = MetricColumn()
        guard !means.isEmpty else { return result }
        result.pad(to: groups.count)
        for group in 0..<groups.count {
            var summary = MetricSummary()
            for place in groups.range(group) { summary.merge(self[Int(groups.order[place])]) }
            if summary.count > 0 { result.set(summary, at: group) }
        }
        return result
    }

    private mutating func pad(to count: Int) {
        let missing = count - means.count
        guard missing > 0 else { return }
        means.append(contentsOf: repeatElement(.nan, count: missing))
        moments?.pad(by: missing)
    }

    private mutating func set(_ summary: MetricSummary, at cell: Int) {
        means[cell] = summary.mean
        if moments == nil {
            guard summary.count > 1 else { return }
            moments = Moments(ofSingles: means)
        }
        moments?.set(summary, at: cell)
    }
}

extension MetricColumn.Moments {
    /// The moments of `count` cells without readings.
    init(count: Int) {
        counts = Array(repeating: 0, count: count)
        m2 = Array(repeating: 0, count: count)
        (minima, maxima, lasts) = (m2, m2, m2)
    }

    /// The moments of cells with at most one reading.
    fileprivate init(ofSingles means: [Double]) {
        counts = means.map { $0.isNaN ? 0 : 1 }
        m2 = Array(repeating: 0, count: means.count)
        minima = means
        maxima = means
        lasts = means
    }

    fileprivate func prefix(_ count: Int) -> Self {
        Self(
            counts: Array(counts.prefix(count)), m2: Array(m2.prefix(count)),
            minima: Array(minima.prefix(count)), maxima: Array(maxima.prefix(count)),
            lasts: Array(lasts.prefix(count)))
    }

    fileprivate mutating func append(_ other: Self, cells: ArraySlice<Int32>) {
        let last = Int32(clamping: other.counts.count)
        counts.append(contentsOf: cells.lazy.map { $0 < last ? other.counts[Int($0)] : 0 })
        CellKernels.append(other.m2, of: cells, missing: 0, to: &m2)
        CellKernels.append(other.minima, of: cells, missing: .nan, to: &minima)
        CellKernels.append(other.maxima, of: cells, missing: .nan, to: &maxima)
        CellKernels.append(other.lasts, of: cells, missing: .nan, to: &lasts)
    }

    fileprivate mutating func append(_ other: Self, _ cells: Range<Int>) {
        counts.append(contentsOf: other.counts[cells])
        m2.append(contentsOf: other.m2[cells])
        minima.append(contentsOf: other.minima[cells])
        maxima.append(contentsOf: other.maxima[cells])
        lasts.append(contentsOf: other.lasts[cells])
    }

    fileprivate mutating func appendSingles(_ means: ArraySlice<Double>) {
        counts.append(contentsOf: means.lazy.map { $0.isNaN ? 0 : 1 })
        m2.append(contentsOf: repeatElement(0, count: means.count))
        minima.append(contentsOf: means)
        maxima.append(contentsOf: means)
        lasts.append(contentsOf: means)
    }

    fileprivate mutating func pad(by missing: Int) {
        counts.append(contentsOf: repeatElement(0, count: missing))
        m2.append(contentsOf: repeatElement(0, count: missing))
        minima.append(contentsOf: repeatElement(.nan, count: missing))
        maxima.append(contentsOf: repeatElement(.nan, count: missing))
        lasts.append(contentsOf: repeatElement(.nan, count: missing))
    }

    fileprivate mutating func set(_ summary: MetricSummary, at cell: Int) {
        counts[cell] = UInt32(clamping: summary.count)
        m2[cell] = summary.m2
        minima[cell] = summary.minimum
        maxima[cell] = summary.maximum
        lasts[cell] = summary.last
    }
}
