import Foundation
import HTTP
import Store
import Synchronization
import Telemetry

/// Where rows that programs send go: parsed one batch after the other, stored in groups, and read
/// soon after.
final class RowIntake: Sendable {
    let log: RowLog
    /// Parses batches, off the threads that serve.
    let reading = BlockingWork()
    let counters = RowCounters()
    private let sets = Mutex<[String: Bool]>([:])

    /// Between two readings of a set at least.
    static let interval = Duration.seconds(1)

    init(folder: DatasetFolder) { log = RowLog(folder: folder) }

    /// Has a set read that rows were appended to: at once where that was not done within the last
    /// second, or as long as it took then; else at the end of that time, once for all that came.
    func appended(to set: String, _ site: Site) {
        let isIdle = sets.withLock { sets in
            let isIdle = sets[set] == nil
            sets[set] = !isIdle
            return isIdle
        }
        if isIdle { Task { await self.read(set, site) } }
    }

    private func read(_ set: String, _ site: Site) async {
        var isMore = true
        while isMore {
            sets.withLock { $0[set] = false }
            let start = ContinuousClock.now
            await site.work(of: set) { site.store.readAppended(to: set) }
            while site.store.isUnderWay(set) { try? await Task.sleep(for: .milliseconds(20)) }
            let took = ContinuousClock.now - start
            try? await Task.sleep(for: max(took, Self.interval - took))
            isMore = sets.withLock { sets in
                let isMore = sets[set] == true
                if !isMore { sets[set] = nil }
                return isMore
            }
        }
    }
}
