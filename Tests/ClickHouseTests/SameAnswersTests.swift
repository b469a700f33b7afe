import Foundation
import Telemetry
import Testing
import Values

@testable import ClickHouse

/// The same rows as a file and in a cluster have to give the same answers, whichever way the table
/// is read.
@Suite(
    "Tables in a cluster beside the same rows as files",
    .enabled(if: Cluster.program != nil, "clickhouse-server is not installed"), .serialized)
struct SameAnswersTests {
    static let rows = MadeRows.rows(perDevice: 3_000)

    static func filled(_ rows: [MadeRows.Row] = rows) throws -> Cluster {
        let cluster = try Cluster()
        try cluster.create(
            "readings", MadeRows.columns, order: "device, t", sharding: "cityHash64(device)")
        try insert(rows, into: cluster)
        return cluster
    }

    static func insert(_ rows: [MadeRows.Row], into cluster: Cluster) throws {
        var rest = rows[...]
        while !rest.isEmpty {
            try cluster.write(
                "INSERT INTO readings VALUES \(MadeRows.values(Array(rest.prefix(4_000))))")
            rest = rest.dropFirst(4_000)
        }
    }

    /// Of a table more of the budget is planned with, as its rows are counted beforehand.
    static func same(_ memory: Int) -> Int { memory * 4 / 11 }

    @Test("read row by row, and summed up where buckets hold several rows")
    func waysOfReading() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        for memory in [256 << 20, 400 << 10] {
            let files = try folder.loadFiles(["readings": MadeRows.csv(Self.rows)], memory: memory)
            let table = try folder.load(memory: Self.same(memory))
            let isSummed = files.source.catalog.axis.bucketWidth > 60
            #expect(isSummed == (memory < 1 << 20))
            expectSame(files.source, table.source)
            let (left, right) = (files.report.files[0], table.report.files[0])
            #expect(left.rowsKept == right.rowsKept)
            #expect(left.timeRange == right.timeRange)
            #expect(left.signals.map(\.count) == right.signals.map(\.count))
            #expect(right.preview.count == 21)
        }
    }

    @Test("raw rows behind a mark, with devices, codes and times of any name")
    func rawRows() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let files = try folder.loadFiles(["readings": MadeRows.csv(Self.rows)]).source
        let table = try folder.load().source
        var filters = files.catalog.devices.indices.map { Filter(devices: [$0]) }
        filters.append(Filter(from: 1_735_700_000, to: 1_735_703_600))
        filters += files.catalog.codes.indices.map { Filter(codes: [$0]) }
        for filter in filters {
            let left = try files.rows(filter, file: nil, offset: 3, limit: 5)
            let right = try table.rows(filter, file: nil, offset: 3, limit: 5)
            #expect(left.total == right.total && right.total > 0)
            #expect(right.rows.count == 5)
        }
        let page = try table.rows(Filter(devices: [2]), file: "readings", offset: 0, limit: 1)
        #expect(page.header.first == "t")
        #expect(page.rows.first?.cells[0].hasSuffix("Z") == true)
        #expect(page.rows.first?.cells[1] == table.catalog.devices[2].name)
    }

    @Test("new rows are noticed, and no others")
    func newRows() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let first = try folder.folder.current("fleet")
        #expect(try folder.folder.current("fleet") == first)
        let before = try folder.load()
        try cluster.write(
            "INSERT INTO readings VALUES (1735999999,'pump 1',70,1013251,1,'','info',0)")
        let second = try folder.folder.current("fleet")
        #expect(second != first)
        let after = try before.reloaded(second, database: folder.folder.database)
        #expect(after.source.catalog.rows == before.source.catalog.rows + 1)
        #expect(after.version != before.version)
    }

    /// Columns that are no text, named like parts of statements or in ways that have to be escaped,
    /// sorted by time, with values that are no numbers.
    @Test("of any layout: odd names, counts of milliseconds, flags, decimals, no cluster")
    func layouts() throws {
        let cluster = try Cluster()
        try cluster.write(
            """
            CREATE TABLE odd (timestamp UInt64, unit Nullable(Int32), ` bucket ` Float64, word Decimal(18, 3),
            overheat_alarm UInt8, `a``b.c` Nullable(Float32)) ENGINE = MergeTree ORDER BY timestamp
            """)
        var text = "timestamp,unit,bucket,word,overheat_alarm,a`b.c\n"
        var values: [String] = []
        for row in 0..<8_000 {
            let cells = [
                "\(1_735_689_600_000 + row / 5 * 60_000)", "\(row % 5 + 1)",
                "\(Double(row * 7 % 48) + 0.5)", "\(row * 13 % 500).125",
                row % 401 == 0 ? "1" : "0", row % 9 == 0 ? "" : "\(Double(row * 11 % 64) / 8)",
            ]
            text += cells.joined(separator: ",") + "\n"
            var sent = cells
            if cells[5].isEmpty { sent[5] = row % 2 == 0 ? "NULL" : "nan" }
            values.append("(" + sent.joined(separator: ",") + ")")
        }
        try cluster.write("INSERT INTO odd VALUES " + values.joined(separator: ","))
        let folder = try SourceFolder(cluster.settings(["odd"]))
        for memory in [256 << 20, 90 << 10] {
            let files = try folder.loadFiles(["odd": text], memory: memory)
            let table = try folder.load(memory: Self.same(memory))
            #expect(table.report.files[0].way == (memory > 1 << 20 ? .rows : .sums))
            expectSame(files.source, table.source)
        }
        let source = try folder.load().source
        let page = try source.rows(
            Filter(from: 1_735_690_000, codes: [0]), file: nil, offset: 0, limit: 5)
        #expect(page.total > 0 && page.rows.allSatisfy { $0.cells[4] == "1" })
    }

    @Test("a lost shard is a sentence and no half of the rows")
    func lostShard() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let before = try folder.load().source.catalog.rows
        cluster.kill(1)
        #expect {
            try folder.load()
        } throws: { error in
            guard case .database(.shard) = error as? LoadError else { return false }
            return true
        }
        try cluster.restart(1)
        #expect(try folder.load().source.catalog.rows == before)
    }

    @Test("a server that is started again in mid-query is a sentence, and answers afterwards")
    func restarted() async throws {
        let cluster = try Cluster()
        let client = try QueryClient(
            cluster.settings(["readings"]), file: "x.json", environment: [:])
        let asked = Task.detached { Result { try client.answer("SELECT sleep(3)") } }
        try await Task.sleep(for: .milliseconds(700))
        cluster.kill(0)
        guard case .failure(let error) = await asked.value,
            case .silent = error as? SourceFault
        else {
            Issue.record("An answer came from a server that was ended.")
            return
        }
        try cluster.restart(0)
        var answer = try client.rows("SELECT toUInt64(7)")
        #expect(try answer.uint64() == 7)
    }

    @Test("what is asked when the program ends is ended on the server too")
    func closed() async throws {
        let cluster = try Cluster()
        let client = try QueryClient(
            cluster.settings(["readings"]), file: "x.json", environment: [:])
        let endless = "SELECT count() FROM system.numbers WHERE NOT ignore(cityHash64(number))"
        let asked = Task.detached { Result { try client.answer(endless) } }
        let other = try QueryClient(
            cluster.settings(["readings"]), file: "x.json", environment: [:])
        let count = { () throws -> Int in
            var answer = try other.rows(
                """
                SELECT count() FROM system.processes
                WHERE query LIKE '%cityHash64(number%' AND query NOT LIKE '%processes%'
                """)
            return try answer.count()
        }
        while try count() == 0 { try await Task.sleep(for: .milliseconds(20)) }
        client.endAll()
        guard case .failure = await asked.value else {
            Issue.record("An endless query has ended by itself.")
            return
        }
        for _ in 0..<200 where try count() > 0 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(try count() == 0)
        #expect(throws: SourceFault.self) { try client.answer("SELECT 1") }
    }

    @Test("columns that come or go are noticed, corrections stay")
    func columns() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        _ = try folder.load()
        let correction = SchemaCorrection(roles: ["starts": .ignore])
        try folder.folder.setCorrection(correction, for: "readings", in: "fleet")
        #expect(!(try folder.load().source.catalog.metrics.map(\.name).contains("starts")))
        for number in 0...1 {
            try cluster.write(
                "ALTER TABLE readings_local ADD COLUMN humidity Float64 DEFAULT 40 + starts",
                on: number)
            try cluster.write("ALTER TABLE readings ADD COLUMN humidity Float64", on: number)
        }
        let names = try folder.load().source.catalog.metrics.map(\.name)
        #expect(names.contains("humidity") && !names.contains("starts"))
    }
}

/// The same with a current engine, as one server without a cluster.
@Suite(
    "Tables of a current engine beside the same rows as files",
    .enabled(if: CurrentEngine.isThere, "the package chdb or its stand-in server is missing"))
struct CurrentEngineTests {
    @Test("read row by row, and summed up where buckets hold several rows")
    func waysOfReading() throws {
        let rows = MadeRows.rows(perDevice: 1_000)
        let engine = try CurrentEngine()
        try engine.write("CREATE DATABASE IF NOT EXISTS fleet")
        try engine.write(
            """
            CREATE TABLE fleet.readings (\(MadeRows.columns)) ENGINE = MergeTree
            ORDER BY (device, t)
            """)
        try engine.write("INSERT INTO fleet.readings VALUES \(MadeRows.values(rows))")
        let folder = try SourceFolder(
            SourceSettings(address: engine.address, database: "fleet", tables: ["readings"]))
        for memory in [256 << 20, 200 << 10] {
            let files = try folder.loadFiles(["readings": MadeRows.csv(rows)], memory: memory)
            let table = try folder.load(memory: memory * 4 / 11)
            #expect((table.source.catalog.axis.bucketWidth > 60) == (memory < 1 << 20))
            expectSame(files.source, table.source)
        }
    }
}

/// Expects equal counts, and sums that differ by rounding only.
func expectSame(_ left: EmbeddedSource, _ right: EmbeddedSource) {
    #expect(left.catalog.devices == right.catalog.devices)
    #expect(left.catalog.metrics == right.catalog.metrics)
    #expect(left.catalog.codes == right.catalog.codes)
    #expect(left.catalog.severities == right.catalog.severities)
    #expect(left.catalog.rows == right.catalog.rows)
    #expect(left.catalog.hasLabels == right.catalog.hasLabels)
    #expect(left.catalog.axis.bucketWidth == right.catalog.axis.bucketWidth)
    #expect(left.catalog.axis.dataRange == right.catalog.axis.dataRange)
    for filter in [
        Filter(), Filter(from: 1_735_720_000, to: 1_735_800_000), Filter(devices: [1, 3]),
    ] {
        let (one, other) = (left.deviceFeatures(filter), right.deviceFeatures(filter))
        #expect(one.count == other.count)
        for (one, other) in zip(one, other) {
            #expect(one.rows == other.rows && one.codes == other.codes)
            #expect(one.labelled == other.labelled)
            for (one, other) in zip(one.metrics, other.metrics) {
                #expect(one.count == other.count)
                // Without readings the rest is NaN.
                guard one.count > 0 else { continue }
                #expect(one.minimum == other.minimum && one.maximum == other.maximum)
                #expect(abs(one.mean - other.mean) <= 1e-9 * abs(one.mean))
                #expect(abs(one.m2 - other.m2) <= 1e-9 * max(one.m2, 1e-6))
                #expect(one.last == other.last)
            }
        }
    }
}
