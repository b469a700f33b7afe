import Values

/// The reading of what tables have more of than when they were read: rows from the checkpoint on,
/// which take the place of those that came then.
struct TableGrowth {
    private let old: LoadedDataset
    private let dataset: Dataset
    private let tables: any TableReader
    /// The old plan, with what is known of the tables now.
    private var planned: [PlannedFile] = []

    /// `nil` where all has to be read again: for files, where settings, columns or corrections are
    /// others, where a list without times has changed or a table has fewer rows.
    /// - Throws: `LoadError.database`.
    init?(
        of old: LoadedDataset, to dataset: Dataset, _ database: (any TableDatabase)?
    ) throws {
        guard let source = dataset.source, source == old.dataset.source, let database,
            dataset.files.count == old.dataset.files.count, old.canContinue
        else { return nil }
        self.old = old
        self.dataset = dataset
        tables = try database.reader(of: dataset)
        for planned in old.planned {
            guard let before = old.dataset.files.first(where: { $0.name == planned.file.name }),
                let now = dataset.files.first(where: { $0.name == planned.file.name }),
                before.signature == now.signature,
                before.correctionSignature == now.correctionSignature,
                let facts = try facts(of: planned, now, isSame: before.state == now.state)
            else { return nil }
            var planned = planned.renewed(as: now)
            planned.facts = facts
            self.planned.append(planned)
        }
        guard self.planned.count == dataset.files.count else { return nil }
    }

    private func facts(
        of planned: PlannedFile, _ file: DatasetFile, isSame: Bool
    ) throws -> TableFacts? {
        guard let known = planned.facts else { return nil }
        guard planned.rollupFile.hasTimes else { return isSame ? known : nil }
        guard old.checkpoints[file.name] != nil else { return nil }
        var facts = try tables.facts(of: file.name, planned.schema)
        facts.step = known.step
        return facts.rows >= known.rows ? facts : nil
    }

    /// Reads the rows; `nil` where others than these have changed.
    /// - Throws: `LoadError`, or what `progress` throws.
    func read(_ progress: (LoadProgress) throws -> Void) throws -> LoadedDataset? {
        let clock = ContinuousClock()
        let start = clock.now
        var builder = old.builder
        let timed = planned.filter(\.rollupFile.hasTimes)
        let known = timed.compactMap { old.checkpoints[$0.file.name] }
        guard let time = known.first?.time, known.allSatisfy({ $0.time == time }),
            try timed.allSatisfy({ try isUnchanged($0, before: time, builder) }),
            builder.cut(from: time, severities: known.map(\.severities)), fits(builder)
        else { return nil }
        let next = builder.checkpoint(for: planned)
        var reports = old.report.files
        var checkpoints: [String: TableCheckpoint] = [:]
        for (place, file) in timed.enumerated() {
            guard let facts = file.facts,
                let report = reports.firstIndex(where: { $0.name == file.file.name })
            else { return nil }
            builder.begin(file.rollupFile)
            var reading = TableReading(tables, file, facts)
            reading.known = old.checkpoints[file.file.name]
            reading.checkpoint = next
            var rows = 0
            let outcome = try reading.read(into: &builder) { count in
                rows += count
                try progress(
                    LoadProgress(
                        file: file.file.name, fileIndex: place, fileCount: timed.count, rows: rows,
                        share: Double(place) / Double(timed.count)))
            }
            reports[report] = outcome.report
            checkpoints[file.file.name] = outcome.checkpoint
        }
        builder.settle()
        return try DataLoader.dataset(
            dataset, planned: planned, planNotes: notes(reports), builder: builder,
            reports: reports, options: old.options, seconds: (clock.now - start).seconds,
            corrections: old.corrections, tables: tables, checkpoints: checkpoints)
    }

    /// Whether the database has as many rows before the checkpoint as were read.
    private func isUnchanged(
        _ file: PlannedFile, before time: Double, _ builder: RollupBuilder
    ) throws -> Bool {
        guard let facts = file.facts else { return false }
        let grid = builder.cells.grid
        let table = PlannedTable(
            name: file.file.name, schema: file.schema, facts: facts, anchor: grid.anchor,
            width: grid.width, exactEvents: builder.options.exactEventLimit, scratch: "")
        let count = try tables.rows(of: table, before: time)
        return count == old.checkpoints[file.file.name]?.report?.rowsRead ?? 0
    }

    /// Whether the new times have buckets as they are.
    private func fits(_ builder: RollupBuilder) -> Bool {
        planned.compactMap(\.facts?.times).allSatisfy { times in
            builder.cells.grid.bucket(of: times.lowerBound) != nil
                && builder.cells.grid.bucket(of: times.upperBound) != nil
        }
    }

    /// The notes made before, those on what came from the database anew.
    private func notes(_ reports: [FileReport]) -> [DatasetNote] {
        old.planNotes.filter { note in
            if case .tableRead = note { false } else { true }
        } + reports.compactMap(\.tableNote)
    }
}

extension PlannedFile {
    /// The same plan for a file as it is now.
    fileprivate func renewed(as file: DatasetFile) -> PlannedFile {
        var plan = PlannedFile(
            file: file, options: options, sample: sample, rollupFile: rollupFile)
        plan.facts = facts
        return plan
    }
}

extension FileReport {
    /// How its table came from the database; `nil` for files.
    var tableNote: DatasetNote? {
        guard let way, let transfer else { return nil }
        return .tableRead(name: name, rows: rowsRead, way, transfer)
    }
}
