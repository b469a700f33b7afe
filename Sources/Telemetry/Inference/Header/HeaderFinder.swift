import Values

/// Finds the lines that say what a table's columns are, and where its rows begin.
///
/// The rows tell: their columns hold numbers and times, and the first line that does too is the
/// first row. Lines right above with as many cells are names, units and the like, in any order;
/// what is above those is preamble.
struct HeaderFinder {
    /// The table's lines from the beginning of the file, blank ones left out.
    let lines: [HeadLine]
    /// Cells in most rows.
    let fields: Int
    let correction: DialectCorrection?
    /// The first cell of its rows, where that tells the tables of a file apart.
    var mark: [UInt8]?

    /// The dialect with the header and the first row found.
    func place(_ dialect: CSVDialect) -> CSVDialect {
        var dialect = dialect
        let profile = TableProfile(lines.filter { !$0.isComment }.map(\.cells), fields: fields)
        dialect.head =
            correction?.skippedLines == nil
            ? head(lines, profile) : headAtStart(lines, profile)
        explain(&dialect, lines)
        return dialect
    }

    private func explain(_ dialect: inout CSVDialect, _ lines: [HeadLine]) {
        if dialect.skippedLines > 0 { dialect.reasons.append(.skippedLines(dialect.skippedLines)) }
        if let comment = dialect.comment {
            dialect.reasons.append(.commentLines(lines.count { $0.isComment }, mark: comment))
        }
        if let names = dialect.head.names {
            let cells = lines.first { $0.number == names }?.cells.count ?? 0
            dialect.reasons.append(.header(names: cells))
        } else {
            dialect.reasons.append(.noHeader)
        }
        if dialect.hasUnitsRow { dialect.reasons.append(.unitsRow) }
    }

    private func head(_ lines: [HeadLine], _ profile: TableProfile) -> HeadLines {
        let plain = lines.filter { !$0.isComment }
        guard let row = firstRow(plain, profile) else {
            let table = plain.firstIndex { isWide($0, in: plain) } ?? 0
            return headAtStart(Array(plain[table...]), profile)
        }
        var head = HeadLines(names: nil, firstRow: plain[row].number)
        if correction?.hasHeader == false { return head }
        let block = headings(plain[..<row])
        if let last = block.last, last != row - 1 { head.firstRow = plain[last + 1].number }
        let candidates =
            block.isEmpty
            ? commentsAbove(head.firstRow, lines)
            : plain[..<block.lowerBound].suffix(6).filter(isWholeHeading) + plain[block]
        let order = HeadingOrder(candidates, typed: profile.typed)
        order.assign(to: &head)
        if head.units == nil, head.names != nil {
            head.units = lines.last { $0.number < head.firstRow && order.isTitledUnits($0) }?.number
        }
        if head.names == nil, correction?.hasHeader == true {
            head.names = plain[row].number
            head.firstRow = plain.dropFirst(row + 1).first?.number ?? plain[row].number + 1
        }
        head.groups = head.names.flatMap { groups(above: $0, lines) }
        return head
    }

    /// The lines of names, units and the like: right above the first row or, where none is there,
    /// above up to five lines that are more likely damaged rows.
    private func headings(_ above: ArraySlice<HeadLine>) -> Range<Int> {
        let damaged = above.reversed().prefix { !isHeading($0) }.count
        let end = above.endIndex - damaged
        guard damaged == 0 || damaged <= 5 && end > 0 && above[end - 1].cells.count >= fields else {
            return above.endIndex..<above.endIndex
        }
        let count = above[..<end].reversed().prefix { isHeading($0) }.count
        return (end - count)..<end
    }

    /// The first line like the rows, where most lines after it are too. Lines right above with
    /// numbers where the rows have them belong to the rows, damaged as they are.
    private func firstRow(_ lines: [HeadLine], _ profile: TableProfile) -> Int? {
        guard profile.isTelling else { return nil }
        let first = lines.indices.first { index in
            guard profile.fitsStrictly(lines[index].cells) else { return false }
            let next = lines[index...].prefix(6)
            return next.count { profile.fits($0.cells) } * 10 >= next.count * 6
        }
        return first.map { first in
            first - lines[..<first].reversed().prefix { profile.isDamagedRow($0.cells) }.count
        }
    }

    /// Whether a line has as many cells as the rows; one less where the rows begin with a name of
    /// their own; or more, where one names the table or the last columns are empty in the rows.
    private func isHeading(_ line: HeadLine) -> Bool {
        let count = line.cells.count
        guard line.cells.contains(where: { !$0.isEmpty }) else { return false }
        if count == fields { return true }
        if count == fields - 1, fields > 2 { return line.cells.allSatisfy(HeadLine.isName) }
        // `$COL,IMU,time,…` above `$IMU,59970.0,…`
        if count == fields + 1, mark.map({ TableSections.isTitle(line.cells, of: $0) }) == true {
            return true
        }
        // More names than cells: the last columns may be filled in later rows, or in none.
        return count > fields
            && (line.cells[fields...].allSatisfy(\.isEmpty)
                || count <= fields + 2 && line.cells.allSatisfy(HeadLine.isName))
    }

    /// A line of names away from those right above the rows, with lines of other kinds between:
    /// `#TYPES`.
    private func isWholeHeading(_ line: HeadLine) -> Bool {
        line.cells.count == fields && fields > 2 && line.cells.allSatisfy(HeadLine.isName)
            && Set(line.cells).count == fields
    }

    /// The last comments above the row that may be names, as many as follow each other directly.
    private func commentsAbove(_ row: Int, _ lines: [HeadLine]) -> [HeadLine] {
        let comments = lines.filter { $0.number < row && isHeadingComment($0) }
        guard let last = comments.last else { return [] }
        return comments.filter { line in
            comments.filter { $0.number >= line.number }.count == last.number - line.number + 1
        }
    }

    /// Names in a comment: as many as the rows have cells, which prose hardly ever has.
    private func isHeadingComment(_ line: HeadLine) -> Bool {
        line.isComment && fields > 1 && line.cells.count == fields && !line.isKeyAndValue
            && line.cells.count { !$0.isEmpty } * 2 > fields
    }

    /// The line of groups above names that repeat (`T`, `RH`, `T`, `RH`): the nearest one that
    /// tells them apart, its texts standing for several columns each.
    private func groups(above names: Int, _ lines: [HeadLine]) -> Int? {
        guard let place = lines.firstIndex(where: { $0.number == names }) else { return nil }
        let cells = lines[place].cells
        let filled = cells.filter { !$0.isEmpty }
        return lines[..<place].last { upper in
            let given = upper.cells.filter { !$0.isEmpty }
            guard !upper.isComment || lines[place].isComment, given.count >= 2,
                upper.cells.count >= fields - 1, upper.cells.count <= fields,
                given.allSatisfy(HeadLine.isName)
            else { return false }
            let isSplit = Set(filled).count < filled.count
            let joined = TableTitles.joined(upper.cells, cells).filter { !$0.isEmpty }
            if isSplit { return Set(joined).count > Set(filled).count }
            return place > 0 && upper.number == lines[place - 1].number
                && Set(given).count * 2 <= given.count && given.count == upper.cells.count
        }?.number
    }

    private func isWide(_ line: HeadLine, in lines: [HeadLine]) -> Bool {
        if line.cells.count >= fields { return true }
        // A header may have one name less than the rows have cells: row names without a name, or a
        // delimiter at the end of each row.
        guard line.cells.count == fields - 1, fields > 2 else { return false }
        let next = lines.first { $0.number > line.number && !$0.isComment }
        return next?.cells.count == fields && line.cells.allSatisfy(HeadLine.isName)
    }
}

// MARK: - Without numbers or times

extension HeaderFinder {
    /// Names, if any, in the first line: for tables of texts only, or where a person set the first
    /// line.
    private func headAtStart(_ lines: [HeadLine], _ profile: TableProfile) -> HeadLines {
        let rows = lines.filter { !$0.isComment }
        guard let first = rows.first else { return HeadLines(names: nil, firstRow: 0) }
        let body = rows.dropFirst()
        guard correction?.hasHeader ?? hasHeader(first, body, profile) else {
            return HeadLines(names: nil, firstRow: first.number)
        }
        var head = HeadLines(
            names: first.number, firstRow: body.first?.number ?? first.number + 1)
        if let units = body.first, body.count >= 3, !profile.fits(units.cells),
            HeadingOrder([first, units], typed: profile.typed).isUnits(units)
        {
            head.units = units.number
            head.firstRow = body.dropFirst().first?.number ?? units.number + 1
        }
        return head
    }

    /// Whether the first row names the columns: it differs in kind from the rows below or, where
    /// all is text, its cells do not recur there.
    private func hasHeader(
        _ first: HeadLine, _ body: ArraySlice<HeadLine>, _ profile: TableProfile
    ) -> Bool {
        let rows = body.filter { $0.cells.count >= min(2, fields) }
        guard !rows.isEmpty else {
            return first.cells.allSatisfy { HeadLine.isName($0) || $0.isEmpty }
        }
        if profile.isTelling { return !profile.fits(first.cells) }
        var (repeats, names) = (0, 0)
        for (column, cell) in first.cells.enumerated() where CellKind(cell) != .empty {
            names += 1
            let isRepeated = rows.prefix(100).contains {
                $0.cells.count > column && $0.cells[column] == cell
            }
            repeats += isRepeated ? 1 : 0
        }
        // Too few rows tell nothing, and most files have a header.
        return names > 0 && (rows.count < 5 || repeats * 2 < names)
    }
}
