/// Writes the fields of a protobuf message, in the order of the calls: in ascending order of field
/// numbers the same values give the same bytes.
struct ProtobufWriter {
    private(set) var bytes: [UInt8] = []

    /// A whole number; negative ones as their 64-bit two's complement.
    mutating func write(_ field: UInt64, _ number: Int64) {
        varint(field << 3)
        varint(UInt64(bitPattern: number))
    }

    /// A 32-bit float.
    mutating func write(_ field: UInt64, float number: Float) {
        varint(field << 3 | 5)
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
        }
    }

    mutating func write(_ field: UInt64, _ text: String) {
        write(field, Array(text.utf8))
    }

    mutating func write(_ field: UInt64, _ content: [UInt8]) {
        varint(field << 3 | 2)
        varint(UInt64(content.count))
        bytes += content
    }

    /// A message, which `fill` writes.
    mutating func write(_ field: UInt64, _ fill: (inout ProtobufWriter) -> Void) {
        var message = ProtobufWriter()
        fill(&message)
        write(field, message.bytes)
    }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
