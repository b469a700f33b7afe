import Values

/// A line from the beginning of a file, cut into cells; comments too.
struct HeadLine {
    /// Its line number in the text, from 0.
    let number: Int
    let isComment: Bool
    /// The cells without blanks around them, of a comment also without its mark.
    let cells: [[UInt8]]

    /// The lines that are not blank among the `first` ones; comments without their mark.
    static func lines(of text: PaddedBytes, _ dialect: CSVDialect, first: Int) -> [HeadLine] {
        var plain = dialect
        plain.comment = nil
        let form = CSVForm(plain, fieldLengthLimit: text.count)
        return SampleRows(text, form: form, first: first).rows.map { row in
            let mark = dialect.comment
            let isComment = mark != nil && row.cells.first?.first == mark
            var cells = row.cells.map { Array($0[$0.span.trimmedRange]) }
            if isComment, let first = cells.first { cells[0] = withoutMark(first) }
            if isComment { cells = withoutTitle(cells) }
            return HeadLine(number: row.line, isComment: isComment, cells: cells)
        }
    }

    /// The cells of one line as written, without a comment mark; empty where there is no such line.
    static func cells(line: Int, of text: PaddedBytes, _ dialect: CSVDialect) -> [[UInt8]] {
        var plain = dialect
        plain.comment = nil
        let form = CSVForm(plain, fieldLengthLimit: text.count)
        let rows = SampleRows(text, form: form, first: line + 2).rows
        guard var cells = rows.first(where: { $0.line == line })?.cells, let first = cells.first
        else { return [] }
        cells[0] = withoutMark(first)
        return first.first == dialect.comment ?? 0x23 ? withoutTitle(cells) : cells
    }

    /// `#Fields: date time s-ip`, as W3C extended logs write it, reduced to the names.
    private static func withoutTitle(_ cells: [[UInt8]]) -> [[UInt8]] {
        guard let first = cells.first, first.last == 0x3A, !first.contains(0x20), cells.count >= 4,
            cells.dropFirst().allSatisfy(isName)
        else { return cells }
        return Array(cells.dropFirst())
    }

    private static func withoutMark(_ cell: [UInt8]) -> [UInt8] {
        let marks: Set<UInt8> = [0x23, 0x25, 0x3B, 0x21]
        guard let first = cell.first, marks.contains(first), cell.count > 1 else { return cell }
        let rest = cell.drop { marks.contains($0) }
        return Array(rest[rest.startIndex...].drop { $0 == 0x20 || $0 == 0x09 })
    }

    /// Whether it is like `Turbine: Northfield 1`, in one cell or two.
    var isKeyAndValue: Bool {
        guard let first = cells.first else { return false }
        return cells.count <= 2 && (first.last == 0x3A || first.contains(0x3A) && cells.count == 1)
    }

    /// Whether a cell is a text that may be a column's name: no number, no time.
    static func isName(_ cell: [UInt8]) -> Bool {
        let kind = CellKind(cell)
        return kind == .word || kind == .sentence || kind == .mixture
    }
}
