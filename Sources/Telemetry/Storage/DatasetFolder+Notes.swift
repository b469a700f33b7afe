public import Foundation

extension DatasetFolder {
    /// What people noted about a set, as it was kept; `nil` where nobody did.
    public func notes(of dataset: String) -> Data? {
        guard dataset == Self.looseFiles || isPlain(dataset) else { return nil }
        FileSystem.mayBlock("notes")
        return try? Data(contentsOf: notesURL(dataset))
    }

    /// Keeps notes beside the files of a set, in one step.
    ///
    /// - Throws: `StorageError.unknownDataset`, or what the system says.
    public func setNotes(_ bytes: Data, of dataset: String) throws(StorageError) {
        _ = try self.dataset(dataset)
        try replace(notesURL(dataset), with: bytes)
    }

    private func notesURL(_ dataset: String) -> URL {
        folder(of: dataset).appending(path: "notes.json")
    }

    /// Writes a file so that readers see the old one or the new one, and no crash loses either.
    func replace(_ target: URL, with bytes: Data) throws(StorageError) {
        try exclusively { () throws(StorageError) in
            let change = try FolderChange(incoming: incoming.path)
            defer { try? FileSystem.remove(change.staging) }
            try FileSystem.replace(target.path, through: change.next, with: bytes)
        }
    }
}
