package import Foundation

/// A file that leaves or enters a data folder with its set.
package struct MovedFile: Sendable, Hashable {
    /// Where it belongs: relative to the folder of the set or, for what stands beside the sets, to
    /// the data folder.
    package var place: String
    /// Where it is now.
    package var url: URL

    /// Nothing is moved by that.
    package init(place: String, url: URL) {
        self.place = place
        self.url = url
    }
}

/// Sets that move from one data folder to another.
extension DatasetFolder {
    /// Gives what people put into a set a second name in an existing folder: its data files, their
    /// corrections, the notes, and documents beside them. They stay what they were while the set
    /// changes, save for files that others rewrite in place.
    ///
    /// - Throws: `StorageError.unknownDataset` where it has no data file.
    package func link(
        dataset name: String, into scratch: URL
    ) throws(StorageError) -> [MovedFile] {
        try exclusively { () throws(StorageError) in
            let set = try dataset(name)
            let root = folder(of: name)
            let inner = name == Self.looseFiles ? [] : try Self.others(in: root)
            let data = set.files.flatMap { [$0.name, $0.name + ".schema.json"] }
            var files: [MovedFile] = []
            for place in data + inner + ["notes.json"] {
                let source = root.appendingPathComponent(place)
                guard FileSystem.status(source.path)?.isFolder == false else { continue }
                let target = scratch.appendingPathComponent("link-\(files.count)")
                try FileSystem.link(source.resolvingSymlinksInPath().path, to: target.path)
                files.append(MovedFile(place: place, url: target))
            }
            return files
        }
    }

    /// The name that a set gets where this one is asked for: without what file systems forbid, and
    /// never a path. `nil` where nothing is left.
    package static func safeName(_ name: String) -> String? { SafeName.dataset(name) }

    /// Whether a set, or another file or folder with something in it, has this name.
    package func isTaken(_ name: String) -> Bool {
        guard name != Self.looseFiles, isPlain(name) else { return true }
        return sourceSet(name) != nil || (try? isFree(folder(of: name))) != true
    }

    /// Documents in the folder of a set, which readers of data leave aside.
    private static func others(in root: URL) throws(StorageError) -> [String] {
        try FileSystem.names(in: root.path).sorted().filter { name in
            !name.hasPrefix(".") && !SafeName.isData(name)
                && ["md", "txt"].contains(SafeName.fileExtension(name))
        }
    }

    /// Makes a new set of files, all of them or none, and durably before it returns; readers see
    /// the whole set at once.
    ///
    /// - Parameters:
    ///   - files: moved into the set's folder; at least one of them is data.
    ///   - others: moved to their places in the data folder first.
    ///   - name: made safe; nothing of that name may be there.
    /// - Returns: the set's name.
    /// - Throws: `StorageError.nameTaken`, `.invalidName`; nothing has changed then.
    package func adopt(
        _ files: [MovedFile], beside others: [MovedFile], as name: String
    ) throws(StorageError) -> String {
        guard let name = SafeName.dataset(name) else { throw .invalidName(name) }
        guard files.contains(where: { Self.isData($0.place) }) else { throw .nothingToStore }
        return try exclusively { () throws(StorageError) in
            try FileSystem.makeFolder(raw.path)
            guard name != Self.looseFiles, sourceSet(name) == nil, try isFree(folder(of: name))
            else {
                throw .nameTaken(name)
            }
            var change = try FolderChange(incoming: incoming.path)
            do throws(StorageError) {
                try prepare(files, beside: others, as: name, &change)
                try beforeStep(.commit)
                try change.commit()
            } catch {
                try? FileSystem.remove(change.staging)
                throw error
            }
            try FolderChange.complete(staging: change.staging, raw: raw.path, beforeStep)
            try FileSystem.flush(incoming.path)
            return name
        }
    }

    private func prepare(
        _ files: [MovedFile], beside others: [MovedFile], as name: String,
        _ change: inout FolderChange
    ) throws(StorageError) {
        for (number, file) in others.enumerated() {
            try beforeStep(.stage(number))
            try change.stage(FolderChange.outside + file.place) { path throws(StorageError) in
                try FileSystem.take(file.url.path, to: path)
            }
        }
        try beforeStep(.stage(others.count))
        // Last: once the set is seen, all that belongs to it is there.
        try change.stage(name) { path throws(StorageError) in
            try Self.fill(path, with: files)
        }
    }

    /// Moves files into a new folder and flushes it with the folders in it.
    private static func fill(
        _ folder: String, with files: [MovedFile]
    ) throws(StorageError) {
        var folders: Set<String> = [folder]
        try FileSystem.makeFolder(folder)
        for file in files {
            let target = folder + "/" + file.place
            var parent = target
            while let slash = parent.lastIndex(of: "/"), parent != folder {
                parent = String(parent[..<slash])
                folders.insert(parent)
                if parent == folder { break }
            }
            try FileSystem.makeFolder(
                URL(fileURLWithPath: target).deletingLastPathComponent().path)
            try FileSystem.take(file.url.path, to: target)
        }
        for folder in folders.sorted(by: >) { try FileSystem.flush(folder) }
    }

    private static func isData(_ place: String) -> Bool {
        place.split(separator: "/").last.map { SafeName.isData(String($0)) } ?? false
    }

    /// Whether nothing is at a place, or a folder without anything in it.
    private func isFree(_ url: URL) throws(StorageError) -> Bool {
        guard let status = FileSystem.status(url.path) else { return true }
        guard status.isFolder, !status.isLink else { return false }
        return try FileSystem.names(in: url.path).isEmpty
    }
}
