import Dashboard
import Foundation
import Synchronization
import Telemetry
import Wording

/// The notes of all sets, in memory as they are on disk.
final class NoteBook: Sendable {
    private struct Pages {
        var notes: [String: [DeviceNote]] = [:]
        var generation: UInt64 = 0
    }

    /// The most notes of a set.
    static let limit = 1_000

    private let pages = Mutex(Pages())
    /// Held for a whole change, so that reading never waits for the disk.
    private let writing = Mutex(())
    private let folder: DatasetFolder

    init(folder: DatasetFolder) { self.folder = folder }

    /// Goes up with every change.
    var generation: UInt64 { pages.withLock(\.generation) }

    /// Whether the notes of a set are in memory.
    func knows(_ set: String) -> Bool { pages.withLock { $0.notes[set] != nil } }

    /// The notes of a set; read from disk the first time, and empty where they cannot be read.
    func notes(of set: String) -> [DeviceNote] {
        if let known = pages.withLock({ $0.notes[set] }) { return known }
        let read = folder.notes(of: set).flatMap(Self.decoded)
        return pages.withLock { pages in
            if let known = pages.notes[set] { return known }
            pages.notes[set] = read ?? []
            return read ?? []
        }
    }

    private static func decoded(_ bytes: Data) -> [DeviceNote]? {
        try? JSONDecoder().decode([DeviceNote].self, from: bytes)
    }

    /// Changes the notes of a set; they are on disk before anybody sees them.
    ///
    /// - Throws: `StorageError` where they cannot be written, would be too many, or where the file
    ///   holds something else, which is not overwritten; then nothing has changed.
    func change(
        _ set: String, _ change: (inout [DeviceNote]) -> Void
    ) throws(StorageError) {
        try writing.withLock { (_: inout ()) throws(StorageError) in
            if let bytes = folder.notes(of: set), Self.decoded(bytes) == nil {
                throw .cannotRead(path: "\(set)/notes.json", errno: EINVAL)
            }
            var notes = notes(of: set)
            let before = notes.count
            change(&notes)
            guard notes.count <= max(before, Self.limit) else {
                throw .cannotWrite(path: "\(set)/notes.json", errno: EFBIG)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            guard let bytes = try? encoder.encode(notes) else {
                throw .cannotWrite(path: set, errno: 0)
            }
            try folder.setNotes(bytes, of: set)
            pages.withLock { [notes] pages in
                pages.notes[set] = notes
                pages.generation += 1
            }
        }
    }

    /// Forgets a set that was deleted.
    func forget(_ set: String) {
        pages.withLock { pages in
            pages.notes[set] = nil
            pages.generation += 1
        }
    }
}
