/// One field of a protobuf message.
struct ProtobufField {
    enum Content {
        case varint(UInt64)
        case fixed32(UInt32)
        case fixed64(UInt64)

        /// Where text, bytes, a message or packed numbers lie.
        case bytes(Range<Int>)
    }

    let number: UInt64
    let content: Content
}

/// Bytes that are no protobuf message.
struct ProtobufFault: Error {
    let offset: Int
}

/// Reads the fields of a message one after the other, without copying their contents.
///
/// Refused are the wire types that ONNX does not use (3, 4, 6, 7), field number 0, varints of more
/// than 10 bytes and lengths beyond the message.
struct ProtobufReader {
    let bytes: [UInt8]
    private var position: Int
    private let end: Int

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next field, or nil at the end of the message.
    mutating func next() throws(ProtobufFault) -> ProtobufField? {
        guard position < end else { return nil }
        let start = position
        let key = try varint()
        guard key >> 3 != 0 else { throw ProtobufFault(offset: start) }
        let content: ProtobufField.Content
        switch key & 7 {
        case 0: content = .varint(try varint())
        case 1: content = .fixed64(try fixed(8))
        case 2:
            guard let length = Int(exactly: try varint()) else {
                throw ProtobufFault(offset: start)
            }
            content = .bytes(try take(length))
        case 5: content = .fixed32(UInt32(truncatingIfNeeded: try fixed(4)))
        default: throw ProtobufFault(offset: start)
        }
        return ProtobufField(number: key >> 3, content: content)
    }

    /// The next variable-length number.
    mutating func varint() throws(ProtobufFault) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let byte = bytes[try take(1).lowerBound]
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw ProtobufFault(offset: position)
    }

    private mutating func fixed(_ count: Int) throws(ProtobufFault) -> UInt64 {
        bytes[try take(count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func take(_ count: Int) throws(ProtobufFault) -> Range<Int> {
        guard count <= end - position else { throw ProtobufFault(offset: position) }
        defer { position += count }
        return position..<position + count
    }
}
