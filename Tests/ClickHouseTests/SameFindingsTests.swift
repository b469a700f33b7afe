import Foundation
import Pipeline
import Programs
import Reports
import Telemetry
import Testing
import Values

@testable import ClickHouse

/// Whole sets as files and pushed into a cluster of two servers: what is found has to be the same.
@Suite(
    "Sets in a cluster beside their files",
    .enabled(if: Cluster.program != nil, "clickhouse-server is not installed"), .serialized)
struct SameFindingsTests {
    private static let shared = BuiltProgram.checkout.appending(path: "../shared/data").standardized

    private static func files(of set: String) -> [URL] {
        let all = try? FileManager.default.contentsOfDirectory(
            at: shared.appending(path: set), includingPropertiesForKeys: nil)
        return (all ?? []).filter { $0.pathExtension == "csv" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    @Test(
        "of real fleets: readings with errors, failures and repairs, and a log",
        .enabled(if: !files(of: "azure_pdm").isEmpty, "the real data sets are missing"),
        arguments: ["azure_pdm", "loghub_bgl_2k"])
    func real(set: String) throws {
        let texts = try Dictionary(
            uniqueKeysWithValues: Self.files(of: set).map {
                (try ClusterPush.table(for: $0), try Self.wholeSeconds($0))
            })
        let place = try PushedSet(texts)
        try Self.expectSameFindings(place.files(), place.tables())
    }

    /// The times of that log have parts of seconds, which old servers cannot hold.
    private static func wholeSeconds(_ file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8)
            .replacing(/(\d{2}\.\d{2}\.\d{2})\.\d{6}/) { $0.1 }
    }

    @Test("of 10,000 devices, from sums and from rows")
    func many() throws {
        let place = try PushedSet(["readings": Self.manyDevices()])
        for memory in [256 << 20, 24 << 20] {
            let files = try place.files(memory: memory)
            let width = files.source.catalog.axis.bucketWidth
            // A table is planned with more of its memory.
            let tables = try #require(
                [4, 8, 16, 11].lazy.map { try? place.tables(memory: memory * 4 / $0) }
                    .compactMap(\.self)
                    .first { $0.source.catalog.axis.bucketWidth == width })
            #expect(tables.source.catalog.devices.count == 10_000)
            #expect((tables.report.files[0].way == .sums) == (memory < 256 << 20))
            let found = try Self.expectSameFindings(files, tables)
            // A day and a half has too few wide buckets for a drift.
            let drifts = found.contains { $0.devices.contains { $0.name == "d04321" } }
            #expect(drifts || memory < 256 << 20)
            #expect(found.contains { $0.devices.contains { $0.name == "d00077" } })
        }
    }

    /// Readings of a day and a half; one device drifts, another jumps and reports codes.
    private static func manyDevices() -> String {
        var text = "time,device,temperature,pressure,error_code\n"
        for device in 0..<10_000 {
            let name = "d" + String(repeating: "0", count: 5 - "\(device)".count) + "\(device)"
            for step in 0..<108 {
                let hash = (device &* 2_654_435_761 &+ step &* 40_503) % 1_000_003
                let noise = Double(hash &* hash % 1_009) / 1_009
                let hot = device == 4_321 && step > 60 ? Double(step - 60) / 4 : 0
                let isJump = device == 77 && step > 80
                let code = isJump || hash % 9_973 == 0 ? "E7" : ""
                let other = Double((hash &* 31 &+ device) % 1_009) / 1_009
                let pressure = 5 + other / 10 + (isJump ? 0.8 : 0)
                text +=
                    "\(1_735_689_600 + step * 1_200),\(name),\(60 + noise + hot),\(pressure),\(code)\n"
            }
        }
        return text
    }

    @discardableResult
    private static func expectSameFindings(
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

    private static func snapshot(_ set: LoadedDataset) throws -> AnalysedSnapshot {
        try AnalysisPipeline(
            source: set.source, load: set.report, corrections: [:], fingerprint: "0-0"
        ).run(Choice())
    }
}

/// Files, and the same rows pushed into tables of a cluster.
private struct PushedSet {
    private let cluster: Cluster
    private let folder: SourceFolder
    private let texts: [String: String]

    init(_ texts: [String: String]) throws {
        self.texts = texts
        cluster = try Cluster()
        folder = try SourceFolder(cluster.settings(texts.keys.sorted()))
        let writer = SourceSettings(address: cluster.address, user: "writer", tables: ["any"])
        for (table, text) in texts {
            let file = folder.root.appending(path: table + ".csv")
            try Data(text.utf8).write(to: file)
            let job = ClusterPush.Job(
                file: file, schema: try SchemaInference.infer(url: file), options: ReadOptions(),
                table: table)
            for statement in try ClusterPush.statements(
                job, database: "default", cluster: "fleet")
            {
                for number in 0...1 { try cluster.write(statement, on: number) }
            }
            _ = try ClusterPush(writer, name: "x.json", environment: [:]).push(job)
        }
    }

    func files(memory: Int = 256 << 20) throws -> LoadedDataset {
        try folder.loadFiles(texts, memory: memory)
    }

    func tables(memory: Int = 256 << 20) throws -> LoadedDataset {
        try folder.load(memory: memory)
    }
}
