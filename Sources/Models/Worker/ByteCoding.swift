/// Appends values to bytes, little-endian, without alignment.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write<Value: FixedWidthInteger>(_ value: Value) {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func write(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    mutating func write(_ text: String) {
        write(UInt32(truncatingIfNeeded: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(raw content: [UInt8]) {
        write(UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    mutating func write<Element>(list: [Element], _ body: (inout ByteWriter, Element) -> Void) {
        write(UInt32(truncatingIfNeeded: list.count))
        for element in list { body(&self, element) }
    }

    /// Plain numbers, copied as they lie in memory: both ends are the same program.
    mutating func write<Element: BitwiseCopyable>(numbers: [Element]) {
        write(UInt64(numbers.count))
        bytes.reserveCapacity(bytes.count + MemoryLayout<Element>.stride * numbers.count + 64)
        unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}

/// Bytes that do not hold what they should.
struct MalformedBytes: Error {}

/// Reads values that a `ByteWriter` wrote, and trusts none of them: a length beyond the bytes that
/// are left throws before anything is allocated.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - position }

    /// The next `count` bytes' range, stepped over.
    private mutating func take(_ count: Int) throws -> Range<Int> {
        guard count >= 0, count <= remaining else { throw MalformedBytes() }
        defer { position += count }
        return position..<position + count
    }

    /// A count of elements of at least `size` bytes each that can still follow.
    private mutating func count<Count: FixedWidthInteger>(
        _ type: Count.Type, elementSize size: Int
    ) throws -> Int {
        guard let count = Int(exactly: try read(type)), count <= remaining / size else {
            throw MalformedBytes()
        }
        return count
    }

    mutating func read<Value: FixedWidthInteger>(
        _ type: Value.Type = Value.self
    ) throws -> Value {
        let range = try take(MemoryLayout<Value>.size)
        let value = unsafe bytes.withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Value.self)
        }
        return Value(littleEndian: value)
    }

    mutating func readFlag() throws -> Bool {
        try read(UInt8.self) != 0
    }

    mutating func readText() throws -> String {
        let range = try take(try count(UInt32.self, elementSize: 1))
        return String(decoding: bytes[range], as: UTF8.self)
    }

    mutating func readRaw() throws -> [UInt8] {
        Array(bytes[try take(try count(UInt64.self, elementSize: 1))])
    }

    mutating func readList<Element>(
        _ body: (inout ByteReader) throws -> Element
    ) throws -> [Element] {
        let count = try count(UInt32.self, elementSize: 1)
        var list: [Element] = []
        for _ in 0..<count { list.append(try body(&self)) }
        return list
    }

    mutating func readNumbers<Element: BitwiseCopyable>(
        _ type: Element.Type = Element.self
    ) throws -> [Element] {
        let size = MemoryLayout<Element>.stride
        let count = try count(UInt64.self, elementSize: size)
        let range = try take(count * size)
        return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe bytes.withUnsafeBytes {
                unsafe UnsafeMutableRawBufferPointer(buffer).copyBytes(from: $0[range])
            }
            initialized = count
        }
    }
}
