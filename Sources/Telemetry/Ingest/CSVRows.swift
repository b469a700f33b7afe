/// Reads comma-separated values (RFC 4180) with a header line.
///
/// Unlike files, which are read as they are found, this is a contract with a program: what does not
/// keep to it is refused row by row. Between cells stands a comma, or a semicolon or a tab where the
/// header has more of these.
struct CSVRows {
    private let bytes: [UInt8]
    private var place = 0
    private var delimiter = UInt8(ascii: ",")
    private var columns: [String] = []

    /// Reads the header.
    init(_ bytes: [UInt8]) throws(SentRowsFault) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        skipBlankLines()
        guard place < bytes.count else {
            throw SentRowsFault(
                "There is no header line.", at: "line 1", expected: "the names of the columns")
        }
        delimiter = Self.delimiter(of: bytes[place..<lineEnd])
        guard case .cells(let cells) = next() else { throw Self.fault("it has a broken quote") }
        for cell in cells {
            guard let text = String(validating: cell, as: UTF8.self) else {
                throw Self.fault("it is not UTF-8")
            }
            let name = text.trimmed
            if let fault = SentLimits.fault(inName: name) { throw Self.fault(fault) }
            columns.append(name)
        }
        guard Set(columns).count == columns.count else { throw Self.fault("a name stands twice") }
        guard columns.count <= SentLimits.columns else {
            throw Self.fault("it names more than \(SentLimits.columns) columns")
        }
    }

    private static func fault(_ what: String) -> SentRowsFault {
        SentRowsFault(
            "The header line cannot be used: \(what).", at: "line 1",
            expected: "the names of the columns, each once")
    }

    /// Reads all rows.
    mutating func read() -> SentRows {
        var found = SentRows()
        var table = SentTable(columns: columns)
        var index = 0
        while true {
            skipBlankLines()
            guard place < bytes.count else { break }
            switch next() {
            case .cells(let cells):
                if let reason = reason(against: cells) {
                    found.refused.append(RefusedRow(index: index, reason: reason))
                } else {
                    table.rows.append(Array(cells.prefix(columns.count)))
                }
            case .broken(let reason):
                found.refused.append(RefusedRow(index: index, reason: reason))
            }
            index += 1
        }
        if !table.rows.isEmpty { found.tables = [table] }
        return found
    }

    private func reason(against cells: [ArraySlice<UInt8>]) -> String? {
        if cells.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
            return "has \(cells.count) cells, but the header \(columns.count)"
        }
        if cells.allSatisfy(\.isEmpty) { return "is empty" }
        for cell in cells {
            if let fault = SentLimits.fault(inCell: cell) { return fault }
            if !cell.isUTF8 { return "is not UTF-8" }
        }
        return nil
    }

    // MARK: - Lines and cells

    private enum Line {
        case cells([ArraySlice<UInt8>])
        case broken(String)
    }

    /// The cells of the line at `place`, which moves behind it. After a line that is broken reading
    /// goes on with the next line of text, so that a stray quote costs one row.
    private mutating func next() -> Line {
        let start = place
        var cells: [ArraySlice<UInt8>] = []
        while true {
            guard let cell = place < bytes.count && bytes[place] == .quote ? quoted() : plain()
            else {
                place = start
                place = min(lineEnd + 1, bytes.count)
                return .broken("has a quote that does not end, or text behind one that ends")
            }
            cells.append(cell)
            if place < bytes.count, bytes[place] == delimiter {
                place += 1
                continue
            }
            if place < bytes.count, bytes[place] == 0x0D { place += 1 }
            if place < bytes.count, bytes[place] == 0x0A { place += 1 }
            return .cells(cells)
        }
    }

    private mutating func plain() -> ArraySlice<UInt8>? {
        let start = place
        while place < bytes.count, bytes[place] != delimiter, !isLineEnd(bytes[place]) {
            place += 1
        }
        return bytes[start..<place]
    }

    /// `nil` where the quote does not end or something else than a delimiter or line end follows.
    private mutating func quoted() -> ArraySlice<UInt8>? {
        let start = place + 1
        place = start
        var text: [UInt8] = []
        var copied = start
        while let quote = bytes[place...].firstIndex(of: .quote) {
            place = quote + 1
            guard place < bytes.count, bytes[place] == .quote else {
                let isAtEnd =
                    place == bytes.count || bytes[place] == delimiter || isLineEnd(bytes[place])
                guard isAtEnd else { return nil }
                if copied == start { return bytes[start..<quote] }
                text += bytes[copied..<quote]
                return text[...]
            }
            text += bytes[copied...quote]
            place += 1
            copied = place
        }
        return nil
    }

    private mutating func skipBlankLines() {
        while place < bytes.count, isLineEnd(bytes[place]) { place += 1 }
    }

    /// The end of the line of text at `place`, whatever quotes say.
    private var lineEnd: Int { bytes[place...].firstIndex(of: 0x0A) ?? bytes.count }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func delimiter(of header: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in header {
            if byte == .quote { isQuoted.toggle() }
            if !isQuoted, let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
}

extension Collection<UInt8> {
    /// Whether these bytes are a text in UTF-8.
    var isUTF8: Bool {
        allSatisfy { $0 < 0x80 } || String(validating: self, as: UTF8.self) != nil
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
