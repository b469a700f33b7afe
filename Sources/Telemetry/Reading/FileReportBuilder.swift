import Values

/// Adds up the results of a file's chunks in file order, and places each chunk in the file.
struct FileReportBuilder {
    private let plan: ReadPlan
    private var report: FileReport
    /// Lines and data rows before the next chunk.
    private(set) var lines: Int
    private(set) var rows: Int
    private var issues = IssueList()
    private var signals: [SignalTally]
    private var order = OrderTally()

    init(name: String, bytes: Int, plan: ReadPlan, header: [String], lines: Int, rows: Int) {
        self.plan = plan
        self.lines = lines
        self.rows = rows
        report = FileReport(name: name, bytes: bytes, schema: plan.schema)
        report.preview = [plan.schema.dialect.hasHeader ? header : plan.schema.columns.map(\.name)]
        signals = Array(repeating: SignalTally(), count: plan.metrics.count)
    }

    /// Adds a chunk; gives its batch with lines and row numbers counted from the file's beginning.
    mutating func add(_ chunk: ParsedChunk) -> RecordBatch {
        var batch = chunk.batch
        batch.firstRow = rows
        batch.lines = batch.lines.advanced(by: lines)
        if case .rowNumber = plan.schema.time {
            batch.times = chunk.ordinals.map { Double(rows + $0) }
        }
        if case .eachRow = plan.schema.device {
            batch.nameRows { rows + chunk.ordinals[$0] }
        }
        for (index, tally) in chunk.signals.enumerated() { signals[index].append(tally) }
        issues.append(chunk.issues, lines: lines)
        order.append(chunk.order)
        report.preview += chunk.preview
        report.rowsRead += chunk.rowsRead
        report.rowsKept += batch.count
        lines += chunk.lineCount
        rows += chunk.rowsRead
        return batch
    }

    /// The report, after the last chunk.
    func finished(resume: ResumePoint) -> FileReport {
        var report = report
        report.contentHash = resume.hash.value
        report.resume = resume
        report.issues = issues.first
        report.issueCount = issues.count
        report.cellsRefused = issues.cellsRefused
        report.duplicateRows = order.repeated
        report.outOfOrderRows = order.backward
        if plan.schema.time != .rowNumber {
            report.timeRange = order.times
            report.medianStep = order.medianStep
        } else if report.rowsKept > 0 {
            report.timeRange = ClosedRange(
                from: Double(rows - report.rowsRead), to: Double(rows - 1))
            report.medianStep = report.rowsKept > 1 ? 1 : nil
        }
        report.signals = zip(plan.metrics, signals).map { column, tally in
            // What the cells hold: a counter's level, not its rate.
            let own = plan.values.first { $0.index == column.index }
            var written = column
            if column.isCounter { written.unit = own?.unit }
            return Self.quality(written, tally)
        }
        return report
    }

    private static func quality(_ column: ColumnSchema, _ tally: SignalTally) -> SignalQuality {
        let isEmpty = tally.count == 0
        return SignalQuality(
            name: column.name, unit: column.unit, count: tally.count, missing: tally.missing,
            refused: tally.refused, minimum: isEmpty ? .nan : tally.minimum,
            maximum: isEmpty ? .nan : tally.maximum,
            mean: isEmpty ? .nan : tally.sum / Double(tally.count),
            isConstant: !isEmpty && tally.minimum == tally.maximum, sentinels: tally.sentinels)
    }
}
