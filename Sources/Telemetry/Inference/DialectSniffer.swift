import Values

/// Finds the dialect of a text from its beginning.
struct DialectSniffer {
    /// The beginning as UTF-8 without a byte order mark.
    let text: PaddedBytes
    let correction: DialectCorrection?

    /// The dialect with all reasons; `base` tells what is known before: the encoding and its mark.
    func sniff(base: CSVDialect) -> CSVDialect {
        var dialect = base
        dialect.lineEnd = LineEnds(text).kind
        let separator = separatorLine()
        dialect.comment = separator == nil ? commentMark() : nil
        let best = bestCut(dialect, fixed: correction?.delimiter ?? separator?.delimiter)
        dialect = best.dialect
        if separator != nil {
            dialect.reasons.append(.separatorLine)
        }
        if best.fields <= 1 {
            dialect.reasons.append(.singleColumn)
        } else if separator == nil {
            dialect.reasons.append(
                .delimiter(
                    dialect.delimiter, fields: best.fields, lines: best.rowCount, share: best.share)
            )
        }
        return place(dialect, fields: best.fields, start: separator?.lines ?? 0)
    }

    /// Finds the tables of the text, and the header of the one that is read.
    private func place(_ base: CSVDialect, fields: Int, start: Int) -> CSVDialect {
        var dialect = base
        var fields = fields
        var lines = HeadLine.lines(of: text, dialect, first: Self.lineLimit)
            .filter { $0.number >= (correction?.skippedLines ?? start) }
        var end: Int?
        if let sections = RecordTypes.sections(lines, taken: correction?.table) {
            dialect.sections = sections
            lines = lines.filter { $0.isComment || sections.concerns($0.cells) }
            let rows = lines.filter { $0.cells.first == sections.mark }
            fields = DelimiterScore.usualCount(rows.map(\.cells.count))
        } else if let stack = StackedTables(lines).sections(taken: correction?.table) {
            dialect.sections = stack.sections
            lines = lines.filter { stack.lines.contains($0.number) }
            fields = DelimiterScore.usualCount(
                lines.filter { !$0.isComment }.map(\.cells.count))
            end = stack.lines.upperBound == .max ? nil : stack.lines.upperBound
        }
        dialect = HeaderFinder(
            lines: lines, fields: fields, correction: correction, mark: dialect.sections?.mark
        ).place(dialect)
        dialect.head.end = end
        return dialect
    }

    /// Lines in which tables and headers are looked for.
    private static let lineLimit = 1_000

    /// `sep=;` in the first line, as Excel writes and reads it.
    private func separatorLine() -> (delimiter: UInt8, lines: Int)? {
        var line = Array(text.storage[..<min(text.count, 8)].prefix { $0 != 0x0A && $0 != 0x0D })
        if line.first == 0x22, line.last == 0x22 { line = Array(line.dropFirst().dropLast()) }
        guard line.count == 5, line.span.extracting(first: 4).equals(lowercase: Array("sep=".utf8))
        else { return nil }
        return (line[4], 1)
    }

    /// `#`, where some lines begin with it, but not more than about half of them.
    private func commentMark() -> UInt8? {
        var starts: [UInt8] = []
        var isStart = true
        for index in 0..<text.count {
            let byte = text.storage[index]
            let isEnd = byte == 0x0A || byte == 0x0D
            if isStart, !isEnd { starts.append(byte) }
            isStart = isEnd
        }
        let marked = starts.filter { $0 == 0x23 }.count
        guard marked > 0, marked * 2 <= starts.count + 4, marked < starts.count else { return nil }
        return 0x23
    }

    /// The delimiter and quoting with the highest score.
    private func bestCut(_ base: CSVDialect, fixed: UInt8?) -> DelimiterScore {
        let delimiters =
            fixed.map { [(delimiter: $0, prior: 1.0)] } ?? DelimiterScore.candidates
        var best: DelimiterScore?
        for candidate in delimiters {
            for var dialect in quoteVariants(base) {
                dialect.delimiter = candidate.delimiter
                let score = DelimiterScore(text, dialect: dialect, prior: candidate.prior)
                if score.score > (best?.score ?? -1) { best = score }
            }
        }
        return headerWithMark(best ?? DelimiterScore(text, dialect: base, prior: 1))
    }

    /// A single `#` line above the rows with as many cells as these is the header, no comment.
    private func headerWithMark(_ best: DelimiterScore) -> DelimiterScore {
        guard best.dialect.comment != nil, best.fields > 1 else { return best }
        var plain = best.dialect
        plain.comment = nil
        let form = CSVForm(plain, fieldLengthLimit: text.count)
        let rows = SampleRows(text, form: form, first: DelimiterScore.rowLimit).rows
        let marked = rows.filter { $0.cells.first?.first == 0x23 }
        guard marked.count == 1, let header = marked.first, header.line == rows.first?.line,
            header.cells.count == best.fields
        else { return best }
        return DelimiterScore(text, dialect: plain, prior: 1)
    }

    /// The ways of quoting that the text allows, the usual one first.
    private func quoteVariants(_ base: CSVDialect) -> [CSVDialect] {
        var usual = base
        usual.quote = correction?.quote ?? 0x22
        var variants = [usual]
        if correction?.quote != nil { return variants }
        let counts = byteCounts()
        if counts.escapedQuotes > 0 {
            var escaped = usual
            escaped.escape = 0x5C
            escaped.reasons.append(.escapedQuotes(0x5C))
            variants.append(escaped)
        }
        if counts.quotes == 0, counts.apostrophes > 1, counts.closing * 2 > counts.apostrophes / 2 {
            var single = base
            single.quote = 0x27
            variants.append(single)
        }
        return variants
    }

    /// `closing`: apostrophes before a sign that may end a cell. One in front of a value, as
    /// spreadsheets mark texts, quotes nothing.
    private func byteCounts() -> (quotes: Int, apostrophes: Int, closing: Int, escapedQuotes: Int) {
        var counts = (quotes: 0, apostrophes: 0, closing: 0, escapedQuotes: 0)
        let ends: Set<UInt8> = [0, 0x0A, 0x0D, 0x2C, 0x3B, 0x09, 0x7C, 0x3A, 0x20]
        for index in 0..<text.count {
            switch text.storage[index] {
            case 0x22:
                counts.quotes += 1
                if index > 0, text.storage[index - 1] == 0x5C { counts.escapedQuotes += 1 }
            case 0x27:
                counts.apostrophes += 1
                if ends.contains(text.storage[index + 1]) { counts.closing += 1 }
            default: continue
            }
        }
        return counts
    }
}
