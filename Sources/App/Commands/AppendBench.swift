import Foundation
import Pipeline
import Reports
import Telemetry

/// `perfmon bench append FILE`: what it costs when a large file grows by 1,000 rows.
struct AppendBench {
    let path: String

    func run() throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        let copy = folder.appending(path: URL(filePath: path).lastPathComponent)
        try manager.copyItem(at: URL(filePath: path), to: copy)
        let loaded = try DataLoader.load(try Dataset(name: "bench", files: [copy]))
        try grow(copy)
        let grown = try Dataset(name: "bench", files: [copy])
        let again = try Measured.time { try loaded.reloaded(grown) }
        let rows = Double(again.value.source.catalog.rows)
        again.report("append", [("rows", rows)])
        let analysed = try Measured.time {
            try AnalysisPipeline(
                source: again.value.source, load: again.value.report, corrections: [:],
                fingerprint: "bench"
            ).run(Choice())
        }
        analysed.report("analyse", [("rows", rows)])
    }

    /// Appends the last 1,000 rows of the file to it once more.
    private func grow(_ url: URL) throws {
        let handle = try FileHandle(forUpdating: url)
        defer { try? handle.close() }
        let end = try handle.seekToEnd()
        try handle.seek(toOffset: end - min(end, 1 << 20))
        let tail = try handle.readToEnd() ?? Data()
        let lines = tail.split(separator: 0x0A).dropFirst().suffix(1_000)
        try handle.write(contentsOf: Data(lines.joined(separator: [0x0A])) + [0x0A])
    }
}
