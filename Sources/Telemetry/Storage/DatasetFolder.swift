public import Foundation

/// The data sets of a data folder: `raw/<set>/`, each with its files and folders of files.
///
/// Files that lie in `raw` itself form the set `loose files`. Hidden and temporary files, documents
/// (`README`, `LICENSE`) and everything that is not `.csv`, `.tsv` or `.txt` are passed over.
///
/// Additions are all or nothing and durable: they are prepared in `incoming/`, noted there in one
/// step, and only then take their places one after the other. Call `recover()` at start, which
/// completes what was noted and clears away what was not.
public struct DatasetFolder: Sendable {
    /// The data folder.
    public let root: URL
    /// Called before each step of a change; tests let it throw.
    var beforeStep: @Sendable (ChangeStep) throws(StorageError) -> Void = { _ in }

    /// The set of the files that lie in `raw` itself.
    public static let looseFiles = "loose files"
    private static let depthLimit = 8

    /// Names a folder; nothing is read or made yet.
    public init(root: URL) { self.root = root }

    /// Where data sets are.
    public var raw: URL { root.appendingPathComponent("raw", isDirectory: true) }
    /// Where uploads may be streamed to: on the same disk as the data sets, so that they can be
    /// moved instead of copied.
    public var incoming: URL { root.appendingPathComponent("incoming", isDirectory: true) }

    /// All data sets that hold a file, in natural order; the loose files last. Empty where there is
    /// no folder `raw`.
    public func datasets() throws(StorageError) -> [Dataset] {
        guard FileSystem.status(raw.path)?.isFolder == true else { return [] }
        var sets: [Dataset] = []
        for name in sorted(try FileSystem.names(in: raw.path)) {
            guard !name.hasPrefix("."), name != Self.looseFiles else { continue }
            guard FileSystem.status(raw.path + "/" + name)?.isFolder == true else { continue }
            let files = try files(in: raw.appendingPathComponent(name), prefix: "", depth: 0)
            if !files.isEmpty { sets.append(Dataset(name: name, files: files)) }
        }
        let loose = try looseSet()
        return loose.files.isEmpty ? sets : sets + [loose]
    }

    /// One data set as it stands now.
    /// - Throws: `StorageError.unknownDataset` where it has no file.
    public func dataset(_ name: String) throws(StorageError) -> Dataset {
        guard name != Self.looseFiles else {
            let loose = try looseSet()
            guard !loose.files.isEmpty else { throw .unknownDataset(name) }
            return loose
        }
        guard isPlain(name), isFolder(folder(of: name)) else {
            throw .unknownDataset(name)
        }
        let files = try files(in: folder(of: name), prefix: "", depth: 0)
        guard !files.isEmpty else { throw .unknownDataset(name) }
        return Dataset(name: name, files: files)
    }

    /// One file of a data set.
    /// - Throws: `StorageError.unknownDataset`, `StorageError.unknownFile`.
    public func file(_ name: String, in dataset: String) throws(StorageError) -> DatasetFile {
        guard let file = try self.dataset(dataset).files.first(where: { $0.name == name }) else {
            throw .unknownFile(name, dataset: dataset)
        }
        return file
    }

    /// Whether a name can be that of a folder in `raw`, made by whom it may be.
    func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\u{0}")
    }

    /// The folder of a data set, there or not.
    func folder(of dataset: String) -> URL {
        dataset == Self.looseFiles ? raw : raw.appendingPathComponent(dataset, isDirectory: true)
    }

    func isFolder(_ url: URL) -> Bool { FileSystem.status(url.path)?.isFolder == true }

    private func looseSet() throws(StorageError) -> Dataset {
        guard isFolder(raw) else { return Dataset(name: Self.looseFiles, files: []) }
        // At the depth limit folders are not entered.
        let files = try files(in: raw, prefix: "", depth: Self.depthLimit)
        return Dataset(name: Self.looseFiles, files: files)
    }

    private func files(
        in folder: URL, prefix: String, depth: Int
    ) throws(StorageError) -> [DatasetFile] {
        var found: [DatasetFile] = []
        for name in sorted(try FileSystem.names(in: folder.path)) where !name.hasPrefix(".") {
            let url = folder.appendingPathComponent(name)
            guard let status = FileSystem.status(url.path) else { continue }
            if status.isFolder {
                // A link to a folder could lead back to where it stands.
                guard depth < Self.depthLimit, !status.isLink else { continue }
                found += try files(in: url, prefix: prefix + name + "/", depth: depth + 1)
            } else if SafeName.isData(name) {
                let correction = FileSystem.status(url.path + ".schema.json")?.signature
                found.append(
                    DatasetFile(
                        name: prefix + name, url: url, signature: status.signature,
                        correctionSignature: correction))
            }
        }
        return found
    }

    private func sorted(_ names: [String]) -> [String] {
        NaturalOrder.order(names).map { names[$0] }
    }
}
