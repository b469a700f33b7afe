/// Appends numbers and texts to bytes, little-endian.
struct BinaryWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    mutating func count(_ value: Int) { number(UInt64(clamping: value)) }

    mutating func data(_ data: [UInt8]) {
        count(data.count)
        bytes += data
    }

    mutating func text(_ text: String) { data(Array(text.utf8)) }
}

/// Takes the same from bytes, which may be anything.
struct BinaryReader {
    /// They end early or hold a number that cannot be.
    struct Malformed: Error {}

    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    var isAtEnd: Bool { place == bytes.endIndex }

    mutating func number() throws(Malformed) -> UInt64 {
        guard bytes.endIndex - place >= 8 else { throw Malformed() }
        defer { place += 8 }
        return (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) }
    }

    mutating func count() throws(Malformed) -> Int {
        guard let value = Int(exactly: try number()) else { throw Malformed() }
        return value
    }

    mutating func data() throws(Malformed) -> [UInt8] {
        let count = try count()
        guard bytes.endIndex - place >= count else { throw Malformed() }
        defer { place += count }
        return Array(bytes[place..<(place + count)])
    }

    mutating func text() throws(Malformed) -> String {
        guard let text = String(validating: try data(), as: UTF8.self) else { throw Malformed() }
        return text
    }

    /// So many elements; the number is not believed before they are there.
    mutating func several<Element>(
        _ element: (inout BinaryReader) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        let count = try count()
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }
}
