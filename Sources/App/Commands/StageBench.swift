import Dashboard
import Foundation
import Pipeline
import Reports
import Telemetry
import Wording

/// `perfmon bench stages FOLDER`: the time of each stage from the files of a set to its pages, as
/// one JSON line.
struct StageBench {
    let folder: URL

    /// The pages that follow an upload.
    private static let pages: [Page] = [.overview, .clusters, .trends, .diagnostics, .importFiles]

    func run() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let files = names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".txt") }
            .map { folder.appending(path: $0) }
        let dataset = try Dataset(name: "bench", files: files)
        let loaded = try Measured.time { try DataLoader.load(dataset) }
        let pipeline = AnalysisPipeline(
            source: loaded.value.source, load: loaded.value.report, corrections: [:],
            fingerprint: "bench")
        let analysed = try Measured.time { try pipeline.run(Choice()) }
        let base = analysed.value
        let diagnosed = try Measured.time {
            try pipeline.diagnose(nil, in: base) { _ in ModelPanel(runtime: .missing, entries: []) }
        }
        let pages = Measured.time { Self.pageSizes(base, diagnosed.value) }
        let kmeans = try Measured.time {
            try pipeline.regrouped(base, Choice(clusters: ClusterChoice(k: 4)))
        }
        let dbscan = try Measured.time {
            try pipeline.regrouped(base, Choice(clusters: ClusterChoice(algorithm: .dbscan)))
        }
        let stages = [
            stage("load", loaded), stage("analyse", analysed), stage("diagnose", diagnosed),
            stage("pages", pages), stage("kmeans", kmeans), stage("dbscan", dbscan),
        ]
        let catalog = loaded.value.source.catalog
        print(
            "{\"rows\": \(catalog.rows), \"devices\": \(catalog.devices.count), "
                + stages.joined(separator: ", ")
                + ", \"largest_page_kb\": \((pages.value.max() ?? 0) / 1_000)"
                + ", \"peak_rss_mb\": \(Int(Usage.peakMegabytes.rounded()))}")
    }

    /// Elapsed and CPU seconds of a stage, as members of a JSON object.
    private func stage<Value>(_ name: String, _ measured: Measured<Value>) -> String {
        String(
            format: "\"%@_s\": %.2f, \"%@_cpu_s\": %.2f", name, measured.seconds, name,
            measured.cpuSeconds)
    }

    /// Bytes of each page, made afresh.
    private static func pageSizes(
        _ analysed: AnalysedSnapshot, _ diagnosis: DiagnosticReport?
    ) -> [Int] {
        pages.map { page in
            let input = PageInput(
                snapshot: analysed.snapshot, diagnostics: page == .diagnostics ? diagnosis : nil,
                datasets: ["bench"], dataset: "bench", state: .ready)
            return PageRenderer.render(page, input).count
        }
    }
}
