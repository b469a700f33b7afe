import Values

/// A file being read, and where its columns go.
struct FileBinding: Sendable {
    let file: RollupFile
    /// Its index in the builder's `files`.
    let number: Int
    /// The metric of each metric column; `nil` beyond the limit.
    var metrics: [Int?] = []
    /// The attribute of each attribute column.
    var attributes: [Int] = []

    let codeColumns: [ColumnSchema]
    /// Rows without a code are events as well.
    let everyRowIsEvent: Bool
    /// Each row is a device of its own.
    let rowsAreUnits: Bool

    init(file: RollupFile, number: Int) {
        self.file = file
        self.number = number
        codeColumns = file.schema.columns(.code)
        if case .eachRow = file.schema.device { rowsAreUnits = true } else { rowsAreUnits = false }
        let isLog = file.schema.shape == .events || file.schema.shape == .intervals
        let isSingleText = codeColumns.count == 1 && codeColumns[0].type != .flag
        everyRowIsEvent =
            isLog && codeColumns.isEmpty || file.schema.shape == .events && isSingleText
    }

    /// The sampling interval; 0 where unknown, which makes a reading stand for its bucket.
    var step: Double { file.step ?? 0 }

    /// The kind of event that a row with this severity is; failures and repairs stay what they are.
    func kind(severity: String?) -> EventKind {
        let kind = file.schema.eventKind
        guard let severity, !severity.isEmpty, kind != .failure, kind != .repair else {
            return kind
        }
        return SeverityWord.isError(severity) ? .error : .other
    }

    /// The code of an event that the file names none for; `nil` where such a row is no event.
    func unnamedCode(severity: String?) -> String? {
        guard everyRowIsEvent else { return nil }
        if codeColumns.isEmpty, let severity, !severity.isEmpty { return severity }
        return file.unnamedCode
    }
}

extension RollupBuilder {
    mutating func countSeverities(_ batch: RecordBatch, _ given: ChunkCells?) {
        guard let severity = batch.severity else { return }
        events.countSeverities(
            severity.names, given?.severities ?? CellKernels.severities(of: severity))
    }

    mutating func foldEvents(
        _ batch: RecordBatch, _ chunk: ChunkCells, _ numbers: [Int32], _ binding: FileBinding
    ) {
        let columns = batch.codes.prefix(binding.codeColumns.count)
        guard binding.everyRowIsEvent else {
            for (column, rows) in zip(columns, chunk.codedRows) {
                fold(column, rows.lazy.map { Int($0) }, batch, numbers, binding)
            }
            return
        }
        if binding.codeColumns.isEmpty {
            let unnamed = DictionaryColumn(
                names: [""], indices: Array(repeating: 0, count: batch.count))
            fold(unnamed, 0..<batch.count, batch, numbers, binding)
        }
        for column in columns { fold(column, 0..<batch.count, batch, numbers, binding) }
    }

    private mutating func fold(
        _ column: DictionaryColumn, _ rows: some Sequence<Int>, _ batch: RecordBatch,
        _ numbers: [Int32], _ binding: FileBinding
    ) {
        var codes = EventCodes(column, batch.severity)
        for row in rows {
            let code = codes.code(of: row) { self.code($0, $1, binding) }
            let device = Int(numbers[Int(batch.devices.indices[row])])
            if let code { events.append(batch.times[row], code: code, device: device) }
        }
    }

    private mutating func code(
        _ text: String, _ severity: String, _ binding: FileBinding
    ) -> UInt16? {
        let name = text.isEmpty ? binding.unnamedCode(severity: severity) : text
        return name.map {
            events.insert(EventStore.Code(kind: binding.kind(severity: severity), name: $0))
        }
    }
}

/// The codes of a batch's rows, found once for each pair of text and severity.
private struct EventCodes {
    private let column: DictionaryColumn
    private let severity: DictionaryColumn?
    private var known: [UInt16??]

    init(_ column: DictionaryColumn, _ severity: DictionaryColumn?) {
        self.column = column
        self.severity = severity
        let pairs = column.names.count * (severity?.names.count ?? 1)
        known = Array(repeating: nil, count: pairs)
    }

    /// The code of a row, `nil` for no event; `find` makes it from text and severity.
    mutating func code(of row: Int, _ find: (String, String) -> UInt16?) -> UInt16? {
        let grade = severity.map { row < $0.indices.count ? Int($0.indices[row]) : 0 } ?? 0
        let entry = Int(column.indices[row])
        let pair = grade * column.names.count + entry
        guard entry < column.names.count, pair < known.count else { return nil }
        if let code = known[pair] { return code }
        let code = find(column.names[entry], severity?.names[grade] ?? "")
        known[pair] = .some(code)
        return code
    }
}
