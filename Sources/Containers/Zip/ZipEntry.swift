import Values

/// An entry of an archive, as the central directory describes it.
struct ZipEntry: Sendable, Hashable {
    /// Its path within the archive, with `/` between the parts.
    var name: String
    var method: Int
    var isEncrypted: Bool
    /// Neither a plain file nor a folder: a link, a device.
    var isSpecial: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its local header begins.
    var offset: Int

    var isFolder: Bool { name.hasSuffix("/") }

    /// Throws `.unsafeName` where the name leads out of the target folder or holds control
    /// characters.
    func checkName() throws(ContainerFault) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isDrive = name.dropFirst().first == ":" && name.first?.isLetter == true
        guard !name.isEmpty, !name.hasPrefix("/"), !isDrive, !parts.contains(".."),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 })
        else { throw .unsafeName(name) }
    }
}

extension ZipEntry {
    /// Reads the entry at `place` (APPNOTE 4.3.12) and moves `place` behind it.
    init(_ bytes: [UInt8], at place: inout Int) throws(ContainerFault) {
        guard bytes.number(at: place, bytes: 4) == 0x0201_4B50, place + 46 <= bytes.count else {
            throw .damaged(entry: nil)
        }
        let flags = bytes.integer(at: place + 8, bytes: 2)
        let lengths = [28, 30, 32].map { bytes.integer(at: place + $0, bytes: 2) }
        let end = place + 46 + lengths[0] + lengths[1] + lengths[2]
        guard end <= bytes.count else { throw .damaged(entry: nil) }
        let written = Array(bytes[(place + 46)..<(place + 46 + lengths[0])])
        let extra = Array(bytes[(place + 46 + lengths[0])..<(end - lengths[2])])
        name = ZipName.text(written, isUTF8: flags & 0x800 != 0, extra: extra)
        method = bytes.integer(at: place + 10, bytes: 2)
        isEncrypted = flags & 0x41 != 0 || method == 99
        let madeBy = bytes.integer(at: place + 5, bytes: 1)
        let mode = bytes.integer(at: place + 40, bytes: 2)
        // 3 is Unix, 19 macOS: there the file type stands above the permissions.
        isSpecial =
            [3, 19].contains(madeBy) && mode & 0xF000 != 0
            && ![0x8000, 0x4000].contains(mode & 0xF000)
        checksum = UInt32(truncatingIfNeeded: bytes.number(at: place + 16, bytes: 4))
        packedSize = bytes.integer(at: place + 20, bytes: 4)
        size = bytes.integer(at: place + 24, bytes: 4)
        offset = bytes.integer(at: place + 42, bytes: 4)
        readLargeNumbers(extra)
        place = end
    }

    /// Sizes and offsets beyond 32 bits stand in an extra field (APPNOTE 4.5.3).
    private mutating func readLargeNumbers(_ extra: [UInt8]) {
        var place = 0
        while place + 4 <= extra.count {
            let length = extra.integer(at: place + 2, bytes: 2)
            defer { place += 4 + length }
            guard extra.number(at: place, bytes: 2) == 1 else { continue }
            var field = place + 4
            for path in [\Self.size, \Self.packedSize, \Self.offset]
            where self[keyPath: path] == 0xFFFF_FFFF
                && field + 8 <= min(extra.count, place + 4 + length)
            {
                self[keyPath: path] = extra.integer(at: field, bytes: 8)
                field += 8
            }
        }
    }
}
