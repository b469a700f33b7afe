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

    /// The data set as its files are now.
    ///
    /// Where files only grew, just their new rows are read and folded into a copy; this value does
    /// not change. After any other change all files are read again.
    /// - Throws: `LoadError`, or what `progress` throws.
    public func reloaded(
        _ dataset: Dataset, progress: (LoadProgress) throws -> Void = { _ in }
    ) throws -> LoadedDataset {
        guard let growth = growth(to: dataset) else {
            return try DataLoader.load(dataset, options: options, progress: progress)
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
        for (place, file) in growth {
            guard let report = reports.firstIndex(where: { $0.name == file.file.name }) else {
                return try DataLoader.load(dataset, options: options, progress: progress)
            }
            builder.begin(file.rollupFile)
            let more = try file.reader.read(
                from: reports[report].resume, grid: builder.foldingGrid
            ) { batch, cells in
                builder.fold(batch, cells)
                try progress(
                    LoadProgress(
                        file: file.file.name, fileIndex: place, fileCount: planned.count,
                        rows: batch.firstRow + batch.count, share: 1))
            }
            reports[report].add(more)
        }
        builder.settle()
        return try DataLoader.dataset(
            dataset, planned: planned, planNotes: planNotes, builder: builder, reports: reports,
            options: options, seconds: (clock.now - start).seconds, corrections: corrections)
    }

    /// The planned files that grew, empty where nothing changed; `nil` where all has to be read
    /// again.
    private func growth(to dataset: Dataset) -> [(Int, PlannedFile)]? {
        guard dataset.name == self.dataset.name,
            dataset.files.map(\.name) == self.dataset.files.map(\.name),
            zip(dataset.files, self.dataset.files)
                .allSatisfy({ $0.correctionSignature == $1.correctionSignature })
        else { return nil }
        var growth: [(Int, PlannedFile)] = []
        for (new, old) in zip(dataset.files, self.dataset.files)
        where new.signature != old.signature {
            guard let place = planned.firstIndex(where: { $0.file.name == new.name }),
                let resume = report.files.first(where: { $0.name == new.name })?.resume,
                new.signature.size >= old.signature.size,
                planned[place].reader.canResume(from: resume)
            else { return nil }
            if new.signature.size > old.signature.size { growth.append((place, planned[place])) }
        }
        return growth.isEmpty || canContinue ? growth : nil
    }

    /// Whether new rows can be added. Not after files overlapped: rows of the finer one would have
    /// to replace rows of the coarser that are folded in already.
    private var canContinue: Bool {
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
