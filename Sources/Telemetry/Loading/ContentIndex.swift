import Foundation

/// Finds files with the same content; only those of the same size are read.
struct ContentIndex {
    private var files: [Int: [DatasetFile]] = [:]

    /// The name of an earlier file with the same bytes; `nil` where there is none, or where the
    /// file is empty.
    mutating func insert(_ file: DatasetFile) -> String? {
        let size = file.signature.size
        guard size > 0 else { return nil }
        let same = files[size]?.first { FileSystem.areEqual($0.url.path, file.url.path) }
        if same == nil { files[size, default: []].append(file) }
        return same?.name
    }
}
