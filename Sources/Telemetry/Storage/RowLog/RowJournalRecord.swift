import Values

/// Bytes that belong at a place of a file.
struct RowWrite: Sendable, Hashable {
    var set: String
    /// The file's name in the folder of the set.
    var file: String
    /// The inode number of the file; `nil` for one that is still to be made of these bytes.
    var inode: UInt64?
    var offset: Int
    var bytes: [UInt8]
}

/// A file that rows are appended to.
struct OpenRowFile: Sendable, Hashable {
    var set: String
    var stream: String
    var file: String
    var inode: UInt64
    var size: Int
    var columns: [String]
}

/// An entry of the journal.
enum RowJournalRecord: Sendable, Hashable {
    /// What stood in memory when the journal was begun: all earlier writes are on disk.
    case start(keys: [KeyedBatch], files: [OpenRowFile])
    /// Batches that were taken together.
    case group(writes: [RowWrite], keys: [KeyedBatch], files: [OpenRowFile])

    var bytes: [UInt8] {
        var writer = BinaryWriter()
        switch self {
        case .start(let keys, let files):
            writer.count(0)
            Self.write(keys, files, to: &writer)
        case .group(let writes, let keys, let files):
            writer.count(1)
            Self.write(keys, files, to: &writer)
            writer.count(writes.count)
            for write in writes {
                writer.text(write.set)
                writer.text(write.file)
                writer.number(write.inode ?? 0)
                writer.count(write.offset)
                writer.data(write.bytes)
            }
        }
        return writer.bytes
    }

    private static func write(
        _ keys: [KeyedBatch], _ files: [OpenRowFile], to writer: inout BinaryWriter
    ) {
        writer.count(keys.count)
        for batch in keys {
            writer.number(batch.key.high)
            writer.number(batch.key.low)
            writer.number(batch.digest)
            writer.count(batch.taken)
        }
        writer.count(files.count)
        for file in files {
            writer.text(file.set)
            writer.text(file.stream)
            writer.text(file.file)
            writer.number(file.inode)
            writer.count(file.size)
            writer.count(file.columns.count)
            for column in file.columns { writer.text(column) }
        }
    }

    init(_ bytes: ArraySlice<UInt8>) throws(BinaryReader.Malformed) {
        var reader = BinaryReader(bytes)
        let kind = try reader.number()
        let keys = try reader.several { (reader) throws(BinaryReader.Malformed) in
            KeyedBatch(
                key: BatchKey(high: try reader.number(), low: try reader.number()),
                digest: try reader.number(), taken: try reader.count())
        }
        let files = try reader.several { (reader) throws(BinaryReader.Malformed) in
            OpenRowFile(
                set: try reader.text(), stream: try reader.text(), file: try reader.text(),
                inode: try reader.number(), size: try reader.count(),
                columns: try reader.several { (reader) throws(BinaryReader.Malformed) in
                    try reader.text()
                })
        }
        switch kind {
        case 0: self = .start(keys: keys, files: files)
        case 1:
            let writes = try reader.several { (reader) throws(BinaryReader.Malformed) in
                let (set, file) = (try reader.text(), try reader.text())
                let inode = try reader.number()
                return RowWrite(
                    set: set, file: file, inode: inode == 0 ? nil : inode,
                    offset: try reader.count(), bytes: try reader.data())
            }
            self = .group(writes: writes, keys: keys, files: files)
        default: throw BinaryReader.Malformed()
        }
        guard reader.isAtEnd else { throw BinaryReader.Malformed() }
    }
}

/// The frames of a journal: length, checksum, record, one after the other behind a mark.
enum RowJournalFrames {
    static let mark = Array("PerfRows1\n".utf8)

    static func frame(_ record: RowJournalRecord) -> [UInt8] {
        let bytes = record.bytes
        var head = BinaryWriter()
        head.count(bytes.count)
        head.number(ContentHash.value(of: bytes))
        return head.bytes + bytes
    }

    /// The records of a journal up to the first that is cut off or damaged, and their bytes.
    static func records(in bytes: [UInt8]) -> [RowJournalRecord] {
        guard bytes.starts(with: mark) else { return [] }
        var records: [RowJournalRecord] = []
        var rest = bytes[mark.count...]
        while let record = next(&rest) { records.append(record) }
        return records
    }

    private static func next(_ rest: inout ArraySlice<UInt8>) -> RowJournalRecord? {
        var head = BinaryReader(rest.prefix(16))
        guard let length = try? head.count(), let sum = try? head.number(),
            rest.count - 16 >= length
        else { return nil }
        let body = rest.dropFirst(16).prefix(length)
        guard ContentHash.value(of: Array(body)) == sum, let record = try? RowJournalRecord(body)
        else { return nil }
        rest = rest.dropFirst(16 + length)
        return record
    }
}
