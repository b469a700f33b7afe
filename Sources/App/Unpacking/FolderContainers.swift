import Dashboard
import Foundation
import Telemetry
import Values
import Wording

/// Containers that people put into the folder of data sets: their tables become files of the set
/// beside them. The container stays where it is, and a hidden file beside it records the outcome.
struct FolderContainers: Sendable {
    let folder: DatasetFolder
    let options: ReadOptions
    var process = UnpackProcess()
    /// Is told of each container that was unpacked, and of each refused one with the reason.
    var report: @Sendable (_ container: String, _ refusal: String?) -> Void = { _, _ in }

    /// Seconds; younger files may still be growing.
    var settled: TimeInterval = 2

    /// The outcome for a container in a certain state; it is opened again once it has changed.
    private struct Mark: Codable {
        var size: Int
        var modified: Date
        var files: [String]
    }

    private static let endings = ["gz", "zip", "xlsx", "xlsm"]

    /// Unpacks what is new. Waits for other processes, so not for Swift's shared thread pool.
    func takeIn() {
        let loose = names(in: folder.raw)
        for name in loose {
            let url = folder.raw.appending(path: name)
            if Self.endings.contains(url.pathExtension.lowercased()) {
                takeIn(url, set: DatasetFolder.looseFiles)
            } else if url.hasDirectoryPath || isFolder(url) {
                for file in names(in: url) {
                    let inner = url.appending(path: file)
                    guard Self.endings.contains(inner.pathExtension.lowercased()) else { continue }
                    takeIn(inner, set: name)
                }
            }
        }
    }

    private func names(in url: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    private func isFolder(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    }

    private func takeIn(_ url: URL, set: String) {
        guard let found = status(of: url), found.modified.timeIntervalSinceNow < -settled else {
            return
        }
        let markURL = url.deletingLastPathComponent()
            .appending(path: ".\(url.lastPathComponent).unpacked")
        let mark = (try? Data(contentsOf: markURL)).flatMap {
            try? JSONDecoder().decode(Mark.self, from: $0)
        }
        if let mark, mark.size == found.size, mark.modified == found.modified { return }
        var opened = OpenedFiles(scratch: folder.incoming, process: process)
        defer { opened.remove() }
        opened.add(path: url.path, name: url.lastPathComponent, bytes: found.size)
        let outcome = store(opened, set, earlier: mark?.files ?? [])
        let new = Mark(size: found.size, modified: found.modified, files: outcome.files)
        try? JSONEncoder().encode(new).write(to: markURL)
        report("\(set)/\(url.lastPathComponent)", outcome.refusal)
    }

    private func status(of url: URL) -> (size: Int, modified: Date)? {
        guard let values = try? FileManager.default.attributesOfItem(atPath: url.path),
            values[.type] as? FileAttributeType == .typeRegular,
            let size = (values[.size] as? NSNumber)?.intValue,
            let modified = values[.modificationDate] as? Date
        else { return nil }
        return (size, modified)
    }

    /// Stores the tables. They replace files from an earlier state of the container, but never
    /// others.
    private func store(
        _ opened: OpenedFiles, _ set: String, earlier: [String]
    ) -> (files: [String], refusal: String?) {
        let checked = opened.checked { table in
            FileCheck(options: options).refusal(path: table.path, name: table.name)
        }
        let errors = opened.refusals.map(\.error) + checked.refused.map(\.1)
        // What only has the ending of a container is a table, or ignored as before.
        guard errors.isEmpty, opened.tables.allSatisfy({ $0.container != nil }) else {
            return (earlier, errors.first.map { PlainPhrases().loadError($0) } ?? "no container")
        }
        let incoming = checked.usable.map {
            IncomingFile(temporary: URL(filePath: $0.path), name: $0.name)
        }
        do {
            var outcome = try folder.add(incoming, to: set, mode: .add)
            let taken = outcome.files.compactMap { file -> String? in
                if case .conflict(let name) = file { name } else { nil }
            }
            if !taken.isEmpty {
                guard taken.allSatisfy(earlier.contains) else {
                    return (earlier, "\(taken[0]) is there already")
                }
                outcome = try folder.add(incoming, to: set, mode: .replace)
            }
            let own = outcome.files.compactMap { file -> String? in
                switch file {
                case .stored(let name), .replaced(let name): name
                default: nil
                }
            }
            return (Array(Set(earlier + own)).sorted(), nil)
        } catch {
            return (earlier, "\(error)")
        }
    }
}
