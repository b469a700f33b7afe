import Synchronization
public import Values

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file in the folder of models.
public struct ModelEntry: Sendable, Hashable {
    /// What came of reading it.
    public enum State: Sendable, Hashable {
        case ready(ModelCard)
        case refused(ModelRefusal)
        case unreadable(errno: Int32)
        /// It has not been read yet; `ModelManager` itself never says so.
        case unread
    }

    /// The name of the file within the folder.
    public let name: String

    /// Whether it is a model, as far as the file was read.
    public let state: State

    /// The card of a model that is not refused.
    public var card: ModelCard? {
        if case .ready(let card) = state { card } else { nil }
    }
}

/// The `.onnx` files of a folder: which there are, what they say of themselves, and which fit some
/// data.
///
/// Methods read files or wait for the process that runs models: call them from a queue of your
/// own, not from Swift's shared pool. They may be called from several threads.
public final class ModelManager: Sendable {
    private struct Known {
        let stamp: FileBytes.Stamp
        let state: ModelEntry.State
    }

    /// The folder; it need not exist.
    public let folder: String

    /// The client whose child process runs the models.
    public let client: InferenceClient
    let limits: ScanLimits
    private let known = Mutex<[String: Known]>([:])
    private let beforeReading: @Sendable (_ name: String) -> Void

    /// Manages the models of a folder, run by `client`.
    ///
    /// - Parameter beforeReading: called before a file is read and hashed, where that is done.
    public init(
        folder: String, client: InferenceClient, limits: ScanLimits = ScanLimits(),
        beforeReading: @escaping @Sendable (_ name: String) -> Void = { _ in }
    ) {
        self.folder = folder
        self.client = client
        self.limits = limits
        self.beforeReading = beforeReading
    }

    /// Whether models can be run on this machine.
    public var runtime: RuntimeState { client.runtime() }

    /// As `runtime`, without waiting for anything; nil before somebody has asked for it.
    public var knownRuntime: RuntimeState? { client.askedRuntime }

    /// The models in the order of their names; none where there is no folder. A file is read again
    /// only when its size, time or node has changed.
    public func list() -> [ModelEntry] {
        let names = names()
        let entries = names.map(entry)
        forget(allBut: Set(names))
        return entries
    }

    /// The names of the models' files, in order; none where there is no folder.
    public func names() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter(ModelManager.isModelName).sorted()
    }

    /// Drops what is known of files that are no more.
    public func forget(allBut names: Set<String>) {
        known.withLock { $0 = $0.filter { names.contains($0.key) } }
    }

    /// What is known of a file that has not changed since it was read; nil where it would have to
    /// be read.
    private func knownEntry(named name: String) -> ModelEntry? {
        guard let stamp = try? FileBytes.stamp(path(name)),
            let found = known.withLock({ $0[name] }), found.stamp == stamp
        else { return nil }
        return ModelEntry(name: name, state: found.state)
    }

    /// What is known of a file without reading it; `.unread` where it would have to be read.
    public func listedEntry(named name: String) -> ModelEntry {
        knownEntry(named: name) ?? ModelEntry(name: name, state: .unread)
    }

    /// What is known of a file, which is read first where it has changed.
    public func entry(named name: String) -> ModelEntry {
        guard ModelManager.isModelName(name) else {
            return ModelEntry(name: name, state: .unreadable(errno: ModelManager.invalidName))
        }
        do throws(SystemError) {
            let stamp = try FileBytes.stamp(path(name))
            if let found = knownEntry(named: name) { return found }
            beforeReading(name)
            let state = try read(name)
            known.withLock { $0[name] = Known(stamp: stamp, state: state) }
            return ModelEntry(name: name, state: state)
        } catch {
            return ModelEntry(name: name, state: .unreadable(errno: error.errno))
        }
    }

    private func read(_ name: String) throws(SystemError) -> ModelEntry.State {
        guard let bytes = try FileBytes.read(path(name), limit: limits.bytes) else {
            let size = try FileBytes.stamp(path(name)).size
            return .refused(.tooLarge(bytes: size, limit: limits.bytes))
        }
        do throws(ModelRefusal) {
            return .ready(try ModelScan.card(of: ModelFile(bytes: bytes), limits: limits))
        } catch {
            return .refused(error)
        }
    }
}
