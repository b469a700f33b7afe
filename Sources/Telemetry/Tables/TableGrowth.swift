import Values

/// The reading of what tables have more of than when they were read: rows from the checkpoint on,
/// which take the place of those that came then.
struct TableGrowth {
    private let old: LoadedDataset
    private let dataset: Dataset
    private let tables: any TableReader
    /// The old plan, with what is known of the tables now.
    private var planned: [PlannedFile] = []

    /// Tables with so many times the rows are planned anew, as buckets of another width may suit
    /// them.
    private static let mostGrowth = 1.25

    /// `nil` where all has to be read again: for files, where settings, columns or corrections are
    /// others, where a list without times has changed, where two tables have an attribute in common,
    /// or a table has fewer rows or far more of them.
    /// - Throws: `LoadError.database`.
    init?(
        of old: LoadedDataset, to dataset: Dataset, _ database: (any TableDatabase)?
    ) throws {
        guard let source = dataset.source, source == old.dataset.source, let database,
            dataset.files.count == old.dataset.files.count, old.canContinue,
            Self.hasAttributesOnce(old.planned)
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
            var planned = planned
            planned.file = now
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
        guard let checkpoint = old.checkpoints[file.name] else { return nil }
        var facts = try tables.facts(of: file.name, planned.schema)
        facts.step = known.step
        let most = Self.mostGrowth * Double(checkpoint.rowsAtFirst)
        return facts.rows >= known.rows && Double(facts.rows) <= most ? facts : nil
    }

    /// Which of two tables named an attribute last depends on their order.
    private static func hasAttributesOnce(_ tables: [PlannedFile]) -> Bool {
        let names = tables.flatMap { $0.schema.columns(.attribute).map(\.name) }
        return Set(names).count == names.count
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
            let changed = builder.cut(from: time, severities: known.map(\.severities)),
            fits(builder)
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
            var outcome = try reading.read(into: &builder) { count in
                rows += count
                try progress(
                    LoadProgress(
                        file: file.file.name, fileIndex: place, fileCount: timed.count, rows: rows,
                        share: Double(place) / Double(timed.count)))
            }
            if outcome.report.transfer?.answers == 0 {
                outcome.report.transfer = reports[report].transfer
            }
            reports[report] = outcome.report
            checkpoints[file.file.name] = outcome.checkpoint
        }
        builder.settle()
        guard builder.isWhole(after: changed) else { return nil }
        return try DataLoader.dataset(
            dataset, planned: planned, planNotes: notes(reports), builder: builder,
            reports: reports, options: old.options, seconds: (clock.now - start).seconds,
            corrections: old.corrections, tables: tables, checkpoints: checkpoints)
    }

    /// Whether the database holds before the checkpoint what was read.
    private func isUnchanged(
        _ file: PlannedFile, before time: Double, _ builder: RollupBuilder
    ) throws -> Bool {
        guard let facts = file.facts, let known = old.checkpoints[file.file.name] else {
            return false
        }
        let grid = builder.cells.grid
        let table = PlannedTable(
            name: file.file.name, schema: file.schema, facts: facts, anchor: grid.anchor,
            width: grid.width, exactEvents: builder.options.exactEventLimit, scratch: "")
        return try tables.content(of: table, before: time) == known.content
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
        let others = old.planNotes.filter { note in
            if case .tableRead = note { false } else { true }
        }
        return others
            + planned.compactMap { file in
                reports.first { $0.name == file.file.name }?.tableNote
            }
    }
}

extension FileReport {
    /// How its table came from the database; `nil` for files.
    var tableNote: DatasetNote? {
        guard let way, let transfer else { return nil }
        return .tableRead(name: name, rows: rowsRead, way, transfer)
    }
}
