import Exports
import Foundation

/// A value kept for each data set as a JSON file, beside what else was made of the set.
struct SetFile<Value: Codable & Sendable>: Sendable {
    private let name: String
    private let folder: URL
    private let log: Log

    /// - Parameters:
    ///   - name: of the file.
    ///   - folder: holds a folder for each set.
    init(_ name: String, folder: URL, log: Log) {
        self.name = name
        self.folder = folder
        self.log = log
    }

    /// The value kept of a set; `nil` where there is none or it cannot be read.
    func value(of set: String) -> Value? {
        guard let data = try? Data(contentsOf: url(set)) else { return nil }
        return try? JSONDecoder().decode(Value.self, from: data)
    }

    /// Replaces the value of a set.
    ///
    /// - Returns: whether it is on disk; otherwise the log says why.
    @discardableResult
    func keep(_ value: Value, of set: String) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            let text = String(decoding: try encoder.encode(value), as: UTF8.self)
            try ProcessedFolder(folder.appending(path: set)).write(text, to: name)
            return true
        } catch {
            log.error("keep", [("file", name), ("set", set), ("error", "\(error)")])
            return false
        }
    }

    /// Deletes the value of a set.
    func forget(_ set: String) { try? FileManager.default.removeItem(at: url(set)) }

    private func url(_ set: String) -> URL {
        folder.appending(path: set).appending(path: name)
    }
}
