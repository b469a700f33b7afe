import Values

/// A ZIP archive (PKWARE's APPNOTE 6.3): stored and deflated entries, ZIP64 sizes.
///
/// Only the central directory is trusted; what stands between the entries is not read, so that data
/// descriptors make no difference.
struct ZipArchive {
    let entries: [ZipEntry]
    private let file: SourceFile

    private static let pieceSize = 256 << 10

    /// Reads the central directory. Throws `.tooManyEntries` beyond the limit, `.damaged` where
    /// there is no such directory.
    init(_ file: SourceFile, limits: UnpackLimits) throws(ContainerFault) {
        self.file = file
        let end = try Self.directory(file)
        guard end.count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        guard end.size <= 64 << 20, end.offset <= file.size, end.size <= file.size - end.offset
        else { throw .damaged(entry: nil) }
        let bytes = end.size > 0 ? try file.exactly(end.size, at: end.offset) : []
        var entries: [ZipEntry] = []
        var place = 0
        for _ in 0..<end.count { entries.append(try ZipEntry(bytes, at: &place)) }
        self.entries = entries
    }

    private struct Directory {
        var count: Int
        var size: Int
        var offset: Int
    }

    /// Finds the end record of the directory, behind which a comment may stand.
    private static func directory(_ file: SourceFile) throws(ContainerFault) -> Directory {
        let start = max(0, file.size - 65_557)
        let tail = try file.bytes(at: start, count: file.size - start)
        for place in stride(from: tail.count - 22, through: 0, by: -1)
        where tail.number(at: place, bytes: 4) == 0x0605_4B50
            && place + 22 + tail.integer(at: place + 20, bytes: 2) <= tail.count
        {
            let directory = Directory(
                count: tail.integer(at: place + 10, bytes: 2),
                size: tail.integer(at: place + 12, bytes: 4),
                offset: tail.integer(at: place + 16, bytes: 4))
            // An archive split over several disks cannot be read.
            guard tail.integer(at: place + 4, bytes: 2) == tail.integer(at: place + 6, bytes: 2)
            else {
                throw .damaged(entry: nil)
            }
            let isLarge =
                directory.count == 0xFFFF || directory.size == 0xFFFF_FFFF
                || directory.offset == 0xFFFF_FFFF
            return isLarge ? try large(file, before: start + place) ?? directory : directory
        }
        throw .damaged(entry: nil)
    }

    /// The ZIP64 end record (APPNOTE 4.3.14), found by the locator before the plain one; `nil`
    /// without.
    private static func large(
        _ file: SourceFile, before place: Int
    ) throws(ContainerFault) -> Directory? {
        let locator = try file.bytes(at: place - 20, count: 20)
        guard locator.number(at: 0, bytes: 4) == 0x0706_4B50 else { return nil }
        let end = try file.exactly(56, at: locator.integer(at: 8, bytes: 8))
        guard end.number(at: 0, bytes: 4) == 0x0606_4B50 else { throw .damaged(entry: nil) }
        return Directory(
            count: end.integer(at: 32, bytes: 8), size: end.integer(at: 40, bytes: 8),
            offset: end.integer(at: 48, bytes: 8))
    }

    // MARK: - Entries

    /// Unpacks an entry piece by piece; throws `.damaged` where size or checksum differ.
    func unpack(
        _ entry: ZipEntry, _ meter: OutputMeter,
        to take: (ArraySlice<UInt8>) throws(ContainerFault) -> Void
    ) throws(ContainerFault) {
        guard !entry.isEncrypted else { throw .encrypted(entry: entry.name) }
        do throws(ContainerFault) {
            switch entry.method {
            case 0: try copy(entry, meter, to: take)
            case 8: try inflate(entry, meter, to: take)
            default: throw .unknownMethod(entry: entry.name)
            }
        } catch {
            throw error == .damaged(entry: nil) ? .damaged(entry: entry.name) : error
        }
    }

    /// Where the bytes of an entry begin: its local header has names of lengths of its own.
    private func start(of entry: ZipEntry) throws(ContainerFault) -> Int {
        guard entry.offset < file.size else { throw .damaged(entry: nil) }
        let head = try file.exactly(30, at: entry.offset)
        guard head.number(at: 0, bytes: 4) == 0x0403_4B50 else { throw .damaged(entry: nil) }
        let start =
            entry.offset + 30 + head.integer(at: 26, bytes: 2) + head.integer(at: 28, bytes: 2)
        guard start <= file.size, entry.packedSize <= file.size - start else {
            throw .damaged(entry: nil)
        }
        return start
    }

    private func copy(
        _ entry: ZipEntry, _ meter: OutputMeter,
        to take: (ArraySlice<UInt8>) throws(ContainerFault) -> Void
    ) throws(ContainerFault) {
        let start = try start(of: entry)
        var (done, checksum) = (0, UInt32(0))
        while done < entry.packedSize {
            let piece = try file.exactly(
                min(Self.pieceSize, entry.packedSize - done), at: start + done)
            done += piece.count
            checksum = Inflater.checksum(checksum, piece, count: piece.count)
            try meter.count(piece.count, total: done, packed: done)
            try take(piece[...])
        }
        guard done == entry.size, checksum == entry.checksum else { throw .damaged(entry: nil) }
    }

    private func inflate(
        _ entry: ZipEntry, _ meter: OutputMeter,
        to take: (ArraySlice<UInt8>) throws(ContainerFault) -> Void
    ) throws(ContainerFault) {
        let start = try start(of: entry)
        let inflater = try Inflater(isGzip: false)
        var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
        var (read, total, checksum, isAtEnd) = (0, 0, UInt32(0), false)
        while !isAtEnd {
            let piece = try file.bytes(
                at: start + read, count: min(Self.pieceSize, entry.packedSize - read))
            let step = try inflater.step(piece, from: 0, into: &buffer)
            guard step.read > 0 || step.written > 0 || step.isAtEnd else {
                throw .damaged(entry: nil)
            }
            read += step.read
            total += step.written
            isAtEnd = step.isAtEnd
            checksum = Inflater.checksum(checksum, buffer, count: step.written)
            try meter.count(step.written, total: total, packed: read)
            guard total <= entry.size else { throw .damaged(entry: nil) }
            try take(buffer[..<step.written])
        }
        guard total == entry.size, checksum == entry.checksum else { throw .damaged(entry: nil) }
    }

    /// A whole entry in memory; throws `.tooLarge` beyond `limit` bytes.
    func bytes(
        of entry: ZipEntry, _ meter: OutputMeter, limit: Int
    ) throws(ContainerFault) -> [UInt8] {
        var bytes: [UInt8] = []
        guard entry.size <= limit else { throw .tooLarge(limit: limit) }
        try unpack(entry, meter) { (piece) throws(ContainerFault) in bytes += piece }
        return bytes
    }
}
