import Dashboard
import Foundation
import Pipeline
import Reports
import Telemetry
import Wording

/// `perfmon bench pages`: the CPU time to make a page of an analysed set, and how it grows with the
/// devices. Nothing is kept between two pages.
struct PageBench {
    let sizes: [Int]

    private static let pages: [Page] = [.overview, .clusters, .trends, .diagnostics]
    private static let rounds = 31

    /// The median time of one page and its size.
    struct Row {
        var page: Page
        var devices: Int
        var milliseconds: Double
        var bytes: Int
    }

    func run() throws {
        let rows = try sizes.flatMap(rows)
        for row in rows {
            print(row)
        }
        guard let first = sizes.first, let last = sizes.last, first < last else { return }
        for page in Self.pages {
            let own = rows.filter { $0.page == page }
            guard let small = own.first, let large = own.last else { continue }
            let growth = String(format: "%.2f", large.milliseconds / small.milliseconds)
            Swift.print(
                "{\"case\": \"pages\", \"page\": \"\(page.rawValue)\", "
                    + "\"from\": \(first), \"to\": \(last), \"cpu_growth\": \(growth), "
                    + "\"bytes_more\": \(large.bytes - small.bytes)}")
        }
    }

    /// One row for each page of a set with so many devices.
    func rows(devices: Int) throws -> [Row] {
        let input = try Self.input(devices: devices)
        return Self.pages.map { page in
            var input = input
            if page != .diagnostics { input.diagnostics = nil }
            let first = PageRenderer.render(page, input)
            let times = (0..<Self.rounds).map { _ in
                Measured.time { PageRenderer.render(page, input) }.cpuSeconds
            }
            return Row(
                page: page, devices: devices, milliseconds: times.sorted()[Self.rounds / 2] * 1e3,
                bytes: first.count)
        }
    }

    /// A set of so many devices, loaded and analysed.
    static func input(devices: Int) throws -> PageInput {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        let urls = try PageBenchSet(devices: devices).files.map { file in
            let url = folder.appending(path: file.name)
            try Data(file.text.utf8).write(to: url)
            return url
        }
        let loaded = try DataLoader.load(try Dataset(name: "bench", files: urls))
        let pipeline = AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: [:], fingerprint: "bench")
        let analysed = try pipeline.run(Choice())
        let diagnosis = try pipeline.diagnose(nil, in: analysed) { _ in
            ModelPanel(runtime: .missing, entries: [])
        }
        let input = PageInput(
            snapshot: analysed.snapshot, diagnostics: diagnosis, datasets: ["bench"],
            dataset: "bench", state: .ready)
        return input
    }

    private func print(_ row: Row) {
        Swift.print(
            "{\"case\": \"pages\", \"page\": \"\(row.page.rawValue)\", "
                + "\"devices\": \(row.devices), "
                + "\"cpu_ms\": \(String(format: "%.2f", row.milliseconds)), "
                + "\"bytes\": \(row.bytes)}")
    }
}
