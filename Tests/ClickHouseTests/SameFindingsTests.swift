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
    @Test(
        "of real fleets: readings with errors, failures and repairs, and a log",
        .enabled(if: RealSet.areThere, "the real data sets are missing"), arguments: RealSet.names)
    func real(set: String) throws {
        let place = try PushedSet(try RealSet.texts(set))
        try expectSameFindings(place.files(), place.tables())
    }

    @Test("of 10,000 devices, from sums and from rows")
    func many() throws {
        let devices = ManyDevices(count: 10_000)
        let place = try PushedSet(["readings": devices.csv])
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
            let found = try expectSameFindings(files, tables)
            // A day and a half has too few wide buckets for a drift.
            let (drifting, jumping) = (devices.troubled[0], devices.troubled[1])
            let drifts = found.contains { $0.devices.contains { $0.name == drifting } }
            #expect(drifts || memory < 256 << 20)
            #expect(found.contains { $0.devices.contains { $0.name == jumping } })
        }
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
            let job = try folder.job(table, text)
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
