public import Foundation
public import Values

/// What tells that a file changed, without reading it.
public struct FileSignature: Sendable, Hashable, Codable {
    /// Bytes.
    public var size: Int
    /// When it was last written, in nanoseconds since 1970.
    public var modified: Int
    /// The file's number on its disk; another one means that it was replaced.
    public var inode: UInt64

    /// Makes a signature.
    public init(size: Int, modified: Int, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// A file of a data set.
public struct DatasetFile: Sendable, Hashable {
    /// The path within the data set, with `/` between its parts.
    public var name: String
    /// Where it is.
    public var url: URL
    /// How it stood when it was listed.
    public var signature: FileSignature
    /// How its correction stood; `nil` without one.
    public var correctionSignature: FileSignature?

    /// Makes a file.
    public init(
        name: String, url: URL, signature: FileSignature, correctionSignature: FileSignature? = nil
    ) {
        self.name = name
        self.url = url
        self.signature = signature
        self.correctionSignature = correctionSignature
    }

    /// Where its correction stands: `<file>.schema.json`.
    public var correctionURL: URL { URL(fileURLWithPath: url.path + ".schema.json") }

    /// What a person changed in the guessed schema; `nil` where nothing.
    /// - Throws: `StorageError.cannotRead`, also where the file is no correction.
    public func correction() throws(StorageError) -> SchemaCorrection? {
        guard FileSystem.status(correctionURL.path) != nil else { return nil }
        let bytes = try FileSystem.bytes(correctionURL.path)
        do { return try JSONDecoder().decode(SchemaCorrection.self, from: bytes) } catch {
            throw .cannotRead(path: correctionURL.path, errno: 0)
        }
    }
}

/// A data set: the files of one folder, to be read together.
public struct Dataset: Sendable, Hashable {
    /// The folder's name.
    public var name: String
    /// In natural order of their names.
    public var files: [DatasetFile]

    /// Makes a data set.
    public init(name: String, files: [DatasetFile]) {
        self.name = name
        self.files = files
    }

    /// All bytes.
    public var size: Int { files.reduce(0) { $0 + $1.signature.size } }
}
