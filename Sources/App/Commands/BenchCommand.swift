import Analysis
import Foundation
import Models
import Pipeline
import Reports
import Telemetry

/// `perfmon bench CASE`: times one part of the program and prints JSON lines.
struct BenchCommand {
    let words: [String]
    let options: InferenceConfiguration

    static let cases = """
        perfmon bench load FILE              read a file into a rollup
        perfmon bench append FILE            the same, then 1,000 rows more in a copy of the file
        perfmon bench analyse SET_FOLDER     read a folder and analyse it
        perfmon bench kmeans POINTS D K      POINTS.f64 and POINTS.init.f64, rows of D doubles
        perfmon bench dbscan POINTS D EPS MIN
        perfmon bench silhouette POINTS D    with the labels of POINTS.labels.i32
        perfmon bench pca POINTS D
        perfmon bench iforest POINTS D       fit and score
        perfmon bench model [ROWS]           rows through an autoencoder in its own process
        perfmon bench pages [DEVICES...]     making each page afresh, for sets of 100, 1,000 and
                                             10,000 devices or as many as are named
        perfmon bench beside                 fresh pages of a set while another is loaded, a model
                                             hangs and a large model's file is read
        perfmon bench fleets [--seconds N] [--seed N] [--out DIR] [--files DIR]
                                             made-up fleets, or the files of a folder, taken the
                                             whole way in processes of their own; faults are
                                             printed, and made smaller in DIR
        perfmon bench stages SET_FOLDER      each stage from the files of a set to its pages
        perfmon bench growth [CASE [SIZE...]]
                                             the same for sets that are made, of growing size:
                                             columns, columns-of-ten, columns-of-rows, codes,
                                             values, devices
        perfmon bench set CASE SIZE FOLDER   the files of one of these sets
        """

    func run() async -> Int32 {
        do {
            switch (words.first, words.count) {
            case ("load", 2): try load(words[1])
            case ("append", 2): try AppendBench(path: words[1]).run()
            case ("analyse", 2): try analyse(words[1])
            case ("kmeans", 4), ("dbscan", 5), ("silhouette", 3), ("pca", 3),
                ("iforest", 3):
                try PointBench(words: words).run()
            case ("model", 1...2):
                let rows = words.count > 1 ? Int(words[1]) ?? 0 : 1_000_000
                try ModelBench(rows: max(rows, 1), options: options).run()
            case ("pages", _):
                let sizes = words.dropFirst().compactMap { Int($0) }.filter { $0 > 0 }
                try PageBench(sizes: sizes.isEmpty ? [100, 1_000, 10_000] : sizes).run()
            case ("beside", 1): try await BesideBench().run()
            case ("fleets", _):
                let options = try FleetBench.Options(words: words.dropFirst())
                return try FleetBench(options: options).run() ? 0 : 1
            case ("stages", 2):
                try StageBench(folder: URL(filePath: words[1], directoryHint: .isDirectory)).run()
            case ("growth", _): try GrowthBench(words: Array(words.dropFirst())).run()
            case ("set", 4): try GrowthBench(words: Array(words.dropFirst())).writeFiles()
            default:
                print(Self.cases)
                return words.isEmpty ? 0 : 2
            }
            return 0
        } catch {
            print("bench: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func load(_ path: String) throws {
        let dataset = try Dataset(name: "bench", files: [URL(filePath: path)])
        let loaded = try Measured.time { try DataLoader.load(dataset) }
        loaded.report(
            "load",
            [
                ("rows", Double(loaded.value.source.catalog.rows)),
                ("mb_per_s", Double(dataset.size) / 1e6 / loaded.seconds),
            ])
    }

    private func analyse(_ path: String) throws {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        let files = names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".txt") }
        let dataset = try Dataset(name: "bench", files: files.map { folder.appending(path: $0) })
        let loaded = try Measured.time { try DataLoader.load(dataset) }
        loaded.report("load", [("rows", Double(loaded.value.source.catalog.rows))])
        let pipeline = AnalysisPipeline(
            source: loaded.value.source, load: loaded.value.report, corrections: [:],
            fingerprint: "bench")
        let analysed = try Measured.time { try pipeline.run(Choice()) }
        analysed.report(
            "analyse",
            [("devices", Double(loaded.value.source.catalog.devices.count))])
    }
}

/// A result with the elapsed and the CPU seconds that it took.
struct Measured<Value> {
    let value: Value
    let seconds: Double
    let cpuSeconds: Double

    static func time(_ work: () throws -> Value) rethrows -> Measured {
        let clock = ContinuousClock()
        let (start, cpu) = (clock.now, Usage.cpuSeconds)
        let value = try work()
        return Measured(
            value: value, seconds: (clock.now - start) / .seconds(1),
            cpuSeconds: Usage.cpuSeconds - cpu)
    }

    /// Prints one JSON line.
    func report(_ name: String, _ figures: [(String, Double)]) {
        let all =
            [
                ("seconds", seconds), ("cpu_s", cpuSeconds), ("peak_rss_mb", Usage.peakMegabytes),
            ] + figures
        let text = all.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
        print("{\"case\": \"\(name)\", \(text)}")
    }
}
