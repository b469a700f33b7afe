import Foundation
import Synchronization
import Telemetry

/// Moves old files of rows that programs sent out of the way, once an hour, where that is asked for.
final class RowArchive: Sendable {
    private let site: Site
    private let next = Mutex(ContinuousClock.now)

    init(site: Site) { self.site = site }

    /// Blocks while it looks at files.
    func moveIfDue() {
        guard let days = site.configuration.archiveAfter else { return }
        let isDue = next.withLock { next in
            guard ContinuousClock.now >= next else { return false }
            next = .now + .seconds(3_600)
            return true
        }
        guard isDue else { return }
        do throws(StorageError) {
            let time = Date().timeIntervalSince1970 - Double(days) * 86_400
            for file in try site.rows.log.archive(before: time) {
                site.log.info("archive", [("file", file)])
            }
        } catch {
            site.log.error("archive", [("error", "\(error)")])
        }
    }
}
