import Values

/// How many cells a file will fill, as far as its sample tells.
struct CellForecast: Sendable {
    /// Rows of the file.
    var rows: Double
    /// Columns of readings.
    var metrics: Int
    /// The time from one row to the next of a device; 0 where it is not known.
    var step: Double

    /// Bytes of its cells in buckets of a width: each row fills one of its own until buckets hold
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
            metrics: file.schema.readings.count, step: file.rollupFile.step ?? 0)
    }
}

extension RollupBuilder {
    /// Widens the buckets before the first row where the cells would pass the memory budget anyway.
    ///
    /// Cells that are merged later cost time and, while they are merged, twice their memory; so they
    /// are planned with a fifth of the budget, and what is read later still finds room.
    mutating func prepare(for files: [CellForecast]) {
        let bytes = { (width: Double) in files.reduce(0) { $0 + $1.bytes(width: width) } }
        guard bytes(cells.grid.width) > Double(options.memory) else { return }
        var width = cells.grid.width
        for next in BucketWidth.multiples(of: width, isCalendar: kind.isCalendar)
        where bytes(width) > Double(options.memory) / 5 {
            width = next
        }
        cells.widenEmpty(to: width)
    }
}
