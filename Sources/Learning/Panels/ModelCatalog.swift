import Dispatch
public import Models
import Synchronization

/// The contents of the models' folder as of the last look. Readers get them at once, while new
/// files are read and hashed on a queue of the catalog's own.
public final class ModelCatalog: Sendable {
    /// A model's file, with what a user said of it.
    public struct Item: Sendable, Hashable {
        /// What is known of the file.
        public var entry: ModelEntry
        /// The columns that a user assigned to its features; nil where none were assigned.
        public var columns: [String]?
    }

    private struct State {
        var items: [Item] = []
        var generation: UInt64 = 0
        var isLooking = false
    }

    private let manager: ModelManager
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "model files", qos: .utility)

    /// Lists the files of the manager's folder by name; the first look reads them.
    init(_ manager: ModelManager) {
        self.manager = manager
        publishNames()
    }

    /// The models, sorted by name.
    public var items: [Item] { state.withLock(\.items) }

    /// Rises with every change.
    public var generation: UInt64 { state.withLock(\.generation) }

    /// Reads the folder again. Returns when that is done, or after `timeout`; at once where files
    /// are being read already, as that may take any time.
    public func look(timeout: Duration) async {
        let isFree = state.withLock { state in
            defer { state.isLooking = true }
            return !state.isLooking
        }
        guard isFree else { return }
        await Timeout.wait(timeout) { done in
            self.queue.async {
                self.lookNow()
                done()
            }
        }
    }

    /// Reads the folder again, after any reading under way.
    ///
    /// Blocks while new files are read: not for threads that serve.
    public func refresh() {
        queue.sync { lookNow() }
    }

    private func lookNow() {
        state.withLock { $0.isLooking = true }
        defer { state.withLock { $0.isLooking = false } }
        // Names first, so that a large new file is listed while it is read.
        let names = publishNames()
        for name in names {
            let entry = manager.entry(named: name)
            change { items in
                for index in items.indices where items[index].entry.name == name {
                    items[index].entry = entry
                }
            }
        }
        manager.forget(allBut: Set(names))
    }

    @discardableResult private func publishNames() -> [String] {
        let names = manager.names()
        let items = names.map { name in
            Item(entry: manager.listedEntry(named: name), columns: manager.columns(of: name))
        }
        change { $0 = items }
        return names
    }

    private func change(_ body: (inout [Item]) -> Void) {
        state.withLock { state in
            let before = state.items
            body(&state.items)
            if state.items != before { state.generation += 1 }
        }
    }
}
