public import Foundation
import Values

/// The data sets of a data folder: `raw/<set>/`, each with its files and folders of files.
///
/// Files in `raw` itself form the set `loose files`. Ignored are hidden and temporary files,
/// documents (`README`, `LICENSE`), and all but `.csv`, `.tsv` and `.txt`.
///
/// Additions are all or nothing and durable: they are prepared in `incoming/`, committed there in
/// one step, and only then moved to their places one by one. Call `recover()` at start, which
/// completes what was committed and removes the rest.
public struct DatasetFolder: Sendable {
    /// The data folder, which holds `raw`, `incoming` and `staged`.
    public let root: URL
    /// Answers for sets whose rows are in a database; `nil` where only files are read.
    public var database: (any TableDatabase)?
    /// Called before each step of a change, so that tests can let it fail.
    var beforeStep: @Sendable (ChangeStep) throws(StorageError) -> Void = { _ in }

    /// The name of the set of the files in `raw` itself.
    public static let looseFiles = "loose files"
    private static let depthLimit = 8

    /// Only names the folder; nothing is read or made yet.
    public init(root: URL, database: (any TableDatabase)? = nil) {
        self.root = root
        self.database = database
    }

    /// The folder of the data sets.
    public var raw: URL { root.appendingPathComponent("raw", isDirectory: true) }
    /// Where changes are prepared, and uploads can be streamed to: on the disk of the data sets, so
    /// that files are moved, not copied.
    public var incoming: URL { root.appendingPathComponent("incoming", isDirectory: true) }

    /// All data sets with a file, in natural order, then those whose rows are in a database, and
    /// the loose files last.
    public func datasets() throws(StorageError) -> [Dataset] {
        guard FileSystem.status(raw.path)?.isFolder == true else { return sourceSets() }
        var sets: [Dataset] = []
        for name in sorted(try FileSystem.names(in: raw.path)) {
            guard !name.hasPrefix("."), name != Self.looseFiles else { continue }
            guard FileSystem.status(raw.path + "/" + name)?.isFolder == true else { continue }
            let files = try files(in: raw.appendingPathComponent(name), prefix: "", depth: 0)
            if !files.isEmpty { sets.append(Dataset(name: name, files: files)) }
        }
        sets += sourceSets()
        let loose = try looseSet()
        return loose.files.isEmpty ? sets : sets + [loose]
    }

    /// A data set with its files as they are now.
    /// - Throws: `StorageError.unknownDataset` where it has no file.
    public func dataset(_ name: String) throws(StorageError) -> Dataset {
        guard name != Self.looseFiles else {
            let loose = try looseSet()
            guard !loose.files.isEmpty else { throw .unknownDataset(name) }
            return loose
        }
        if let set = sourceSet(name) { return set }
        guard isPlain(name), isFolder(folder(of: name)) else {
            throw .unknownDataset(name)
        }
        let files = try files(in: folder(of: name), prefix: "", depth: 0)
        guard !files.isEmpty else { throw .unknownDataset(name) }
        return Dataset(name: name, files: files)
    }

    /// A file of a data set as it is now.
    /// - Throws: `StorageError.unknownDataset`, `StorageError.unknownFile`.
    public func file(_ name: String, in dataset: String) throws(StorageError) -> DatasetFile {
        guard let file = try self.dataset(dataset).files.first(where: { $0.name == name }) else {
            throw .unknownFile(name, dataset: dataset)
        }
        return file
    }

    /// Whether a folder in `raw` can have this name, whoever made it.
    func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\u{0}")
    }

    /// The folder of a data set, which need not exist.
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
                // A link to a folder could lead back to where it is.
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
