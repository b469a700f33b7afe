package import Values

/// Writes a ZIP archive (PKWARE's APPNOTE 6.3) to a file, entry by entry, in bounded memory.
///
/// Entries are deflated where the system has zlib, else stored. Names are UTF-8 and times the first
/// ones that the format can tell, so that the same contents give the same bytes. Sizes and places
/// beyond 32 bits are written as ZIP64. The file appears under its name when the archive is
/// complete, and not at all where that fails.
///
///     let zip = try ZipWriter(replacing: path)
///     try zip.begin("a.csv")
///     try zip.write(bytes)
///     try zip.finish()
package final class ZipWriter {
    private let output: ZipOutput
    private let deflater: Deflater?
    private var records: [ZipRecord] = []
    private var current: ZipRecord?
    /// Sizes and places from here on need ZIP64.
    private let largeFrom: Int

    /// Bytes that an entry can have for which `begin` was not told otherwise.
    package static let plainLimit = 0xFFFF_FFFE

    /// Begins an archive; throws `.system` where the file cannot be made.
    package convenience init(replacing path: String) throws(ContainerFault) {
        try self.init(replacing: path, largeFrom: Self.plainLimit + 1)
    }

    /// - Parameter largeFrom: at most 2^32 - 1, which the format wants; tests take less.
    init(
        replacing path: String, largeFrom: Int, deflater: Deflater? = Deflater()
    ) throws(ContainerFault) {
        output = try ZipOutput(replacing: path)
        self.largeFrom = largeFrom
        self.deflater = deflater
    }

    /// Begins an entry and ends the one before.
    ///
    /// - Parameters:
    ///   - name: its path within the archive, with `/` between the parts; at most 65,535 bytes.
    ///   - bytes: how many are to come, where that is known; without it at most `plainLimit`.
    package func begin(_ name: String, bytes: Int = 0) throws(ContainerFault) {
        try end()
        guard name.utf8.count <= 0xFFFF else { throw .unsafeName(name) }
        // Bytes that cannot be packed grow by 5 for every 16 KiB.
        let isLarge = bytes + bytes / 1_000 + 64 >= largeFrom
        let record = ZipRecord(
            name: name, isDeflated: deflater != nil, isLarge: isLarge, offset: output.count)
        try deflater?.restart()
        try output.write(record.localHeader)
        current = record
    }

    /// Adds bytes to the entry begun last; throws `.tooLarge` beyond what `begin` was told.
    package func write(_ bytes: [UInt8]) throws(ContainerFault) {
        guard var record = current, !bytes.isEmpty else { return }
        record.checksum = Inflater.checksum(record.checksum, bytes, count: bytes.count)
        record.size += bytes.count
        current = record
        if deflater != nil {
            try pack(bytes, isLast: false)
        } else {
            try store(bytes[...])
        }
    }

    /// Writes the directory; on return the archive is on the disk under its name.
    package func finish() throws(ContainerFault) {
        try end()
        let start = output.count
        for record in records { try output.write(record.directoryEntry(largeFrom: largeFrom)) }
        let directory = ZipDirectory(
            count: records.count, size: output.count - start, offset: start, largeFrom: largeFrom)
        try output.write(directory.bytes)
        try output.place()
    }

    private func end() throws(ContainerFault) {
        guard current != nil else { return }
        if deflater != nil { try pack([], isLast: true) }
        guard let record = current else { return }
        try output.write(record.descriptor)
        records.append(record)
        current = nil
    }

    private func pack(_ bytes: [UInt8], isLast: Bool) throws(ContainerFault) {
        try deflater?.deflate(bytes, isLast: isLast) { (piece) throws(ContainerFault) in
            try store(piece)
        }
    }

    private func store(_ piece: ArraySlice<UInt8>) throws(ContainerFault) {
        guard var record = current else { return }
        record.packedSize += piece.count
        current = record
        guard record.isLarge || max(record.size, record.packedSize) < largeFrom else {
            throw .tooLarge(limit: largeFrom - 1)
        }
        try output.write(piece)
    }
}

/// The bytes of an archive on their way to its file.
private final class ZipOutput {
    private var file: DurableFile?
    private var buffer: [UInt8] = []
    private(set) var count = 0

    private static let portion = 256 << 10

    init(replacing path: String) throws(ContainerFault) {
        do { file = try DurableFile(replacing: path) } catch { throw .system(errno: error.errno) }
    }

    func write(_ bytes: some Collection<UInt8>) throws(ContainerFault) {
        buffer += bytes
        count += bytes.count
        if buffer.count >= Self.portion { try flush() }
    }

    func place() throws(ContainerFault) {
        try flush()
        do { try file.take()?.place() } catch { throw .system(errno: error.errno) }
    }

    private func flush() throws(ContainerFault) {
        do { try file?.write(buffer) } catch { throw .system(errno: error.errno) }
        buffer.removeAll(keepingCapacity: true)
    }
}
