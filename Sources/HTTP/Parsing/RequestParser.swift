/// Reads the head of one request after the other from bytes that arrive in any portions.
///
/// The parser keeps its position, so a head that arrives byte by byte is scanned once.
struct RequestParser {
    /// All in bytes but the counts.
    struct Limits: Sendable {
        var requestLine = 8 * 1024
        var fieldLine = 8 * 1024
        var fieldBytes = 32 * 1024
        var fieldCount = 100
        /// RFC 9112 §2.2 asks to ignore at least one empty line before a request.
        var emptyLines = 4
    }

    let limits: Limits
    private var begin = 0
    private var lineStart = 0
    private var scanned = 0
    private var emptyLines = 0
    private var start: RequestLine?
    private var fieldsStart = 0
    private var lines: [HeaderFields.Line] = []
    private var known: KnownHead?

    /// A parser for a request that begins at the first of the bytes it will be given.
    init(limits: Limits = Limits()) { self.limits = limits }

    /// Makes ready for a request that begins at `position` of the bytes that will be given.
    mutating func restart(at position: Int) {
        begin = position
        lineStart = position
        scanned = position
        emptyLines = 0
        start = nil
        lines.removeAll(keepingCapacity: true)
    }

    /// The next head, once it is complete in `bytes`, and where it ends.
    ///
    /// After nil, call again with the same bytes and more behind them.
    ///
    /// - Complexity: O(bytes not seen before).
    mutating func parse(_ bytes: [UInt8]) throws(Rejection) -> (head: RequestHead, end: Int)? {
        if scanned == begin, let known, known.isFound(in: bytes, at: begin) {
            scanned = begin + known.bytes.count
            return (known.head, scanned)
        }
        while let lineFeed = nextLineFeed(bytes) {
            let line = try lineBefore(lineFeed, bytes)
            scanned = lineFeed + 1
            lineStart = scanned
            if let start {
                if line.isEmpty { return (try finish(start, bytes), scanned) }
                if lines.count == limits.fieldCount {
                    throw .tooManyFields(limit: limits.fieldCount)
                }
                lines.append(try FieldLine.parse(bytes, line))
            } else if line.isEmpty {
                emptyLines += 1
                if emptyLines > limits.emptyLines { throw .malformedRequestLine }
            } else {
                start = try RequestLine(bytes[line])
                fieldsStart = scanned
            }
        }
        try checkLength(upTo: scanned, bytes)
        return nil
    }

    private mutating func nextLineFeed(_ bytes: [UInt8]) -> Int? {
        var index = scanned
        while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
        scanned = index
        return index < bytes.count ? index : nil
    }

    /// A line ends with CR LF. A line feed alone is refused, as an intermediary might take it for a
    /// byte of the line; so is a CR elsewhere, with the line's other bytes.
    private func lineBefore(_ lineFeed: Int, _ bytes: [UInt8]) throws(Rejection) -> Range<Int> {
        try checkLength(upTo: lineFeed, bytes)
        guard lineFeed > lineStart, bytes[lineFeed - 1] == .carriageReturn else {
            throw start == nil ? .malformedRequestLine : .malformedField
        }
        return lineStart..<(lineFeed - 1)
    }

    private func checkLength(upTo end: Int, _ bytes: [UInt8]) throws(Rejection) {
        if start != nil {
            if end - fieldsStart > limits.fieldBytes {
                throw .fieldsTooLarge(limit: limits.fieldBytes)
            }
            if end - lineStart > limits.fieldLine { throw .fieldTooLong(limit: limits.fieldLine) }
        } else if end - lineStart > limits.requestLine {
            // Only the target may be long (RFC 9112 §3): a line without a space has none.
            let hasTarget = bytes[lineStart..<end].prefix(64).contains(.space)
            throw hasTarget ? .targetTooLong(limit: limits.requestLine) : .malformedRequestLine
        }
    }

    private mutating func finish(
        _ start: RequestLine, _ bytes: [UInt8]
    ) throws(Rejection) -> RequestHead {
        for index in lines.indices { lines[index].shift(by: -fieldsStart) }
        let fields = HeaderFields(wire: Array(bytes[fieldsStart..<scanned]), lines: lines)
        let head = try RequestHead(start, fields)
        known = KnownHead(bytes: bytes[begin..<scanned], head)
        restart(at: scanned)
        return head
    }
}

/// The last head with its bytes: a page that refreshes itself sends the same again and again, and a
/// head depends on its bytes alone.
private struct KnownHead: Sendable {
    /// In bytes. Longer heads are not kept, as there may be many connections.
    private static let limit = 2048

    let bytes: [UInt8]
    let head: RequestHead

    init?(bytes: ArraySlice<UInt8>, _ head: RequestHead) {
        guard bytes.count <= Self.limit else { return nil }
        self.bytes = Array(bytes)
        self.head = head
    }

    func isFound(in other: [UInt8], at start: Int) -> Bool {
        guard other.count - start >= bytes.count else { return false }
        for index in bytes.indices where other[start + index] != bytes[index] { return false }
        return true
    }
}

extension HeaderFields.Line {
    fileprivate mutating func shift(by offset: Int) {
        name = (name.lowerBound + offset)..<(name.upperBound + offset)
        value = (value.lowerBound + offset)..<(value.upperBound + offset)
    }
}
