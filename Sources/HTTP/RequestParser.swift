/// Reads the head of one request after the other from bytes that arrive in any portions.
///
/// The parser keeps its position, so a head that arrives byte by byte is scanned once.
struct RequestParser {
    struct Limits: Sendable {
        var requestLine = 8 * 1024
        var fieldBytes = 32 * 1024
        var fieldCount = 100
        /// RFC 9112 §2.2 asks to ignore at least one empty line before a request.
        var emptyLines = 4
    }

    let limits: Limits
    private var lineStart = 0
    private var scanned = 0
    private var emptyLines = 0
    private var start: RequestLine?
    private var fieldsStart = 0
    private var lines: [HeaderFields.Line] = []

    /// A parser for a request that begins at `position` of the bytes it will be given.
    init(limits: Limits = Limits(), at position: Int = 0) {
        self.limits = limits
        lineStart = position
        scanned = position
    }

    /// The next head, once it is complete in `bytes`, and where it ends.
    ///
    /// The same bytes with more behind them have to be given again after nil.
    /// Complexity: O(bytes not seen before).
    mutating func parse(_ bytes: [UInt8]) throws(Rejection) -> (head: RequestHead, end: Int)? {
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

    /// A line ends with CR LF; a line feed alone is not taken for one, as an intermediary might
    /// take it for a byte of the line. A CR elsewhere is refused with the line's other bytes.
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
        self = RequestParser(limits: limits, at: scanned)
        return try RequestHead(start, fields)
    }
}

extension HeaderFields.Line {
    fileprivate mutating func shift(by offset: Int) {
        name = (name.lowerBound + offset)..<(name.upperBound + offset)
        value = (value.lowerBound + offset)..<(value.upperBound + offset)
    }
}
