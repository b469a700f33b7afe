import Foundation
import Values

/// What a row log knows and does under its lock: files, keys, and the journal.
///
/// A redo log: a group of batches is first written to the journal, with the place where each byte
/// belongs, and is safe once that is flushed. Then the bytes are written to their files, which are
/// flushed only when the journal is begun anew. After a crash the journal tells what may be missing
/// in the files.
struct RowLogState: Sendable {
    let folder: DatasetFolder
    let options: RowLogOptions
    var keys: BatchKeys
    /// The file that rows of a stream of a set go to next.
    var files: [Stream: OpenRowFile] = [:]
    /// Files written to since the journal was begun.
    var unflushed: Set<String> = []
    /// Bytes of the journal that count; `nil` where there is none yet.
    var journalSize: Int?
    /// Whether a failed write could not be taken back.
    var isBroken = false

    struct Stream: Sendable, Hashable {
        var set: String
        var name: String
    }

    init(_ folder: DatasetFolder, _ options: RowLogOptions) {
        self.folder = folder
        self.options = options
        keys = BatchKeys(limit: options.keyLimit)
    }

    var directory: String { folder.root.appendingPathComponent("ingest").path }
    var journal: String { directory + "/journal" }

    func path(_ file: String, in set: String) -> String {
        folder.folder(of: set).path + "/" + file
    }

    /// Whether nobody else has touched the file: a person may replace or edit it, and then it is
    /// left alone.
    func isUnchanged(_ file: OpenRowFile) -> Bool {
        let status = FileSystem.status(path(file.file, in: file.set))
        return status?.signature.inode == file.inode && status?.signature.size == file.size
    }

    /// Makes sure that there is a journal, and that what an earlier one tells of is done.
    mutating func prepare() throws(StorageError) {
        guard journalSize == nil else { return }
        if FileSystem.status(journal) != nil { try recover() } else { try begin() }
    }

    // MARK: - Writing a group

    /// Writes what was planned: afterwards all of it is on disk, or the state is the old one.
    mutating func commit(_ plan: RowPlan) throws(StorageError) {
        guard !plan.isEmpty, let size = journalSize else { return }
        do {
            try options.beforeStep(.journal)
            let frame = RowJournalFrames.frame(plan.record)
            let file = try AppendFile(journal)
            try file.write(frame, at: size)
            try options.beforeStep(.flush)
            try file.flush()
            journalSize = size + frame.count
            try write(plan)
        } catch {
            takeBack(plan, journalSize: size)
            throw error
        }
        for batch in plan.keys { keys.add(batch) }
        let isLong = (journalSize ?? 0) > options.journalLimit
        // What fails here is tried again after a later group; the old journal stays good.
        if plan.makesFiles || isLong { try? begin() }
    }

    /// Writes the bytes of a plan that is safe in the journal to their files.
    private mutating func write(_ plan: RowPlan) throws(StorageError) {
        for (number, write) in plan.writes.enumerated() {
            try options.beforeStep(.file(number))
            let path = path(write.file, in: write.set)
            var open = plan.files[number]
            let stream = Stream(set: open.set, name: open.stream)
            if write.inode == nil {
                if let earlier = files[stream] { copyCorrection(of: earlier, to: path) }
                open.inode = try make(path, write.bytes)
            } else {
                let file = try AppendFile(path)
                try file.write(write.bytes, at: write.offset)
                unflushed.insert(path)
            }
            open.size = write.offset + write.bytes.count
            files[stream] = open
        }
    }

    /// What a person said about a file is true of the one that follows it. Where that cannot be
    /// written it can be said again.
    private func copyCorrection(of earlier: OpenRowFile, to path: String) {
        let source = self.path(earlier.file, in: earlier.set) + ".schema.json"
        guard let bytes = try? FileSystem.bytes(source) else { return }
        try? DurableFile.replace(path + ".schema.json", with: Array(bytes))
    }

    /// Makes a file with these bytes, on disk when it returns, and gives its inode number.
    func make(_ path: String, _ bytes: [UInt8]) throws(StorageError) -> UInt64 {
        try FileSystem.makeFolder((path as NSString).deletingLastPathComponent)
        try FileSystem.flush(folder.raw.path)
        do {
            try DurableFile.replace(path, with: bytes)
        } catch {
            throw .cannotWrite(path: error.path, errno: error.errno)
        }
        return FileSystem.status(path)?.signature.inode ?? 0
    }

    /// Brings journal and files back to what they were before a plan that could not be written.
    private mutating func takeBack(_ plan: RowPlan, journalSize size: Int) {
        do throws(StorageError) {
            let file = try AppendFile(journal)
            try file.cut(to: size)
            try file.flush()
            journalSize = size
            for write in plan.writes {
                let path = path(write.file, in: write.set)
                if write.inode == nil {
                    try FileSystem.remove(path)
                } else if let status = FileSystem.status(path),
                    status.signature.inode == write.inode, status.signature.size > write.offset
                {
                    try AppendFile(path).cut(to: write.offset)
                }
            }
            files = plan.before
        } catch {
            isBroken = true
        }
    }

    // MARK: - The journal

    /// Begins the journal anew: flushes the files, then replaces it by one that holds only what is
    /// in memory.
    mutating func begin() throws(StorageError) {
        try FileSystem.makeFolder(directory)
        for path in unflushed.sorted() where FileSystem.status(path) != nil {
            try FileSystem.flush(path)
        }
        unflushed = []
        let open = files.values.sorted { ($0.set, $0.file) < ($1.set, $1.file) }
        let record = RowJournalRecord.start(keys: keys.all, files: open)
        let bytes = RowJournalFrames.mark + RowJournalFrames.frame(record)
        do {
            try DurableFile.replace(journal, with: bytes)
        } catch {
            throw .cannotWrite(path: error.path, errno: error.errno)
        }
        journalSize = bytes.count
    }
}
