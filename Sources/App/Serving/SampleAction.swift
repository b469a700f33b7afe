import Foundation
import HTTP
import Telemetry
import Values

/// Puts the sample fleet in place, for people who have no files of their own at hand.
struct SampleAction: Sendable {
    let site: Site

    /// Answers as for an upload of the same files; where they are there already, nothing changes.
    func reply(to request: Request) -> Reply {
        .later {
            let outcome = await site.work(of: SampleFleet.name) { store() }
            return await Upload(site: site).answer(outcome, current: nil, request)
        }
    }

    private func store() -> Upload.Outcome {
        let folder = site.folder.incoming.appending(path: "sample-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let tables = SampleFleet().files().filter { $0.name.hasSuffix(".csv") }
        let bytes = tables.reduce(0) { $0 + $1.text.utf8.count }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let files = try tables.map { table in
                let place = folder.appending(path: table.name)
                try Data(table.text.utf8).write(to: place)
                return IncomingFile(temporary: place, name: table.name)
            }
            let outcome = try site.folder.add(files, to: SampleFleet.name, mode: .new)
            return Upload.outcome(outcome, mode: .new, bytes: bytes)
        } catch {
            return Upload.failure(error, root: site.folder.root, bytes: bytes)
        }
    }
}
