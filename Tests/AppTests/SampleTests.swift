import Foundation
import Pipeline
import Reports
import Telemetry
import Testing
import Values
@testable import App

/// What is planted in the sample fleet is found and said.
@Suite("The sample fleet")
struct SampleTests {
    private static func folder() throws -> URL {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-sample-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/sample-fleet")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in SampleFleet().files() {
            try Data(file.text.utf8).write(to: folder.appending(path: file.name))
        }
        return root
    }

    @Test("The files are the same every time, under five megabytes, and those of the checkout")
    func bytes() throws {
        let files = SampleFleet().files()
        #expect(files.map(\.text) == SampleFleet().files().map(\.text))
        #expect(files.reduce(0) { $0 + $1.text.utf8.count } < 5_000_000)
        let stored = ImportTableTests.root.appending(path: "data/raw/sample-fleet")
        for file in files {
            #expect(
                try Data(contentsOf: stored.appending(path: file.name)) == Data(file.text.utf8),
                "\(file.name) differs from `perfmon sample`")
        }
    }

    @Test("Every planted trouble is a finding")
    func planted() throws {
        let site = try LoadedSite(root: try Self.folder(), set: "sample-fleet")
        defer { site.remove() }
        let overview = site.analysed.snapshot.overview
        let status = Dictionary(
            uniqueKeysWithValues: overview.devices.map { ($0.device.name, $0.status) })
        #expect(status["pump-07"] == .critical)
        for number in 31...35 { #expect(status["pump-\(number)"] != .ok, "pump-\(number)") }
        #expect(status["pump-12"] != .ok)
        let healthy = overview.devices.count { $0.status == .ok }
        #expect(healthy >= 28, "only \(healthy) of 40 devices are called OK")
        let kinds =
            overview.changes.map(\.kind) + site.analysed.snapshot.trends.findings.map(\.kind)
        let diagnosis = try ["pump-07", "pump-12", "pump-18", "pump-26"].flatMap { name in
            try #require(
                try site.pipeline.diagnose(name, in: site.analysed) { _ in
                    ModelPanel(runtime: .missing, entries: [])
                }
            ).findings.map(\.kind)
        }
        let all = kinds + diagnosis
        let troubles = all.compactMap {
            if case .episode(let episode) = $0 { episode } else { nil }
        }
        let isTold = { (kinds: [EpisodeKind], device: String, reading: String?) in
            troubles.contains { episode in
                kinds.contains(episode.kind) && episode.devices.contains { $0.name == device }
                    && reading.map { name in
                        episode.subjects.contains { $0.name.hasPrefix(name) }
                    } ?? true
            }
        }
        #expect(isTold([.drift, .step, .efficiency], "pump-07", "vibration"))
        #expect(isTold([.frozen], "pump-12", "pressure"))
        #expect(isTold([.intermittent], "pump-18", nil))
        #expect(isTold([.silent], "pump-26", nil))
        #expect(
            all.contains {
                if case .groupApart(let a, let v, let m, _, _, let n, _) = $0 {
                    a == "firmware" && v == "2.1" && m.name.hasPrefix("pressure") && n == 8
                } else {
                    false
                }
            })
        #expect(all.contains { if case .dailyPattern = $0 { true } else { false } })
        #expect(
            all.contains {
                if case .weeklyPattern(_, _, _, let lowest, _) = $0 { lowest >= 5 } else { false }
            })
        #expect(site.analysed.snapshot.context.cellsRefused > 0)
    }

    @Test(
        "The diagnosis of pump-07 says which reading, since when, and when the failure level is met"
    )
    func diagnosis() throws {
        let site = try LoadedSite(root: try Self.folder(), set: "sample-fleet")
        defer { site.remove() }
        let report = try #require(
            try site.pipeline.diagnose("pump-07", in: site.analysed) { _ in
                ModelPanel(runtime: .missing, entries: [])
            })
        #expect(report.contributions.first?.metric.name.hasPrefix("vibration") == true)
        #expect(abs(report.contributions.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        let since = try #require(report.row.trouble?.from)
        let planted = Double(SampleFleet.start + Plant.bearingFrom * 3_600)
        #expect(abs(since - planted) < 4 * 86_400)
        let threshold = try #require(report.forecast?.threshold)
        #expect(threshold.origin == .failures(1))
        #expect(report.forecast?.crossing != nil)
        #expect(report.health.reduce(0) { $0 + $1.points } > 50)
    }
}
