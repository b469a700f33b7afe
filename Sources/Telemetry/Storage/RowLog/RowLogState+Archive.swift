import Foundation
import Synchronization
import Values

extension RowLogState {
    /// Moves files of rows that programs sent from `raw/<set>` to `archive/<set>`, each with its
    /// correction: those that are followed by another and to which nothing was added since a time,
    /// so that their newest rows are older, unless they were dated ahead.
    ///
    /// - Parameter time: in seconds since 1970.
    /// - Returns: the files moved, each as `<set>/<file>`.
    mutating func archive(before time: Double) throws(StorageError) -> [String] {
        var moved: [String] = []
        for set in try folder.datasets() {
            let old = set.files.filter { file in
                RowFileName.stream(ofFile: file.name) != nil
                    && Double(file.signature.modified) / 1e9 < time
                    && !files.values.contains { $0.set == set.name && $0.file == file.name }
            }
            guard !old.isEmpty else { continue }
            // The journal must not tell of files that are not there any more.
            try begin()
            let place = folder.root.appendingPathComponent("archive/\(set.name)").path
            try FileSystem.makeFolder(place)
            for file in old {
                try FileSystem.move(file.url.path, to: "\(place)/\(file.name)")
                if FileSystem.status(file.correctionURL.path) != nil {
                    try FileSystem.move(
                        file.correctionURL.path, to: "\(place)/\(file.name).schema.json")
                }
                moved.append("\(set.name)/\(file.name)")
            }
            try FileSystem.flush(place)
            try FileSystem.flush(folder.folder(of: set.name).path)
        }
        return moved
    }
}

extension RowLog {
    /// Does that while nothing else changes the files; nothing where another process takes rows for
    /// the folder. Blocks.
    package func archive(before time: Double) throws(StorageError) -> [String] {
        guard try isOurs() else { return [] }
        return try folder.exclusively { () throws(StorageError) in
            try state.withLock { (state) throws(StorageError) in
                try state.prepare()
                return try state.archive(before: time)
            }
        }
    }
}
