import Foundation
import Pipeline
import Programs
import Reports
import Telemetry
import Testing
import Values

@testable import ClickHouse

/// Real sets that the tests may read.
enum RealSet {
    static let names = ["azure_pdm", "loghub_bgl_2k"]
    static let areThere = names.allSatisfy { !files($0).isEmpty }

    private static let shared = BuiltProgram.checkout.appending(path: "../shared/data").standardized

    private static func files(_ set: String) -> [URL] {
        let all = try? FileManager.default.contentsOfDirectory(
            at: shared.appending(path: set), includingPropertiesForKeys: nil)
        return (all ?? []).filter { $0.pathExtension == "csv" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The files by the names of their tables. The times of the log have parts of seconds, which old
    /// servers cannot hold: they are cut.
    static func texts(_ set: String) throws -> [String: String] {
        try Dictionary(
            uniqueKeysWithValues: files(set).map { file in
                let text = try String(contentsOf: file, encoding: .utf8)
                    .replacing(/(\d{2}\.\d{2}\.\d{2})\.\d{6}/) { $0.1 }
                return (try ClusterPush.table(for: file), text)
            })
    }
}

/// Readings of many devices over a day and a half; one drifts, another jumps and reports codes.
struct ManyDevices {
    let count: Int

    private var drifting: Int { 4_321 % count }
    private let jumping = 77

    /// The devices with something wrong: the one that drifts, the one that jumps.
    var troubled: [String] { [Self.name(drifting), Self.name(jumping)] }

    private static func name(_ device: Int) -> String {
        "d" + String(repeating: "0", count: 5 - "\(device)".count) + "\(device)"
    }

    var csv: String {
        var text = "time,device,temperature,pressure,error_code\n"
        for device in 0..<count {
            let name = Self.name(device)
            for step in 0..<108 {
                let hash = (device &* 2_654_435_761 &+ step &* 40_503) % 1_000_003
                let noise = Double(hash &* hash % 1_009) / 1_009
                let hot = device == drifting && step > 60 ? Double(step - 60) / 4 : 0
                let isJump = device == jumping && step > 80
                let code = isJump || hash % 9_973 == 0 ? "E7" : ""
                let other = Double((hash &* 31 &+ device) % 1_009) / 1_009
                let pressure = 5 + other / 10 + (isJump ? 0.8 : 0)
                text +=
                    "\(1_735_689_600 + step * 1_200),\(name),\(60 + noise + hot),\(pressure),\(code)\n"
            }
        }
        return text
    }
}

/// Expects equal sums, and the same episodes and ranking; gives what was found.
@discardableResult
func expectSameFindings(
    _ files: LoadedDataset, _ tables: LoadedDataset
) throws -> [Episode] {
    expectSame(files.source, tables.source)
    let (left, right) = (try snapshot(files), try snapshot(tables))
    let (one, other) = (try left.pipeline.episodes(), try right.pipeline.episodes())
    #expect(one.count == other.count && !one.isEmpty)
    for (one, other) in zip(one, other) {
        #expect(one.kind == other.kind && one.devices == other.devices)
        #expect(one.subjects == other.subjects && one.group == other.group)
        #expect(one.from == other.from && one.to == other.to)
        #expect(abs(one.severity - other.severity) < 1e-6)
    }
    let (overview, second) = (left.snapshot.overview, right.snapshot.overview)
    #expect(overview.devices.map(\.device) == second.devices.map(\.device))
    #expect(overview.devices.map(\.status) == second.devices.map(\.status))
    return one
}

private func snapshot(_ set: LoadedDataset) throws -> AnalysedSnapshot {
    try AnalysisPipeline(
        source: set.source, load: set.report, corrections: [:], fingerprint: "0-0"
    ).run(Choice())
}
