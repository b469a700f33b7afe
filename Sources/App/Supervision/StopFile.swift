import Exports
import Foundation

/// Keeps what is held against each set as `stops.json` beside what else was made of the set.
struct StopFile: Sendable {
    private let folder: URL
    private let log: Log
    private static let name = "stops.json"

    /// `folder` holds a folder for each set.
    init(folder: URL, log: Log) {
        self.folder = folder
        self.log = log
    }

    /// What is held against a set; `nil` where nothing is, or the file is not whole.
    func record(of set: String) -> StopRecord? {
        guard let data = try? Data(contentsOf: url(set)) else { return nil }
        return try? JSONDecoder().decode(StopRecord.self, from: data)
    }

    /// Keeps a record, or removes an empty one.
    /// - Returns: whether it is on the disk; otherwise the log says why.
    @discardableResult
    func keep(_ record: StopRecord, of set: String) -> Bool {
        do {
            guard !record.isEmpty else {
                try? FileManager.default.removeItem(at: url(set))
                return true
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let text = String(decoding: try encoder.encode(record), as: UTF8.self)
            try ProcessedFolder(folder.appending(path: set)).write(text, to: Self.name)
            return true
        } catch {
            log.error("stops", [("set", set), ("error", "\(error)")])
            return false
        }
    }

    func forget(_ set: String) { try? FileManager.default.removeItem(at: url(set)) }

    private func url(_ set: String) -> URL {
        folder.appending(path: set).appending(path: Self.name)
    }
}
