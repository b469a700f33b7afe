import Values

/// Reads an answer in the format `RowBinary`: values one after the other, little endian, texts
/// behind their length.
struct RowBinary {
    private let bytes: [UInt8]
    /// The next byte to be read.
    var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all has been read.
    var isAtEnd: Bool { place >= bytes.count }

    private mutating func whole<Value: FixedWidthInteger>(
        _: Value.Type
    ) throws(SourceFault) -> Value {
        let size = Value.bitWidth / 8
        guard size <= bytes.count - place else { throw .garbled }
        var value: Value = 0
        for offset in 0..<size {
            value |= Value(truncatingIfNeeded: bytes[place + offset]) << Value(8 * offset)
        }
        place += size
        return value
    }

    mutating func uint64() throws(SourceFault) -> UInt64 { try whole(UInt64.self) }

    mutating func uint32() throws(SourceFault) -> UInt32 { try whole(UInt32.self) }

    mutating func int32() throws(SourceFault) -> Int32 { Int32(bitPattern: try uint32()) }

    mutating func double() throws(SourceFault) -> Double { Double(bitPattern: try uint64()) }

    /// A count, of which more than `Int.max` is no answer.
    mutating func count() throws(SourceFault) -> Int {
        guard let value = Int(exactly: try uint64()) else { throw .garbled }
        return value
    }

    /// Goes over bytes.
    mutating func skip(_ count: Int) throws(SourceFault) {
        guard count <= bytes.count - place else { throw .garbled }
        place += count
    }

    mutating func byte() throws(SourceFault) -> UInt8 { try whole(UInt8.self) }

    /// The bytes that `read` goes over.
    mutating func slice(
        _ read: (inout RowBinary) throws(SourceFault) -> Void
    ) throws(SourceFault) -> ArraySlice<UInt8> {
        let start = place
        try read(&self)
        return bytes[start..<place]
    }

    mutating func text() throws(SourceFault) -> String {
        let length = try length()
        guard length <= bytes.count - place else { throw .garbled }
        defer { place += length }
        return String(decoding: bytes[place..<place + length], as: UTF8.self)
    }

    /// Seven bits a byte, the lowest first; the high bit says that more follow.
    private mutating func length() throws(SourceFault) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 56, by: 7) {
            guard place < bytes.count else { throw .garbled }
            let byte = bytes[place]
            place += 1
            value |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
        }
        throw .garbled
    }
}
