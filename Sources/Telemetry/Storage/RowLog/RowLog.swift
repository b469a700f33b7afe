import Dispatch
import Foundation
import Synchronization
import Values

/// How a row log keeps what it is given.
package struct RowLogOptions: Sendable {
    /// Bytes from which on a file is followed by a new one.
    package var fileLimit = 256 << 20
    /// Bytes from which on the journal is begun anew.
    package var journalLimit = 16 << 20
    /// Keys of batches that are remembered.
    package var keyLimit = 100_000
    /// Bytes in memory that may wait to be written; beyond them batches are turned away.
    package var waitingLimit = 128 << 20
    /// Called before each step, so that tests can let it fail.
    var beforeStep: @Sendable (RowLogStep) throws(StorageError) -> Void = { _ in }

    package init() {}
}

/// A step of writing a group of batches, before which the disk may be full.
enum RowLogStep: Sendable, Hashable {
    case journal
    case flush
    case file(Int)
}

/// Takes rows that programs send, durably and in the order in which they come, into CSV files of
/// their sets.
///
/// Batches that come while others are being written are written together afterwards, so that one
/// wait for the disk serves them all. A batch is on disk before it is answered; if it has a key, it
/// is taken once however often it is sent. What the log writes to, people may change: a file that
/// was touched by somebody else is left as it is, and a new one is begun.
package final class RowLog: Sendable {
    private struct Waiting: Sendable {
        var batches: [(RowBatch, @Sendable (Result<RowsTaken, RowLogError>) -> Void)] = []
        var bytes = 0
        var isScheduled = false
    }

    let folder: DatasetFolder
    private let options: RowLogOptions
    private let queue = DispatchQueue(label: "rows", qos: .userInitiated)
    private let waiting = Mutex(Waiting())
    let state: Mutex<RowLogState>
    /// Held for as long as this process takes rows for the folder.
    private let lock = Mutex<AppendFile?>(nil)

    /// A log for the sets of a data folder; touches nothing yet.
    package init(folder: DatasetFolder, options: RowLogOptions = RowLogOptions()) {
        self.folder = folder
        self.options = options
        state = Mutex(RowLogState(folder, options))
    }

    /// Takes a batch in. Returns at once; what became of it is told on a queue of the log.
    package func append(
        _ batch: RowBatch, then told: @escaping @Sendable (Result<RowsTaken, RowLogError>) -> Void
    ) {
        let bytes = batch.byteCount
        let (isFull, isFirst) = waiting.withLock { waiting in
            guard waiting.bytes == 0 || waiting.bytes + bytes <= options.waitingLimit else {
                return (true, false)
            }
            waiting.batches.append((batch, told))
            waiting.bytes += bytes
            defer { waiting.isScheduled = true }
            return (false, !waiting.isScheduled)
        }
        if isFull { return told(.failure(.busy)) }
        if isFirst { queue.async { self.writeWaiting() } }
    }

    /// The same for callers that can wait.
    package func append(_ batch: RowBatch) async throws(RowLogError) -> RowsTaken {
        let result = await withCheckedContinuation { continuation in
            append(batch) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// Completes what was safe in the journal but may be missing in the files when the machine
    /// stopped. Call it at start, before anything is read. Does nothing where another process takes
    /// rows for the folder.
    package func recover() throws(StorageError) {
        guard FileSystem.status(folder.root.appendingPathComponent("ingest/journal").path) != nil,
            try isOurs()
        else { return }
        try folder.exclusively { () throws(StorageError) in
            try state.withLock { (state) throws(StorageError) in try state.prepare() }
        }
    }

    /// Whether this process may write; takes the right to where nobody has it.
    func isOurs() throws(StorageError) -> Bool {
        let directory = folder.root.appendingPathComponent("ingest").path
        return try lock.withLock { lock throws(StorageError) in
            if lock != nil { return true }
            try FileSystem.makeFolder(directory)
            lock = try AppendFile(locking: directory + "/.lock")
            return lock != nil
        }
    }

    // MARK: - On the log's queue

    private func writeWaiting() {
        let group = waiting.withLock { waiting in
            let batches = waiting.batches
            waiting = Waiting()
            return batches
        }
        let results = results(of: group.map(\.0))
        for ((_, told), result) in zip(group, results) { told(result) }
    }

    private func results(of batches: [RowBatch]) -> [Result<RowsTaken, RowLogError>] {
        do throws(StorageError) {
            guard try isOurs() else { return batches.map { _ in .failure(.inUse) } }
            return try folder.exclusively { () throws(StorageError) in
                state.withLock { $0.take(batches) }
            }
        } catch {
            return batches.map { _ in .failure(.storage(error)) }
        }
    }
}

extension RowLogState {
    /// Plans and writes a group; what became of each batch.
    fileprivate mutating func take(_ batches: [RowBatch]) -> [Result<RowsTaken, RowLogError>] {
        guard !isBroken else { return batches.map { _ in .failure(.broken) } }
        do throws(StorageError) { try prepare() } catch {
            return batches.map { _ in .failure(.storage(error)) }
        }
        var plan = RowPlan(after: files, now: Date().timeIntervalSince1970)
        let planned = batches.map { batch -> Result<RowsTaken, RowLogError> in
            do throws(RowLogError) { return .success(try plan.add(batch, to: self)) } catch {
                return .failure(error)
            }
        }
        do throws(StorageError) {
            try commit(plan)
            return planned
        } catch {
            // A repetition of a batch of this very group has failed with it.
            return planned.map { result in
                if case .success = result { .failure(.storage(error)) } else { result }
            }
        }
    }
}
