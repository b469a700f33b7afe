public import Values

/// Reads the files of a data set into a source of answers.
public enum DataLoader {
    /// Reads all files: those with readings first, finer ones before coarser ones.
    ///
    /// A file that cannot be used is noted and left out. Runs on the calling thread and, for
    /// parsing, on the other cores; so call it on a queue of its own.
    /// - Parameters:
    ///   - dataset: the files.
    ///   - options: limits, zone and memory.
    ///   - database: reads the tables of a set whose rows are in none of its files.
    ///   - progress: called after each batch; what it throws ends loading (cancellation).
    /// - Throws: `LoadError.noFiles`; the first file's error where no file can be used;
    ///   `LoadError.unknownTimeZone`; what `progress` throws.
    public static func load(
        _ dataset: Dataset, options: LoadOptions = LoadOptions(),
        database: (any TableDatabase)? = nil,
        progress: (LoadProgress) throws -> Void = { _ in }
    ) throws -> LoadedDataset {
        guard !dataset.files.isEmpty, dataset.source == nil || database != nil else {
            throw LoadError.noFiles(dataset: dataset.name)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let tables = dataset.source == nil ? nil : try database?.reader(of: dataset)
        let plan = try LoadPlan(dataset, options, tables: tables)
        var builder = plan.builder(dataset.name, options)
        var reading = Reading(plan.files, tables: tables)
        reading.checkpoint = builder.checkpoint(for: plan.files)
        for place in plan.files.indices {
            try reading.read(place, into: &builder, progress)
        }
        guard !reading.reports.isEmpty else {
            throw plan.errors.first ?? reading.errors.first
                ?? LoadError.noFiles(dataset: dataset.name)
        }
        if !plan.hasReadings { builder.coarsen(toBuckets: 10_000, widest: 3_600) }
        builder.settle()
        return try self.dataset(
            dataset, planned: plan.files.filter { reading.isRead($0.file.name) },
            planNotes: plan.notes + reading.notes, builder: builder, reports: reading.reports,
            options: options, seconds: (clock.now - start).seconds, corrections: plan.corrections,
            tables: tables, checkpoints: reading.checkpoints)
    }

    /// Completes the rollup and puts the loaded data set together.
    static func dataset(
        _ dataset: Dataset, planned: [PlannedFile], planNotes: [DatasetNote],
        builder: RollupBuilder, reports: [FileReport], options: LoadOptions, seconds: Double,
        corrections: [String: SchemaCorrection], tables: (any TableReader)? = nil,
        checkpoints: [String: TableCheckpoint] = [:]
    ) throws -> LoadedDataset {
        var builder = builder
        let rollup = builder.rollup()
        let sourceFiles = dataset.files.compactMap { file -> SourceFile? in
            guard let planned = planned.first(where: { $0.file.name == file.name }) else {
                return nil
            }
            let range = reports.first { $0.name == file.name }?.timeRange
            return SourceFile(
                url: file.url, file: planned.rollupFile, timeRange: range,
                options: planned.options, tables: tables,
                metrics: builder.metricsByFile[file.name] ?? [])
        }
        let order = Dictionary(
            dataset.files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
        return LoadedDataset(
            source: try EmbeddedSource(rollup: rollup, files: sourceFiles),
            report: LoadReport(
                dataset: dataset.name,
                files: reports.sorted { order[$0.name] ?? 0 < order[$1.name] ?? 0 },
                notes: planNotes + builder.notes, seconds: seconds),
            version: LoadVersion.hash(reports, corrections, options), dataset: dataset,
            options: options, planned: planned, planNotes: planNotes, corrections: corrections,
            builder: builder, checkpoints: checkpoints)
    }
}

/// The reading of planned files.
private struct Reading {
    private(set) var reports: [FileReport] = []
    private(set) var errors: [LoadError] = []
    private(set) var notes: [DatasetNote] = []
    /// From when on tables can be asked again for, by table.
    private(set) var checkpoints: [String: TableCheckpoint] = [:]
    /// The time of all of these.
    var checkpoint: Double?
    private let files: [PlannedFile]
    private let tables: (any TableReader)?
    private let bytes: Int
    private var bytesBefore = 0
    private var rowsBefore = 0

    init(_ files: [PlannedFile], tables: (any TableReader)?) {
        self.files = files
        self.tables = tables
        bytes = max(files.reduce(0) { $0 + $1.file.signature.size }, 1)
    }

    func isRead(_ name: String) -> Bool { reports.contains { $0.name == name } }

    mutating func read(
        _ place: Int, into builder: inout RollupBuilder,
        _ progress: (LoadProgress) throws -> Void
    ) throws {
        let file = files[place]
        builder.begin(file.rollupFile)
        var rows = 0
        do {
            let (report, checkpoint) = try read(file, into: &builder) { count in
                rows += count
                try progress(self.progress(place, rows))
            }
            checkpoints[file.file.name] = checkpoint
            reports.append(report)
            if let note = report.tableNote { notes.append(note) }
        } catch let error as LoadError {
            errors.append(error)
            notes.append(.unreadableFile(name: file.file.name, error: error))
        }
        bytesBefore += file.file.signature.size
        rowsBefore += rows
    }

    private func read(
        _ file: PlannedFile, into builder: inout RollupBuilder, _ counted: (Int) throws -> Void
    ) throws -> (FileReport, TableCheckpoint?) {
        if let tables, let facts = file.facts {
            var reading = TableReading(tables, file, facts)
            reading.checkpoint = checkpoint
            let outcome = try reading.read(into: &builder, counted)
            return (outcome.report, outcome.checkpoint)
        }
        var report = try file.reader.read(grid: builder.foldingGrid) { batch, cells in
            builder.fold(batch, cells)
            try counted(batch.count)
        }
        report.name = file.file.name
        return (report, nil)
    }

    /// The file's number of rows is estimated from the sample, so its share never exceeds 1.
    private func progress(_ place: Int, _ rows: Int) -> LoadProgress {
        let file = files[place]
        let inFile = min(Double(rows) / Double(max(file.estimatedRows, rows, 1)), 1)
        let read = Double(bytesBefore) + inFile * Double(file.file.signature.size)
        return LoadProgress(
            file: file.file.name, fileIndex: place, fileCount: files.count,
            rows: rowsBefore + rows, share: read / Double(bytes))
    }
}
