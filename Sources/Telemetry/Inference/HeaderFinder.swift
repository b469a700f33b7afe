import Values

/// Finds preamble, header and units row of a text whose cut is known.
struct HeaderFinder {
    let text: PaddedBytes
    /// Cells of most rows.
    let fields: Int
    let correction: DialectCorrection?

    /// The dialect with its first rows placed.
    func place(_ dialect: CSVDialect) -> CSVDialect {
        var dialect = dialect
        let form = CSVForm(dialect, fieldLengthLimit: text.count)
        let rows = SampleRows(text, form: form, first: DelimiterScore.rowLimit).rows
        skipPreamble(rows, &dialect)
        let first = rows.firstIndex { $0.line >= dialect.skippedLines } ?? rows.endIndex
        let remaining = Array(rows[first...])
        if let comment = dialect.comment {
            dialect.reasons.append(.commentLines(commentLines(comment), mark: comment))
        }
        let body = Array(remaining.dropFirst())
        dialect.hasHeader = correction?.hasHeader ?? hasHeader(remaining)
        if dialect.hasHeader {
            dialect.reasons.append(.header(names: remaining.first?.cells.count ?? 0))
            dialect.hasUnitsRow = hasUnitsRow(body)
            if dialect.hasUnitsRow { dialect.reasons.append(.unitsRow) }
        } else {
            dialect.reasons.append(.noHeader)
        }
        return dialect
    }

    /// Lines before the first row with about as many cells as the others are no data.
    private func skipPreamble(_ rows: [SampleRows.Row], _ dialect: inout CSVDialect) {
        if let skipped = correction?.skippedLines {
            dialect.skippedLines = skipped
        } else if let start = rows.first(where: { isTableRow($0, in: rows, from: dialect) }) {
            let comments = dialect.comment.map { mark in leadingComments(mark, before: start.line) }
            dialect.skippedLines = max(
                dialect.skippedLines, comments == start.line ? 0 : start.line)
        }
        if dialect.skippedLines > 0 { dialect.reasons.append(.skippedLines(dialect.skippedLines)) }
    }

    private func isTableRow(
        _ row: SampleRows.Row, in rows: [SampleRows.Row], from dialect: CSVDialect
    ) -> Bool {
        guard row.line >= dialect.skippedLines else { return false }
        if row.cells.count >= fields { return true }
        // A header may have one name less than the rows have cells: row names without a name, or a
        // delimiter at the end of each row.
        guard row.cells.count == fields - 1, fields > 2 else { return false }
        let next = rows.first { $0.line > row.line }
        return next?.cells.count == fields && row.cells.allSatisfy { Self.isName($0) }
    }

    /// Lines from the start of the text that are comments, up to a line.
    private func leadingComments(_ mark: UInt8, before line: Int) -> Int {
        var count = 0
        var isStart = true
        var isComment = false
        for index in 0..<text.count where count < line {
            let byte = text.storage[index]
            if isStart { isComment = byte == mark }
            if isStart, !isComment { return count }
            isStart = byte == 0x0A || (byte == 0x0D && text.storage[index + 1] != 0x0A)
            if isStart { count += 1 }
        }
        return count
    }

    private func commentLines(_ mark: UInt8) -> Int {
        var count = 0
        var isStart = true
        for index in 0..<text.count {
            if isStart, text.storage[index] == mark { count += 1 }
            isStart = text.storage[index] == 0x0A || text.storage[index] == 0x0D
        }
        return count
    }

    /// Whether the first row names the columns: it differs in kind from the rows below, or, where
    /// all is text, its cells do not come again.
    private func hasHeader(_ rows: [SampleRows.Row]) -> Bool {
        guard let first = rows.first else { return false }
        let body = rows.dropFirst().filter { $0.cells.count >= min(2, fields) }
        guard !body.isEmpty else { return first.cells.allSatisfy { Self.isName($0) || $0.isEmpty } }
        var (votes, against, repeats, names) = (0, 0, 0, 0)
        for (column, cell) in first.cells.enumerated() {
            let kind = CellKind(cell)
            let below = body.prefix(100).compactMap {
                $0.cells.count > column ? $0.cells[column] : nil
            }
            let kinds = below.map { CellKind($0) }.filter { $0 != .empty }
            let typed = kinds.filter { $0 == .number || $0 == .time }.count
            if kind != .empty { names += 1 }
            if kind == .number || kind == .time {
                against += 1
            } else if typed * 2 > kinds.count, kind != .empty {
                votes += 1
            }
            if kind != .empty, below.contains(cell) { repeats += 1 }
        }
        if against > 0, votes <= against { return false }
        if votes > 0 { return true }
        // Too few rows tell nothing; a header is usual.
        return names > 0 && (body.count < 5 || repeats * 2 < names)
    }

    /// Whether the row below the header names units: texts above columns of numbers.
    private func hasUnitsRow(_ body: [SampleRows.Row]) -> Bool {
        guard body.count >= 3, let units = body.first, units.cells.count >= fields else {
            return false
        }
        var (above, named) = (0, 0)
        for (column, cell) in units.cells.enumerated() {
            let below = body.dropFirst().prefix(50).compactMap {
                $0.cells.count > column ? CellKind($0.cells[column]) : nil
            }
            let filled = below.filter { $0 != .empty }
            let typed = filled.filter { $0 == .number || $0 == .time }.count
            guard typed * 10 >= filled.count * 9, typed > 0 else { continue }
            let kind = CellKind(cell)
            if kind == .number || kind == .time { return false }
            above += 1
            if kind != .empty || cell == [0x2D], cell.count <= 16 { named += 1 }
        }
        return above > 0 && named * 2 >= above
    }

    /// Letters and no number: fit for a column's name.
    private static func isName(_ cell: [UInt8]) -> Bool {
        let kind = CellKind(cell)
        return kind == .word || kind == .sentence || kind == .mixture
    }
}
