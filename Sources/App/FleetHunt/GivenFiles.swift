import Analysis
import Foundation

/// Files of a folder to walk through: each file alone, each subfolder as a set, then pairs of the
/// files as sets while there is time.
struct GivenFiles {
    let folder: URL
    /// No further pair begins after this.
    let end: ContinuousClock.Instant

    private static let endings: Set<String> = ["csv", "tsv", "txt"]

    /// Walks through all of them; throws where files cannot be read or a process cannot be started.
    func walk(_ hunt: FleetHunt, _ log: inout HuntLog) throws {
        let (files, subfolders) = try listing(folder)
        let sets = try subfolders.map { try listing($0).files }.filter { !$0.isEmpty }
        for set in files.map({ [$0] }) + sets { try walk(set, hunt, &log) }
        var random = SeededGenerator(seed: 1)
        var pairs = files.indices.flatMap { place in
            files[(place + 1)...].map { [files[place], $0] }
        }
        random.shuffle(&pairs)
        for pair in pairs {
            guard ContinuousClock.now < end else { return }
            try walk(pair, hunt, &log)
        }
    }

    private func walk(_ set: [URL], _ hunt: FleetHunt, _ log: inout HuntLog) throws {
        let manager = FileManager.default
        let place = hunt.workshop.appending(path: "files")
        try? manager.removeItem(at: hunt.workshop)
        try manager.createDirectory(at: place, withIntermediateDirectories: true)
        var bytes = 0
        for file in set {
            let data = try Data(contentsOf: file)
            bytes += data.count
            try data.write(to: place.appending(path: file.lastPathComponent))
        }
        // A cell has about eight bytes.
        let result = try hunt.walk(cells: bytes / 8)
        _ = log.new(result, of: set.map(\.lastPathComponent).joined(separator: " + "))
    }

    private func listing(_ folder: URL) throws -> (files: [URL], folders: [URL]) {
        let all = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey]
        ).sorted { $0.path < $1.path }
        let folders = all.filter {
            (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
        }
        let files = all.filter {
            Self.endings.contains($0.pathExtension.lowercased())
                && !$0.lastPathComponent.lowercased().hasPrefix("readme")
        }
        return (files, folders)
    }
}
