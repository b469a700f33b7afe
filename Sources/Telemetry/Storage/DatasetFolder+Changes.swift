import Foundation
public import Values

extension DatasetFolder {
    /// Completes additions that were cut short after their commit and removes others. Call it at
    /// start, before anything is read. Does nothing without a folder `incoming`.
    public func recover() throws(StorageError) {
        guard isFolder(incoming) else { return }
        try exclusively { () throws(StorageError) in
            try FileSystem.makeFolder(raw.path)
            try FolderChange.recover(incoming: incoming.path, raw: raw.path)
        }
    }

    /// Removes a data set with all its files, corrections and notes, at once for every reader;
    /// loose files go one by one, and their notes stay. Of a set in a database only the connection
    /// goes.
    /// - Throws: `StorageError.unknownDataset`.
    public func remove(dataset name: String) throws(StorageError) {
        let set = try dataset(name)
        if let source = set.source { return try remove(source: source) }
        guard name != Self.looseFiles else {
            for file in set.files { try remove(file: file.name, from: name) }
            return
        }
        try discard([folder(of: name).path], in: raw.path)
    }

    /// Removes a file and its correction, at once for every reader.
    /// - Throws: `StorageError.unknownDataset`, `StorageError.unknownFile`.
    public func remove(file name: String, from dataset: String) throws(StorageError) {
        let file = try file(name, in: dataset)
        try discard(
            [file.url.path, file.correctionURL.path],
            in: file.url.deletingLastPathComponent().path)
    }

    /// Stores a correction as `<file>.schema.json` in one step; `nil`, or one that changes nothing,
    /// removes it.
    /// - Throws: `StorageError.unknownDataset`, `StorageError.unknownFile`.
    public func setCorrection(
        _ correction: SchemaCorrection?, for name: String, in dataset: String
    ) throws(StorageError) {
        let target = try file(name, in: dataset).correctionURL
        let folder = target.deletingLastPathComponent().path
        guard let correction, correction != SchemaCorrection() else {
            try FileSystem.remove(target.path)
            try FileSystem.flush(folder)
            return
        }
        try replace(target, with: try Self.encoded(correction, for: target.path))
    }

    /// A correction as it is stored, in JSON.
    static func encoded(
        _ correction: SchemaCorrection, for path: String
    ) throws(StorageError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let bytes = try? encoder.encode(correction) else {
            throw .cannotWrite(path: path, errno: 0)
        }
        return bytes
    }

    /// Moves paths away together, then removes them, so that readers never see half of a set.
    func discard(_ paths: [String], in folder: String) throws(StorageError) {
        try exclusively { () throws(StorageError) in
            // It is never committed, so recovery would remove it.
            let change = try FolderChange(incoming: incoming.path)
            for (number, path) in paths.enumerated() where FileSystem.status(path) != nil {
                try FileSystem.move(path, to: "\(change.staging)/\(number)")
            }
            try FileSystem.flush(folder)
            try FileSystem.remove(change.staging)
        }
    }

    /// Does one change at a time, across processes.
    func exclusively<Result>(
        _ work: () throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try FileSystem.makeFolder(incoming.path)
        return try FileSystem.locked(incoming.path + "/.lock", work)
    }
}
