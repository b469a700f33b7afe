import Values

/// How many cells a file is going to fill, as its sample suggests.
struct CellForecast: Sendable {
    /// Rows of the file; in a long table of one signal.
    var rows: Double
    /// Readings per row, in a long table signals.
    var metrics: Int
    /// The usual time between rows of a device; 0 where that is not known.
    var step: Double
    /// Whether rows are counted, not estimated from a sample, and come as cells of the width that
    /// is chosen.
    var isExact = false

    /// Estimated bytes of its cells in buckets of that width: one cell per row, until buckets span
    /// several steps.
    func bytes(width: Double) -> Double {
        guard width > step, step > 0 else { return rows * Double(8 + 8 * metrics) }
        return rows * step / width * Double(8 + 44 * metrics)
    }
}

extension CellForecast {
    init(_ file: PlannedFile) {
        self.init(
            rows: Double(file.estimatedRows / max(1, file.schema.signals?.signals.count ?? 1)),
            metrics: file.schema.readings.count, step: file.rollupFile.step ?? 0,
            isExact: file.facts != nil)
    }
}

extension RollupBuilder {
    /// Widens the buckets before the first row where the cells would exceed the memory budget
    /// anyway.
    ///
    /// Merging cells later takes time and, while it lasts, twice their memory. So this plans with a
    /// fifth of the budget, which leaves room for what an estimate misses, and with about half of
    /// it where there is nothing to miss: narrow buckets are what troubles show in.
    mutating func prepare(for files: [CellForecast]) {
        let bytes = { (width: Double) in files.reduce(0) { $0 + $1.bytes(width: width) } }
        guard bytes(cells.grid.width) > Double(options.memory) else { return }
        let share = files.allSatisfy(\.isExact) ? 0.55 : 0.2
        var width = cells.grid.width
        for next in BucketWidth.multiples(of: width, isCalendar: kind.isCalendar)
        where bytes(width) > Double(options.memory) * share {
            width = next
        }
        cells.widenEmpty(to: width)
    }
}
