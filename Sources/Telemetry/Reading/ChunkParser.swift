import Values

/// Turns the bytes of one chunk into typed rows.
struct ChunkParser {
    let plan: ReadPlan
    var decoder: ColumnDecoder
    private var selection: RowSelection
    private var lines: RowNumbers
    private var ordinals: RowNumbers
    private var issues: IssueList

    /// Parses a chunk. `keepsRows`: its bytes stay with the result, for looking rows up; `grid`:
    /// its rows are folded into cells as well.
    static func parse(
        _ chunk: ChunkSource.Chunk, plan: ReadPlan, scratch: inout ParserScratch,
        keepsRows: Bool = false, grid: BucketGrid? = nil
    ) -> ParsedChunk {
        var bytes = chunk.bytes
        if chunk.needsDecoding {
            bytes = PaddedBytes(
                plan.decoding.utf8(bytes.storage.span.extracting(first: bytes.count)).text)
            bytes.storage[bytes.count] = 0x0A
        }
        scratch.index.scan(bytes, form: plan.form)
        var parser = ChunkParser(bytes, plan: plan, scratch: scratch)
        scratch = ParserScratch()
        let result = parser.parse(chunk.number, keepsRows: keepsRows, grid: grid)
        if !keepsRows { scratch = parser.decoder.scratch }
        return result
    }

    private init(_ bytes: PaddedBytes, plan: ReadPlan, scratch: ParserScratch) {
        self.plan = plan
        selection = RowSelection(bytes, scratch.index, plan: plan)
        decoder = ColumnDecoder(
            bytes: bytes, form: plan.form, firsts: selection.firsts, scratch: scratch)
        lines = selection.lines
        ordinals = selection.ordinals
        issues = selection.issues
    }

    private mutating func parse(_ number: Int, keepsRows: Bool, grid: BucketGrid?) -> ParsedChunk {
        var batch = RecordBatch(codes: plan.codes.count, attributes: plan.attributes.count)
        var rowsRead = selection.rowsRead
        var result = ParsedChunk(batch: batch, bytes: decoder.bytes)
        batch.times = readTimes(&rowsRead)
        readDevices(&batch)
        batch.count = decoder.rowCount
        batch.lines = lines
        readMetrics(&batch, &result)
        readTexts(&batch)
        result.batch = batch
        follow(batch, number, grid, &result)
        result.addReadings()
        if number == 0 { result.preview = preview() }
        issues.settle()
        result.lineCount = selection.lineCount
        result.rowsRead = rowsRead
        result.ordinals = ordinals
        result.issues = issues
        if keepsRows { result.rows = decoder }
        return result
    }

    /// Folds the rows into cells, and finds how they follow each other.
    private mutating func follow(
        _ batch: RecordBatch, _ number: Int, _ grid: BucketGrid?, _ result: inout ParsedChunk
    ) {
        var order = ChunkCells.Order()
        if let grid, batch.count > 0 {
            result.cells = ChunkCells(
                batch, on: grid, scratch: &decoder.scratch.fold, order: &order)
        }
        // The usual step is found from the first chunks only.
        if number >= 8, let cells = result.cells {
            result.order = OrderTally(batch, decoder, cells, order)
        } else {
            result.order = OrderTally(batch, decoder, collectsSteps: number < 8)
        }
    }

    private func preview() -> [[String]] {
        (0..<min(20, decoder.rowCount)).map { row in
            (0..<plan.width).map { decoder.text(row: row, column: $0) }
        }
    }

    // MARK: Time

    /// The time of each row. Rows without one are dropped with an issue, empty rows silently.
    private mutating func readTimes(_ rowsRead: inout Int) -> [Double] {
        var reader = TimeReader(plan: plan)
        let times = reader.read(&decoder, ordinals: ordinals)
        for issue in reader.doubts {
            note(row: issue.row, column: issue.column, value: issue.value, issue.reason, false)
        }
        guard !reader.faults.isEmpty else { return times }
        var dropped: Set<Int> = []
        for fault in reader.faults {
            dropped.insert(fault.row)
            if fault.reason == .missingTime, isEmpty(row: fault.row) {
                rowsRead -= 1
            } else {
                note(row: fault.row, column: fault.column, value: fault.value, fault.reason, true)
            }
        }
        drop(dropped)
        return times.indices.filter { !dropped.contains($0) }.map { times[$0] }
    }

    private func isEmpty(row: Int) -> Bool {
        (0..<plan.leastWidth).allSatisfy { decoder.range(row: row, column: $0).isEmpty }
    }

    private mutating func drop(_ rows: Set<Int>) {
        let kept = decoder.firsts.indices.filter { !rows.contains($0) }
        decoder.firsts = kept.map { decoder.firsts[$0] }
        lines = lines.selected(kept)
        ordinals = ordinals.selected(kept)
    }

    mutating func note(
        row: Int, column: Int?, value: String, _ reason: IssueReason, _ refusesRow: Bool
    ) {
        issues.add(
            line: lines[row], column: column.map { plan.schema.columns[$0].name }, value: value,
            reason: reason, refusesRow: refusesRow)
    }

    // MARK: Device

    private mutating func readDevices(_ batch: inout RecordBatch) {
        switch plan.schema.device {
        case .fileName, .eachRow(nil):
            batch.devices.indices = [UInt32](repeating: 0, count: decoder.rowCount)
            return
        case .column(let column):
            batch.devices = decoder.dictionary(column: column, DeviceNames.normalised)
        case .composite(let columns):
            batch.devices = decoder.composite(columns: columns, DeviceNames.normalised)
        case .eachRow(let column?):
            batch.devices = decoder.dictionary(column: column, DeviceNames.normalised)
            return
        }
        noteInvalidNames(batch.devices)
        dropWithoutDevice(&batch)
    }

    private mutating func dropWithoutDevice(_ batch: inout RecordBatch) {
        let missing = Set(batch.devices.indices.indices.filter { batch.devices.indices[$0] == 0 })
        guard !missing.isEmpty else { return }
        for row in missing.sorted() { note(row: row, column: nil, value: "", .missingDevice, true) }
        let kept = batch.devices.indices.indices.filter { !missing.contains($0) }
        batch.devices.indices = kept.map { batch.devices.indices[$0] }
        batch.times = kept.map { batch.times[$0] }
        drop(missing)
    }

    private mutating func noteInvalidNames(_ column: DictionaryColumn) {
        for (code, name) in column.names.enumerated() where name.contains("\u{FFFD}") {
            guard let row = column.indices.firstIndex(of: UInt32(code)) else { continue }
            note(row: row, column: nil, value: name, .invalidBytes, false)
        }
    }

    // MARK: Texts

    private mutating func readTexts(_ batch: inout RecordBatch) {
        for (place, column) in plan.codes.enumerated() {
            if case .flag = column.type {
                batch.codes[place] = decoder.dictionary(column: column.index) { text in
                    let bytes = Array(text.utf8)
                    return TruthWords.value(of: bytes.span) == true ? column.name : ""
                }
            } else {
                batch.codes[place] = decoder.dictionary(column: column.index) { text in
                    ReadPlan.isAbsent(text, in: column) ? "" : nil
                }
                noteInvalidNames(batch.codes[place])
            }
        }
        batch.severity = plan.severity.map { decoder.dictionary(column: $0.index) }
        if let label = plan.label {
            let marks = decoder.dictionary(column: label.index) { text in
                let isSet: Bool
                if let truth = TruthWords.value(of: Array(text.utf8).span) {
                    isSet = truth
                } else {
                    isSet = !ReadPlan.isAbsent(text, in: label)
                }
                return isSet ? "1" : ""
            }
            batch.labels = marks.indices.map { $0 != 0 }
        }
        for (place, column) in plan.attributes.enumerated() {
            batch.attributes[place] = decoder.dictionary(column: column.index)
        }
    }
}

extension ColumnDecoder {
    /// The text of a cell, quotes removed; empty beyond the end of a short row.
    func text(row: Int, column: Int) -> String {
        let first = Int(firsts[row])
        // Fields beyond the row's end belong to the next row.
        let line = scratch.index.line(ofField: first)
        guard scratch.index.fields(ofLine: line).contains(first + column) else { return "" }
        return CellText.text(bytes.storage, in: range(row: row, column: column), form: form)
    }
}

extension FieldIndex {
    /// The line that holds a field.
    /// - Complexity: O(log lines).
    func line(ofField field: Int) -> Int {
        var (low, high) = (0, lineCount)
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(firsts[middle]) <= field { low = middle } else { high = middle }
        }
        return low
    }
}
