public import Foundation

extension DatasetFolder {
    /// The notes that people made on a set, as stored; `nil` where nobody made any.
    public func notes(of dataset: String) -> Data? {
        guard dataset == Self.looseFiles || isPlain(dataset) else { return nil }
        FileSystem.mayBlock("notes")
        return try? Data(contentsOf: notesURL(dataset))
    }

    /// Stores the notes on a set in one step, beside its files.
    ///
    /// - Throws: `StorageError.unknownDataset`, or what writing throws.
    public func setNotes(_ bytes: Data, of dataset: String) throws(StorageError) {
        if let source = try self.dataset(dataset).source {
            try FileSystem.makeFolder(source.samples.path)
        }
        try replace(notesURL(dataset), with: bytes)
    }

    private func notesURL(_ dataset: String) -> URL {
        (sourceSet(dataset)?.source?.samples ?? folder(of: dataset)).appending(path: "notes.json")
    }

    /// Writes a file so that readers see either the old or the new one, and no crash loses both.
    func replace(_ target: URL, with bytes: Data) throws(StorageError) {
        try exclusively { () throws(StorageError) in
            let change = try FolderChange(incoming: incoming.path)
            defer { try? FileSystem.remove(change.staging) }
            try FileSystem.replace(target.path, through: change.next, with: bytes)
        }
    }
}
