import Foundation
import Values

extension RowLogState {
    /// Reads the journal and writes again what it tells of, where that is not in the files.
    mutating func recover() throws(StorageError) {
        let records = RowJournalFrames.records(in: Array(try FileSystem.bytes(journal)))
        for record in records {
            switch record {
            case .start(let known, let open):
                for batch in known { keys.add(batch) }
                for file in open { files[Stream(set: file.set, name: file.stream)] = file }
            case .group(let writes, let known, let open):
                for batch in known { keys.add(batch) }
                for (write, file) in zip(writes, open) { try redo(write, file) }
            }
        }
        try begin()
    }

    private mutating func redo(_ write: RowWrite, _ file: OpenRowFile) throws(StorageError) {
        let path = path(write.file, in: write.set)
        let stream = Stream(set: file.set, name: file.stream)
        var open = file
        open.size = write.offset + write.bytes.count
        guard let status = FileSystem.status(path) else {
            // Somebody has removed it since, unless it was never made.
            guard write.inode == nil else { return }
            open.inode = try make(path, write.bytes)
            files[stream] = open
            return
        }
        open.inode = status.signature.inode
        guard (write.inode ?? open.inode) == open.inode else { return }
        switch try found(path, status.signature.size, write) {
        case .whole: break
        case .part:
            try AppendFile(path).write(write.bytes, at: write.offset)
            unflushed.insert(path)
        case .other: return
        }
        files[stream] = open
    }

    /// What stands in a file at the place of a write.
    private enum Found { case whole, part, other }

    /// A loss of power leaves a file shorter, or zeros in it. Anything else is the work of a person.
    private func found(
        _ path: String, _ size: Int, _ write: RowWrite
    ) throws(StorageError) -> Found {
        guard size >= write.offset else { return .other }
        let bytes = try FileSystem.bytes(path)
        let found = bytes.dropFirst(write.offset).prefix(write.bytes.count)
        if found.elementsEqual(write.bytes) { return .whole }
        return zip(found, write.bytes).allSatisfy { $0 == $1 || $0 == 0 } ? .part : .other
    }
}
