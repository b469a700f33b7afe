/// Takes the chunked framing off a content that arrives in any portions (RFC 9112 §7.1).
///
/// Strict as the head: lines end with CR LF, sizes are hexadecimal digits and nothing else,
/// extensions are checked for control bytes and dropped, and so are trailer fields.
struct ChunkedDecoder {
    private enum State {
        case size
        case data(left: Int)
        case dataEnd
        case trailer
        case done
    }

    /// Bytes of a line: a chunk's size with its extensions, or a trailer field.
    static let lineLimit = 4096
    /// Bytes of all trailer fields together.
    static let trailerLimit = 16 * 1024

    private var state = State.size
    private var trailerBytes = 0

    /// Whether the last chunk and the trailer have been read.
    var isDone: Bool {
        if case .done = state { true } else { false }
    }

    /// Moves decoded bytes from `input`, starting at `position`, to the end of `output`, at most
    /// until the end of the content. Bytes that do not make a whole line yet stay where they are.
    mutating func decode(
        _ input: [UInt8], position: inout Int, into output: inout [UInt8]
    ) throws(Rejection) {
        while true {
            switch state {
            case .data(let left):
                let count = min(left, input.count - position)
                output.append(contentsOf: input[position..<(position + count)])
                position += count
                state = count == left ? .dataEnd : .data(left: left - count)
                if count < left { return }
            case .dataEnd:
                guard try Self.isLineEnd(input, &position) else { return }
                state = .size
            case .size:
                guard let line = try Self.line(input, &position) else { return }
                let size = try Self.size(input[line])
                state = size == 0 ? .trailer : .data(left: size)
            case .trailer:
                guard let line = try Self.line(input, &position) else { return }
                try readTrailer(input, line)
            case .done:
                return
            }
        }
    }

    private mutating func readTrailer(
        _ input: [UInt8], _ line: Range<Int>
    ) throws(Rejection) {
        if line.isEmpty {
            state = .done
            return
        }
        trailerBytes += line.count
        if trailerBytes > Self.trailerLimit { throw .fieldsTooLarge(limit: Self.trailerLimit) }
        _ = try FieldLine.parse(input, line)
    }

    /// Steps over the line end after a chunk's data; false while it has not arrived.
    private static func isLineEnd(
        _ input: [UInt8], _ position: inout Int
    ) throws(Rejection) -> Bool {
        let next = input[position...].prefix(2)
        guard [.carriageReturn, .lineFeed].starts(with: next) else { throw .malformedChunk }
        if next.count == 2 { position += 2 }
        return next.count == 2
    }

    /// Steps over a line and gives its bytes without the line end; nil while it is incomplete.
    private static func line(
        _ input: [UInt8], _ position: inout Int
    ) throws(Rejection) -> Range<Int>? {
        var index = position
        while index < input.count, input[index] != .lineFeed { index += 1 }
        guard index - position <= lineLimit else { throw .malformedChunk }
        guard index < input.count else { return nil }
        guard index > position, input[index - 1] == .carriageReturn else { throw .malformedChunk }
        defer { position = index + 1 }
        return position..<(index - 1)
    }

    /// At most 15 digits, so that no size overflows.
    private static func size(_ line: ArraySlice<UInt8>) throws(Rejection) -> Int {
        let digits = line.prefix { $0.hexDigitValue != nil }
        guard !digits.isEmpty, digits.count <= 15 else { throw .malformedChunk }
        let rest = line[digits.endIndex...]
        let startsExtension = rest.trimmingBlanks.first == UInt8(ascii: ";")
        guard rest.isEmpty || startsExtension && rest.allSatisfy(\.isFieldContent) else {
            throw .malformedChunk
        }
        return digits.reduce(0) { $0 << 4 | Int($1.hexDigitValue ?? 0) }
    }
}
