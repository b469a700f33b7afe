/// What an archive says of an entry that is being written, before, behind and in its directory.
struct ZipRecord {
    var name: String
    var isDeflated: Bool
    /// Its sizes have 64 bits where they stand with its contents.
    var isLarge: Bool
    /// Where its local header begins.
    var offset: Int
    var checksum: UInt32 = 0
    var packedSize = 0
    var size = 0

    /// Sizes follow the contents (bit 3), names are UTF-8 (bit 11).
    private static let flags = 0x0808
    /// 1 January 1980, midnight.
    private static let (time, date) = (0, 0x0021)
    private static let saturated = 0xFFFF_FFFF

    private var method: Int { isDeflated ? 8 : 0 }

    private var nameBytes: [UInt8] { Array(name.utf8) }

    /// What stands before the contents (APPNOTE 4.3.7).
    var localHeader: [UInt8] {
        var bytes = LittleEndian()
        bytes.append(0x0403_4B50, 4)
        bytes.append(isLarge ? 45 : 20, 2)
        appendMethod(to: &bytes)
        bytes.append(0, 4)
        bytes.append(isLarge ? Self.saturated : 0, 4)
        bytes.append(isLarge ? Self.saturated : 0, 4)
        bytes.append(nameBytes.count, 2)
        bytes.append(isLarge ? 20 : 0, 2)
        bytes.append(nameBytes)
        if isLarge { Self.appendExtra([0, 0], to: &bytes) }
        return bytes.bytes
    }

    /// What stands behind the contents (APPNOTE 4.3.9).
    var descriptor: [UInt8] {
        var bytes = LittleEndian()
        bytes.append(0x0807_4B50, 4)
        bytes.append(Int(checksum), 4)
        bytes.append(packedSize, isLarge ? 8 : 4)
        bytes.append(size, isLarge ? 8 : 4)
        return bytes.bytes
    }

    /// The entry of the directory (APPNOTE 4.3.12).
    func directoryEntry(largeFrom: Int) -> [UInt8] {
        let large = [size, packedSize, offset].filter { $0 >= largeFrom }
        let field = { (value: Int) in value >= largeFrom ? Self.saturated : value }
        var bytes = LittleEndian()
        bytes.append(0x0201_4B50, 4)
        // Made on Unix, whose permissions stand further down.
        bytes.append(3 << 8 | 45, 2)
        bytes.append(isLarge || !large.isEmpty ? 45 : 20, 2)
        appendMethod(to: &bytes)
        bytes.append(Int(checksum), 4)
        bytes.append(field(packedSize), 4)
        bytes.append(field(size), 4)
        bytes.append(nameBytes.count, 2)
        bytes.append(large.isEmpty ? 0 : 4 + 8 * large.count, 2)
        // No comment, the first disk, no attributes of texts.
        bytes.append(0, 6)
        bytes.append(0o100_644 << 16, 4)
        bytes.append(field(offset), 4)
        bytes.append(nameBytes)
        if !large.isEmpty { Self.appendExtra(large, to: &bytes) }
        return bytes.bytes
    }

    private func appendMethod(to bytes: inout LittleEndian) {
        bytes.append(Self.flags, 2)
        bytes.append(method, 2)
        bytes.append(Self.time, 2)
        bytes.append(Self.date, 2)
    }

    /// The ZIP64 field of an entry (APPNOTE 4.5.3).
    private static func appendExtra(_ values: [Int], to bytes: inout LittleEndian) {
        bytes.append(1, 2)
        bytes.append(8 * values.count, 2)
        for value in values { bytes.append(value, 8) }
    }
}

/// The end of an archive, by which readers find its directory.
struct ZipDirectory {
    /// Entries.
    var count: Int
    /// Bytes of all entries of the directory.
    var size: Int
    var offset: Int
    var largeFrom: Int

    /// The end record (APPNOTE 4.3.16), where needed behind those of ZIP64 (4.3.14 and 15).
    var bytes: [UInt8] {
        var bytes = LittleEndian()
        let isLarge = count >= 0xFFFF || size >= largeFrom || offset >= largeFrom
        if isLarge { appendLarge(to: &bytes) }
        bytes.append(0x0605_4B50, 4)
        bytes.append(0, 4)
        bytes.append(isLarge ? 0xFFFF : count, 2)
        bytes.append(isLarge ? 0xFFFF : count, 2)
        bytes.append(isLarge ? 0xFFFF_FFFF : size, 4)
        bytes.append(isLarge ? 0xFFFF_FFFF : offset, 4)
        bytes.append(0, 2)
        return bytes.bytes
    }

    private func appendLarge(to bytes: inout LittleEndian) {
        bytes.append(0x0606_4B50, 4)
        bytes.append(44, 8)
        bytes.append(3 << 8 | 45, 2)
        bytes.append(45, 2)
        bytes.append(0, 8)
        for value in [count, count, size, offset] { bytes.append(value, 8) }
        bytes.append(0x0706_4B50, 4)
        bytes.append(0, 4)
        bytes.append(offset + size, 8)
        bytes.append(1, 4)
    }
}

/// Numbers as bytes, the lowest first.
struct LittleEndian {
    private(set) var bytes: [UInt8] = []

    /// Appends the lowest `count` bytes of a number.
    mutating func append(_ value: Int, _ count: Int) {
        for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }

    mutating func append(_ more: [UInt8]) { bytes += more }
}
