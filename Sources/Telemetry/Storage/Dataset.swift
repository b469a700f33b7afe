public import Foundation
public import Values

/// Shows whether a file changed, without reading it.
public struct FileSignature: Sendable, Hashable, Codable {
    /// In bytes.
    public var size: Int
    /// When the content was last changed, in nanoseconds since 1970.
    public var modified: Int
    /// The inode number; another one means that the file was replaced.
    public var inode: UInt64

    /// As `stat` tells them.
    public init(size: Int, modified: Int, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// A file of a data set.
public struct DatasetFile: Sendable, Hashable {
    /// The path within the data set, with `/` between folders.
    public var name: String
    /// Where the file is on disk.
    public var url: URL
    /// As of when the folder was listed.
    public var signature: FileSignature
    /// The correction's, as of then; `nil` without a correction.
    public var correctionSignature: FileSignature?
    /// Where the file is the sample of a table, what changes with every row of the table; `nil` for
    /// files, and until the database was asked.
    public var state: String?

    /// `name` is relative to the folder of the set.
    public init(
        name: String, url: URL, signature: FileSignature, correctionSignature: FileSignature? = nil
    ) {
        self.name = name
        self.url = url
        self.signature = signature
        self.correctionSignature = correctionSignature
    }

    /// Where its correction is kept: `<file>.schema.json`.
    public var correctionURL: URL { URL(fileURLWithPath: url.path + ".schema.json") }

    /// What a person changed in the guessed schema; `nil` without a correction.
    /// - Throws: `StorageError.cannotRead`, also where the file is no correction.
    public func correction() throws(StorageError) -> SchemaCorrection? {
        guard FileSystem.status(correctionURL.path) != nil else { return nil }
        let bytes = try FileSystem.bytes(correctionURL.path)
        do { return try JSONDecoder().decode(SchemaCorrection.self, from: bytes) } catch {
            throw .cannotRead(path: correctionURL.path, errno: 0)
        }
    }
}

/// A data set: all data files of one folder, to be read together.
public struct Dataset: Sendable, Hashable {
    /// The folder's name, or `DatasetFolder.looseFiles`.
    public var name: String
    /// In natural order of their names, folder by folder. Where the rows are in a database, samples
    /// of its tables.
    public var files: [DatasetFile]
    /// The connection to the database with the rows; `nil` where the files hold them.
    public var source: DatasetSource?

    /// `files` in the order in which reports list them.
    public init(name: String, files: [DatasetFile]) {
        self.name = name
        self.files = files
    }

    /// Bytes of all files.
    public var size: Int { files.reduce(0) { $0 + $1.signature.size } }
}
