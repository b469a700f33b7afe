public import Foundation
public import Values

/// Where a data set's rows lie that are in no file: the settings of its connection.
public struct DatasetSource: Sendable, Hashable {
    /// The file of settings, `sources/<set>.json`.
    public var settings: URL
    /// As of when the folder was listed.
    public var signature: FileSignature

    /// `signature` is that of the file of settings.
    public init(settings: URL, signature: FileSignature) {
        self.settings = settings
        self.signature = signature
    }

    /// The folder with a sample of each table.
    public var samples: URL { settings.deletingPathExtension() }
}

extension DatasetFolder {
    /// Where the settings of connections to databases lie, and samples of their tables.
    public var sources: URL { root.appendingPathComponent("sources", isDirectory: true) }

    /// The sets whose rows are in a database, in natural order; of a name that a folder in `raw`
    /// has too, that folder is meant.
    func sourceSets() -> [Dataset] {
        guard let names = try? FileSystem.names(in: sources.path) else { return [] }
        let stems = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
            .map { String($0.dropLast(5)) }
        return NaturalOrder.order(stems).compactMap { sourceSet(stems[$0]) }
    }

    /// The set of that name whose rows are in a database, with the tables of which there are
    /// samples; `nil` without settings.
    func sourceSet(_ name: String) -> Dataset? {
        guard isPlain(name), !isFolder(folder(of: name)) else { return nil }
        let settings = sources.appendingPathComponent(name + ".json")
        guard let status = FileSystem.status(settings.path), !status.isFolder else { return nil }
        var set = Dataset(name: name, files: [])
        let source = DatasetSource(settings: settings, signature: status.signature)
        set.source = source
        set.files = (try? tables(in: source)) ?? []
        return set
    }

    private func tables(in source: DatasetSource) throws(StorageError) -> [DatasetFile] {
        let folder = source.samples
        guard isFolder(folder) else { return [] }
        let names = try FileSystem.names(in: folder.path)
        return NaturalOrder.order(names).compactMap { place in
            let name = names[place]
            let url = folder.appendingPathComponent(name)
            guard name.hasSuffix(".csv"), !name.hasPrefix("."),
                let status = FileSystem.status(url.path)
            else { return nil }
            return DatasetFile(
                name: String(name.dropLast(4)), url: url, signature: status.signature,
                correctionSignature: FileSystem.status(url.path + ".schema.json")?.signature)
        }
    }

    /// A data set as it is now, its tables as the database says; without a database as
    /// `dataset(_:)`.
    ///
    /// Asks the database, and may block as long as its settings allow.
    /// - Throws: `StorageError.unknownDataset`, `LoadError.database`.
    public func current(_ name: String) throws -> Dataset {
        let set = try dataset(name)
        guard set.source != nil, let database else { return set }
        return try database.current(set, in: self)
    }

    /// Reads a data set that `current(_:)` has given: see `DataLoader.load`.
    public func load(
        _ dataset: Dataset, options: LoadOptions = LoadOptions(),
        progress: (LoadProgress) throws -> Void = { _ in }
    ) throws -> LoadedDataset {
        try DataLoader.load(dataset, options: options, database: database, progress: progress)
    }

    /// Keeps the settings of a connection as a new set.
    /// - Throws: `StorageError.nameTaken`, also for what can be no folder's name; what writing
    ///   throws.
    public func add(source name: String, settings: Data) throws(StorageError) -> DatasetSource {
        guard SafeName.dataset(name) == name, !isTaken(name) else { throw .nameTaken(name) }
        let file = sources.appendingPathComponent(name + ".json")
        try FileSystem.makeFolder(sources.path)
        try replace(file, with: settings)
        guard let source = sourceSet(name)?.source else {
            throw .cannotRead(path: file.path, errno: 0)
        }
        return source
    }

    /// Removes settings and samples, which ends the connection; the tables stay as they are.
    func remove(source: DatasetSource) throws(StorageError) {
        try discard([source.settings.path, source.samples.path], in: sources.path)
    }
}
