public import Values

/// A data set in memory, and how loading went.
public struct LoadedDataset: Sendable {
    /// Answers questions about the data.
    public let source: EmbeddedSource
    /// What was read, refused and noted.
    public let report: LoadReport
    /// A hash of the files' contents, their corrections and the options: equal versions have equal
    /// figures.
    public let version: UInt64

    /// Bytes of the rollup's cells and events.
    public var byteCount: Int { source.rollup.byteCount }

    /// The files as they were when they were read.
    public private(set) var dataset: Dataset
    let options: LoadOptions
    /// The files that were read, in the order of reading.
    let planned: [PlannedFile]
    /// Notes made before reading.
    let planNotes: [DatasetNote]
    /// By file the correction that applied.
    public let corrections: [String: SchemaCorrection]
    /// The state from which reading goes on when files grow.
    let builder: RollupBuilder
    /// From when on tables can be asked again for, by table.
    let checkpoints: [String: TableCheckpoint]

    /// The data set as its files are now.
    ///
    /// Where files only grew, just their new rows are read and folded into a copy, and of tables with
    /// new rows the latest ones; this value does not change. After any other change all is read
    /// again.
    /// - Throws: `LoadError`, or what `progress` throws.
    public func reloaded(
        _ dataset: Dataset, database: (any TableDatabase)? = nil,
        progress: (LoadProgress) throws -> Void = { _ in }
    ) throws -> LoadedDataset {
        guard let growth = growth(to: dataset) else {
            if let grown = try TableGrowth(of: self, to: dataset, database)?.read(progress) {
                return grown
            }
            return try DataLoader.load(
                dataset, options: options, database: database, progress: progress)
        }
        guard !growth.isEmpty else {
            var same = self
            same.dataset = dataset
            return same
        }
        let clock = ContinuousClock()
        let start = clock.now
        var builder = builder
        var reports = report.files
        for (place, file) in growth.enumerated() {
            builder.begin(file.rollupFile)
            let known = reports.firstIndex { $0.name == file.file.name }
            var more: FileReport
            do {
                more = try file.reader.read(
                    from: known.flatMap { reports[$0].resume }, grid: builder.foldingGrid
                ) { batch, cells in
                    builder.fold(batch, cells)
                    try progress(
                        LoadProgress(
                            file: file.file.name, fileIndex: place, fileCount: growth.count,
                            rows: batch.firstRow + batch.count, share: 1))
                }
            } catch is LoadError where known == nil {
                return try DataLoader.load(dataset, options: options, progress: progress)
            }
            more.name = file.file.name
            if let known { reports[known].add(more) } else { reports.append(more) }
        }
        builder.settle()
        let added = growth.filter { file in !planned.contains { $0.file.name == file.file.name } }
        var corrections = corrections
        for file in added { corrections[file.file.name] = try? file.file.correction() }
        return try DataLoader.dataset(
            dataset, planned: planned + added, planNotes: planNotes, builder: builder,
            reports: reports, options: options, seconds: (clock.now - start).seconds,
            corrections: corrections)
    }

    /// The files with new rows, empty where nothing changed; `nil` where all has to be read again.
    private func growth(to dataset: Dataset) -> [PlannedFile]? {
        let known = Dictionary(
            self.dataset.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = dataset.files.filter { known[$0.name] != nil }
        guard dataset.name == self.dataset.name, kept.count == known.count,
            dataset.source == self.dataset.source
        else { return nil }
        var growth: [PlannedFile] = []
        for file in dataset.files {
            guard let old = known[file.name] else {
                guard let added = addition(file) else { return nil }
                growth.append(added)
                continue
            }
            guard file.correctionSignature == old.correctionSignature else { return nil }
            guard file.state == old.state else { return nil }
            guard file.signature != old.signature else { continue }
            guard let grown = grown(file, since: old) else { return nil }
            if file.signature.size > old.signature.size { growth.append(grown) }
        }
        return growth.isEmpty || canContinue ? growth : nil
    }

    /// The plan of a file that changed, where it only grew.
    private func grown(_ file: DatasetFile, since old: DatasetFile) -> PlannedFile? {
        guard let plan = planned.first(where: { $0.file.name == file.name }),
            let resume = report.files.first(where: { $0.name == file.name })?.resume,
            file.signature.size >= old.signature.size, plan.isSettled(at: file.signature.size),
            plan.reader.canResume(from: resume)
        else { return nil }
        return plan
    }

    /// The plan of a new file that goes on where another of the same stream ended.
    private func addition(_ file: DatasetFile) -> PlannedFile? {
        guard let stream = RowFileName.stream(ofFile: file.name),
            let earlier = planned.last(where: {
                RowFileName.stream(ofFile: $0.file.name) == stream
            }), earlier.hasFixedColumns, earlier.sample.isFull,
            earlier.firstLine != nil, earlier.firstLine == PlannedFile.firstLine(of: file),
            (try? file.correction()) == corrections[earlier.file.name]
        else { return nil }
        var rollupFile = earlier.rollupFile
        rollupFile.name = file.name
        return PlannedFile(
            file: file, options: earlier.options, sample: earlier.sample, rollupFile: rollupFile)
    }

    /// Whether new rows can be added. Not after files overlapped: rows of the finer one would have
    /// to replace rows of the coarser that are folded in already.
    var canContinue: Bool {
        !report.notes.contains {
            if case .overlappingReadings = $0 { return true }
            return false
        }
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
