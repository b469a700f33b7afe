import Values

/// A column of values and what became of its cells.
private struct ValueColumn {
    /// NaN where missing or refused.
    var values: [Double]
    /// Rows whose cell was refused.
    var refused: [Int] = []
    var sentinels = 0
}

extension ChunkParser {
    /// Reads the columns of values; in a long table each is split by the rows' signals.
    mutating func readMetrics(_ batch: inout RecordBatch, _ result: inout ParsedChunk) {
        var columns = plan.values.map { readColumn($0) }
        for quality in plan.qualities { discardBad(quality, &columns) }
        guard let names = plan.signals else {
            batch.metrics = columns.map(\.values)
            result.signals = columns.map {
                SignalTally(refused: $0.refused.count, sentinels: $0.sentinels)
            }
            return
        }
        let split = SignalSplit(decoder.dictionary(column: names.column), names)
        for (row, name) in split.unknown {
            note(row: row, column: names.column, value: name, .unknownSignal, false)
        }
        let values = columns.map { split.values($0.values) }
        let refused = columns.map { split.counts($0.refused) }
        for signal in names.signals.indices {
            for column in columns.indices {
                batch.metrics.append(values[column][signal])
                result.signals.append(
                    SignalTally(rows: split.rows[signal], refused: refused[column][signal]))
            }
        }
    }

    /// Makes values missing in rows that a column of quality calls bad.
    private mutating func discardBad(_ quality: RowQuality, _ columns: inout [ValueColumn]) {
        let texts = decoder.dictionary(column: quality.column)
        let isBad = texts.names.map { quality.bad.contains($0) }
        guard isBad.contains(true) else { return }
        let concerned = columns.indices.filter {
            quality.value == nil || plan.values[$0].index == quality.value
        }
        for row in texts.indices.indices where isBad[Int(texts.indices[row])] {
            for column in concerned { columns[column].values[row] = .nan }
        }
    }

    private mutating func readColumn(_ column: ColumnSchema) -> ValueColumn {
        guard case .number(let format) = column.type else { return readStates(column) }
        var result = readNumbers(column, format)
        guard !format.sentinels.isEmpty else { return result }
        for row in result.values.indices where format.sentinels.contains(result.values[row]) {
            result.values[row] = .nan
            result.sentinels += 1
        }
        return result
    }

    private mutating func readNumbers(
        _ column: ColumnSchema, _ format: NumberNotation
    ) -> ValueColumn {
        let parser = NumberParser(format, missing: plan.missing)
        var found: [(row: Int, cell: [UInt8], reason: IssueReason)] = []
        let values = decoder.numbers(column: column.index, decimalComma: format.decimalComma) {
            row, cell in
            switch parser.parse(cell.span) {
            case .value(let value): return value
            case .missing: return .nan
            case .notANumber: found.append((row, cell, .notANumber))
            case .outOfRange: found.append((row, cell, .numberOutOfRange))
            }
            return .nan
        }
        for (row, cell, reason) in found {
            let text = String(decoding: cell.prefix(200), as: UTF8.self)
            note(row: row, column: column.index, value: text, reason, false)
        }
        return ValueColumn(values: values, refused: found.map(\.row))
    }

    /// Reads words for yes and no as 1 and 0; refuses others.
    private mutating func readStates(_ column: ColumnSchema) -> ValueColumn {
        let texts = decoder.dictionary(column: column.index)
        let states = texts.names.map { name -> Double? in
            let bytes = Array(name.utf8)
            if plan.missing.contains(bytes.span) { return .nan }
            return TruthWords.value(of: bytes.span).map { $0 ? 1 : 0 }
        }
        var result = ValueColumn(values: texts.indices.map { states[Int($0)] ?? .nan })
        for (row, code) in texts.indices.enumerated() where states[Int(code)] == nil {
            result.refused.append(row)
            note(row: row, column: column.index, value: texts.names[Int(code)], .notANumber, false)
        }
        return result
    }
}
