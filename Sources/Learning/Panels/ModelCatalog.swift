import Dispatch
public import Models
import Synchronization

/// What lies in the folder of models, as of the last look: readers get it at once, while files
/// that are new are read and hashed on a queue of the catalog's own.
public final class ModelCatalog: Sendable {
    /// A model's file.
    public struct Item: Sendable, Hashable {
        /// What is known of the file.
        public var entry: ModelEntry
        /// The columns that a user named for its features.
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

    /// A catalog of a manager's folder that knows its files by name; the first look reads them.
    init(_ manager: ModelManager) {
        self.manager = manager
        publishNames()
    }

    /// The models in the order of their names.
    public var items: [Item] { state.withLock(\.items) }

    /// Goes up with every change.
    public var generation: UInt64 { state.withLock(\.generation) }

    /// Has the folder looked at. Returns when that is done, or after `timeout`; at once where
    /// files are being read already, for nobody knows how long they are.
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

    /// Looks at the folder again, after what is being read.
    ///
    /// Blocks for as long as reading new files takes: not for threads that serve.
    public func refresh() {
        queue.sync { lookNow() }
    }

    private func lookNow() {
        state.withLock { $0.isLooking = true }
        defer { state.withLock { $0.isLooking = false } }
        // Names first: a large new file is on the page while it is read.
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
