import Foundation

/// Finds files with equal content; only those of equal size are read.
struct ContentIndex {
    private var files: [Int: [DatasetFile]] = [:]

    /// Adds a file and gives the name of an earlier one with the same bytes; `nil` without one, and
    /// for an empty file and a sample of a table, which are not kept.
    mutating func insert(_ file: DatasetFile) -> String? {
        let size = file.signature.size
        guard size > 0, file.state == nil else { return nil }
        let same = files[size]?.first { FileSystem.areEqual($0.url.path, file.url.path) }
        if same == nil { files[size, default: []].append(file) }
        return same?.name
    }
}
