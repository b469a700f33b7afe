import Exports
import Foundation
import Pipeline

/// Keeps the groups of each set's units as `groups.json` beside what else was made of the set.
struct GroupFile: GroupKeeper {
    private let folder: URL
    private let log: Log
    private static let name = "groups.json"

    /// `folder` holds a folder for each set.
    init(folder: URL, log: Log) {
        self.folder = folder
        self.log = log
    }

    func memory(of set: String) -> GroupMemory? {
        guard let data = try? Data(contentsOf: url(set)) else { return nil }
        return try? JSONDecoder().decode(GroupMemory.self, from: data)
    }

    /// A file that cannot be written costs the next comparison only, and a line in the log.
    func keep(_ memory: GroupMemory, of set: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            let text = String(decoding: try encoder.encode(memory), as: UTF8.self)
            try ProcessedFolder(folder.appending(path: set)).write(text, to: Self.name)
        } catch {
            log.error("groups", [("set", set), ("error", "\(error)")])
        }
    }

    func forget(_ set: String) {
        try? FileManager.default.removeItem(at: url(set))
    }

    private func url(_ set: String) -> URL {
        folder.appending(path: set).appending(path: Self.name)
    }
}
