/// Splits a `multipart/form-data` content that arrives in any portions (RFC 7578, RFC 2046 §5.1).
///
/// Holds back at most the preamble, one part header or one delimiter; everything else is passed on
/// at once.
struct MultipartParser {
    enum Event {
        case part(PartHeader)
        case data(ArraySlice<UInt8>)
        case end
    }

    private enum State {
        case preamble
        case afterDelimiter
        case header
        case data
        case epilogue
    }

    /// Bytes of one part's header.
    static let headerLimit = 8 * 1024
    /// Bytes before the first boundary, which are dropped.
    static let preambleLimit = 8 * 1024
    /// Lines of one part's header.
    static let headerLineLimit = 16

    private let search: DelimiterSearch
    private var state = State.preamble
    private var pending: [UInt8] = [.carriageReturn, .lineFeed]
    private var position = 0

    /// `boundary` as ``boundary(of:)`` gives it.
    init(boundary: [UInt8]) {
        // The line end before a boundary belongs to it. The first has none before it, which is
        // why `pending` begins with one.
        search = DelimiterSearch([.carriageReturn, .lineFeed, .hyphen, .hyphen] + boundary)
    }

    /// The boundary in a `Content-Type`: 1 to 70 of the characters RFC 2046 §5.1.1 allows.
    static func boundary(of contentType: FieldParameters) throws(Rejection) -> [UInt8] {
        guard let boundary = contentType["boundary"], (1...70).contains(boundary.count),
            boundary.last != .space,
            boundary.allSatisfy({
                $0.isLetter || $0.isDigit || "'()+_,-./:=? ".utf8.contains($0)
            })
        else { throw .malformedMultipart(.boundary) }
        return boundary
    }

    /// Parses the next bytes; hands the events to `receive` in order.
    mutating func parse(
        _ bytes: [UInt8], _ receive: (Event) throws(Rejection) -> Void
    ) throws(Rejection) {
        if position == pending.count {
            pending = bytes
        } else {
            pending.removeFirst(position)
            pending.append(contentsOf: bytes)
        }
        position = 0
        while try step(receive) {}
    }

    /// Call it when the content has ended; throws `truncated` where the final boundary is missing.
    func finish() throws(Rejection) {
        guard case .epilogue = state else { throw .malformedMultipart(.truncated) }
    }

    /// Takes one step; false where it needs more bytes.
    private mutating func step(
        _ receive: (Event) throws(Rejection) -> Void
    ) throws(Rejection) -> Bool {
        switch state {
        case .preamble: return try readPreamble()
        case .afterDelimiter: return try readDelimiterEnd()
        case .header: return try readHeader(receive)
        case .data: return try readData(receive)
        case .epilogue:
            position = pending.count
            return false
        }
    }

    private mutating func readPreamble() throws(Rejection) -> Bool {
        let found = search.firstIndex(in: pending, from: 0)
        guard found ?? pending.count <= Self.preambleLimit else {
            throw .malformedMultipart(.preamble)
        }
        guard let found else { return false }
        position = found + search.delimiter.count
        state = .afterDelimiter
        return true
    }

    /// After a boundary comes `--` at the very end, else blanks and a line end.
    private mutating func readDelimiterEnd() throws(Rejection) -> Bool {
        let rest = pending[position...]
        if rest.starts(with: "--".utf8) {
            state = .epilogue
            return true
        }
        if rest.count < 2, rest.allSatisfy({ $0 == .hyphen }) { return false }
        let padding = rest.prefix { $0.isBlank }
        let lineEnd = pending[padding.endIndex...].prefix(2)
        guard padding.count <= 64, [.carriageReturn, .lineFeed].starts(with: lineEnd) else {
            throw .malformedMultipart(.delimiter)
        }
        guard lineEnd.count == 2 else { return false }
        position = lineEnd.endIndex
        state = .header
        return true
    }

    private mutating func readHeader(
        _ receive: (Event) throws(Rejection) -> Void
    ) throws(Rejection) -> Bool {
        var lines: [HeaderFields.Line] = []
        var start = position
        while let lineFeed = pending[start...].firstIndex(of: .lineFeed) {
            guard lineFeed > start, pending[lineFeed - 1] == .carriageReturn,
                lineFeed - position <= Self.headerLimit, lines.count < Self.headerLineLimit
            else { throw .malformedMultipart(.partHeader) }
            let line = start..<(lineFeed - 1)
            start = lineFeed + 1
            if line.isEmpty {
                position = start
                state = .data
                try receive(.part(PartHeader(HeaderFields(wire: pending, lines: lines))))
                return true
            }
            guard let field = try? FieldLine.parse(pending, line) else {
                throw .malformedMultipart(.partHeader)
            }
            lines.append(field)
        }
        guard pending.count - position <= Self.headerLimit else {
            throw .malformedMultipart(.partHeader)
        }
        return false
    }

    private mutating func readData(
        _ receive: (Event) throws(Rejection) -> Void
    ) throws(Rejection) -> Bool {
        let found = search.firstIndex(in: pending, from: position)
        let end = found ?? pending.count - search.heldBack(in: pending, from: position)
        if end > position { try receive(.data(pending[position..<end])) }
        position = end
        guard found != nil else { return false }
        position += search.delimiter.count
        state = .afterDelimiter
        try receive(.end)
        return true
    }
}
