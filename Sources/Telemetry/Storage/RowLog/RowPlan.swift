import Foundation

/// What is going to be written for a group of batches, decided before anything is touched.
struct RowPlan {
    private(set) var writes: [RowWrite] = []
    /// By write the file as it is before it.
    private(set) var files: [OpenRowFile] = []
    private(set) var keys: [KeyedBatch] = []
    /// The files of all streams before the plan.
    let before: [RowLogState.Stream: OpenRowFile]

    /// By stream the last write to it.
    private var last: [RowLogState.Stream: Int] = [:]
    /// In seconds since 1970.
    private let now: Double

    init(after files: [RowLogState.Stream: OpenRowFile], now: Double) {
        self.now = now
        before = files
    }

    var isEmpty: Bool { writes.isEmpty }
    var makesFiles: Bool { writes.contains { $0.inode == nil } }
    var record: RowJournalRecord { .group(writes: writes, keys: keys, files: files) }

    /// Adds a batch; where it cannot be taken the plan stays as it was.
    mutating func add(
        _ batch: RowBatch, to state: borrowing RowLogState
    ) throws(RowLogError) -> RowsTaken {
        let key = batch.key.map { BatchKey($0, set: batch.set) }
        if let key, let known = state.keys[key] ?? keys.first(where: { $0.key == key }) {
            guard known.digest == batch.digest else { throw .keyReused }
            return RowsTaken(rows: known.taken, files: [], isRepeated: true)
        }
        let set = try Self.set(batch.set, in: state.folder)
        let (lengths, places) = (writes.map(\.bytes.count), last)
        var names: [String] = []
        do throws(RowLogError) {
            for table in batch.tables { names.append(try add(table, of: set, to: state)) }
        } catch {
            forget(beyond: lengths)
            last = places
            throw error
        }
        if let key {
            keys.append(KeyedBatch(key: key, digest: batch.digest, taken: batch.rowCount))
        }
        return RowsTaken(rows: batch.rowCount, files: names, isRepeated: false)
    }

    /// Keeps of each write only so many bytes, and no further ones.
    private mutating func forget(beyond lengths: [Int]) {
        writes.removeLast(writes.count - lengths.count)
        files.removeLast(files.count - lengths.count)
        for (place, length) in lengths.enumerated() {
            writes[place].bytes.removeLast(writes[place].bytes.count - length)
        }
    }

    /// The name, where a set has it or can have it.
    private static func set(
        _ name: String, in folder: DatasetFolder
    ) throws(RowLogError) -> String {
        if folder.isPlain(name), folder.isFolder(folder.folder(of: name)) { return name }
        let safe = SafeName.dataset(name)
        if folder.sourceSet(name) != nil { throw .inDatabase(name) }
        guard safe == name else { throw .badSet(name, nearest: safe) }
        return name
    }

    private mutating func add(
        _ table: SentTable, of set: String, to state: borrowing RowLogState
    ) throws(RowLogError) -> String {
        let stream = RowLogState.Stream(set: set, name: RowFileName.stream(table.stream))
        let place = try place(for: table, stream, in: state)
        let columns = files[place].columns
        let places = table.columns.map { columns.firstIndex(of: $0) ?? 0 }
        let isSame = places == Array(places.indices)
        for row in table.rows {
            guard !isSame else {
                CSVLine.append(row, width: columns.count, to: &writes[place].bytes)
                continue
            }
            var cells = [ArraySlice<UInt8>](repeating: [], count: columns.count)
            for (cell, column) in zip(row, places) { cells[column] = cell }
            CSVLine.append(cells, width: columns.count, to: &writes[place].bytes)
        }
        return writes[place].file
    }

    /// The write that the rows of a table go to: that of the stream's file where it has all columns
    /// and is not full, else one of a new file.
    private mutating func place(
        for table: SentTable, _ stream: RowLogState.Stream, in state: borrowing RowLogState
    ) throws(RowLogError) -> Int {
        let open: OpenRowFile?
        if let known = last[stream] {
            let size = writes[known].offset + writes[known].bytes.count
            if files[known].has(table.columns), size < state.options.fileLimit { return known }
            open = files[known]
        } else {
            let known = state.files[stream]
            if let known, state.isUnchanged(known), known.has(table.columns),
                known.size < state.options.fileLimit
            {
                add(
                    RowWrite(
                        set: known.set, file: known.file, inode: known.inode,
                        offset: known.size, bytes: []), known, stream)
                return writes.count - 1
            }
            open = known
        }
        try addFile(table, stream, after: open, in: state)
        return writes.count - 1
    }

    /// A new file, with the columns of the one before and the new ones.
    private mutating func addFile(
        _ table: SentTable, _ stream: RowLogState.Stream, after earlier: OpenRowFile?,
        in state: borrowing RowLogState
    ) throws(RowLogError) {
        let known = earlier?.columns ?? []
        let names = Set(known)
        let columns = known + table.columns.filter { !names.contains($0) }
        guard columns.count <= SentLimits.columns else {
            throw .tooManyColumns(limit: SentLimits.columns)
        }
        let folder = state.path("", in: stream.set)
        let name = RowFileName.new(stream.name, at: now) { name in
            writes.contains { $0.set == stream.set && $0.file == name }
                || FileSystem.status(folder + name) != nil
        }
        var header: [UInt8] = []
        CSVLine.append(columns, to: &header)
        let file = OpenRowFile(
            set: stream.set, stream: stream.name, file: name, inode: 0, size: 0, columns: columns)
        add(
            RowWrite(set: stream.set, file: name, inode: nil, offset: 0, bytes: header), file,
            stream)
    }

    private mutating func add(
        _ write: RowWrite, _ file: OpenRowFile, _ stream: RowLogState.Stream
    ) {
        last[stream] = writes.count
        writes.append(write)
        files.append(file)
    }
}

extension OpenRowFile {
    fileprivate func has(_ names: [String]) -> Bool {
        if columns.starts(with: names) { return true }
        let known = Set(columns)
        return names.allSatisfy(known.contains)
    }
}
