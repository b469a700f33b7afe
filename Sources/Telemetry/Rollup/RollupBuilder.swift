public import Values

/// Folds batches of rows into a `Rollup`, in one pass and bounded memory.
///
/// The same files in the same order give the same rollup. A copy of a builder can continue where
/// the rollup of the original ended; both share storage until one of them changes.
///
///     var builder = RollupBuilder(name: "fleet", kind: .cycle)
///     builder.begin(RollupFile(name: "runs.csv", schema: schema))
///     builder.fold(batch)
///     let rollup = builder.rollup()
public struct RollupBuilder: Sendable {
    let name: String
    let kind: TimeKind
    let options: LoadOptions
    /// The width before the memory budget widened it.
    var initialWidth: Double

    var devices: DeviceRegistry
    var cells: CellStore
    var events: EventStore
    var metrics = MetricRegistry()
    var spans = ReadingSpans()
    var rows = 0
    var hasLabels = false
    var files: [String] = []
    /// By file the metric of each of its columns of readings; `nil` beyond the limit.
    var metricsByFile: [String: [Int?]] = [:]
    var file: FileBinding?
    var overlap: OverlapGuard?
    var overlapNotes: [DatasetNote] = []

    /// In seconds ±30 million years: times beyond are refused, as they would leave a single bucket
    /// for all others.
    static let timeLimit = 1e15

    /// A builder without rows.
    ///
    /// - Parameters:
    ///   - name: the data set's name.
    ///   - kind: what the time axis counts.
    ///   - bucketWidth: the width to begin with, in the axis' unit; 1 where it is not above 0.
    ///   - anchor: a left edge of a bucket; local midnight on a calendar axis.
    ///   - options: limits and the memory budget.
    public init(
        name: String, kind: TimeKind, bucketWidth: Double = 1, anchor: Double = 0,
        options: LoadOptions = LoadOptions()
    ) {
        self.name = name
        self.kind = kind
        self.options = options
        initialWidth = bucketWidth > 0 && bucketWidth.isFinite ? bucketWidth : 1
        devices = DeviceRegistry(limit: options.deviceLimit)
        let grid = BucketGrid(anchor: anchor.isFinite ? anchor : 0, width: initialWidth)
        cells = CellStore(grid: grid, isCalendar: kind.isCalendar, memory: options.memory)
        events = EventStore(codeLimit: options.codeLimit, exactLimit: options.exactEventLimit)
    }

    /// Begins a file, or continues one: the batches that follow are its rows.
    ///
    /// Where files may repeat readings, the one with the shorter interval has to come first.
    public mutating func begin(_ file: RollupFile) {
        endFile()
        let hadReadings = metrics.names.count > 0
        let number = files.firstIndex(of: file.name) ?? files.count
        if number == files.count { files.append(file.name) }
        var binding = FileBinding(file: file, number: number)
        let readings = file.schema.readings
        binding.metrics =
            file.hasTimes
            ? metrics.insert(readings, limit: options.metricLimit) : readings.map { _ in nil }
        metricsByFile[file.name] = binding.metrics
        binding.attributes = file.schema.columns(.attribute).map {
            devices.insertAttribute($0.name)
        }
        // Rows that programs append are one stream, of which nothing is left out, whichever of its
        // files they are in.
        if file.hasMetrics, hadReadings, RowFileName.stream(ofFile: file.name) == nil {
            cells.settle()
            overlap = OverlapGuard(
                file: number, step: binding.step, earlier: spans, grid: cells.grid)
        }
        self.file = binding
    }

    /// Folds in rows of the current file. Does nothing without one, and for a batch whose columns
    /// do not have an entry for each row.
    /// - Complexity: O(rows × columns).
    public mutating func fold(_ batch: RecordBatch) {
        guard let binding = file, batch.isWhole else { return }
        guard binding.rowsAreUnits else { return fold(batch, nil) }
        var named = batch
        named.nameRows { batch.firstRow + $0 }
        fold(named, nil)
    }

    /// Ends the current file and notes which of its readings were left out.
    mutating func endFile() {
        if let overlap, let binding = file {
            for (kept, devices) in overlap.covered.sorted(by: { $0.key < $1.key }) {
                overlapNotes.append(
                    .overlappingReadings(
                        kept: files[kept], left: binding.file.name, devices: devices.count))
            }
        }
        overlap = nil
        file = nil
    }
}
