import Dispatch
import Exports
import Foundation
import Synchronization
import Telemetry
import Values

/// Writes what was made of each data set into `processed`, in the background, each set at most once
/// a minute.
final class ProcessedWriter: Sendable {
    /// What waits to be written of a set, and when writing it began last.
    private struct Entry {
        var source: (any TelemetrySource)?
        var lastStart: DispatchTime?
    }

    private let folder: URL
    private let journal: any WorkJournal
    private let log: Log
    private let entries = Mutex<[String: Entry]>([:])
    private let queue = DispatchQueue(label: "processed", qos: .utility)
    private static let pause = 60

    /// - Parameter folder: holds a folder for each set; unfinished files there are removed.
    init(folder: URL, journal: any WorkJournal, log: Log) {
        self.folder = folder
        self.journal = journal
        self.log = log
        ProcessedFolder.clearUnfinished(in: folder)
    }

    /// Has a set written soon, or a minute after the last time. A later source replaces one that
    /// still waits.
    func schedule(_ set: String, _ source: any TelemetrySource) {
        let start = entries.withLock { entries -> DispatchTime? in
            var entry = entries[set] ?? Entry()
            let isWaiting = entry.source != nil
            entry.source = source
            defer { entries[set] = entry }
            guard !isWaiting else { return nil }
            let earliest = entry.lastStart.map { $0 + .seconds(Self.pause) } ?? .now()
            return max(.now(), earliest)
        }
        guard let start else { return }
        queue.asyncAfter(deadline: start) { self.write(set) }
    }

    /// Removes what was written of a deleted set, once nothing is being written.
    func remove(_ set: String) {
        entries.withLock { $0[set] = nil }
        queue.async {
            try? FileManager.default.removeItem(at: self.folder.appending(path: set))
        }
    }

    private func write(_ set: String) {
        let source = entries.withLock { entries -> (any TelemetrySource)? in
            defer {
                entries[set]?.source = nil
                entries[set]?.lastStart = .now()
            }
            return entries[set]?.source
        }
        guard let source else { return }
        do {
            try journal.during(.export, of: set) {
                try ProcessedFolder(folder.appending(path: set)).write(source)
            }
        } catch {
            log.error("processed", [("set", set), ("error", "\(error)")])
        }
    }
}
