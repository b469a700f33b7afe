import Foundation
import Telemetry
import Testing
import Values

@testable import ClickHouse

@Suite(
    "Rows pushed into a cluster",
    .enabled(if: Cluster.program != nil, "clickhouse-server is not installed"), .serialized)
struct PushTests {
    private static let rows = MadeRows.rows(perDevice: 2_000)

    @Test("give the answers of their file, once however often they are pushed")
    func once() throws {
        let place = try PushPlace(MadeRows.csv(Self.rows))
        try place.makeTable()
        let first = try place.push()
        #expect(first.written == Self.rows.count)
        #expect(first.known == 0 && first.outOfRange == 0)
        let again = try place.push()
        #expect(again.written == 0)
        #expect(again.known == Self.rows.count)
        for memory in [256 << 20, 300 << 10] {
            let files = try place.folder.loadFiles(
                ["readings": MadeRows.csv(Self.rows)], memory: memory)
            let table = try place.folder.load(memory: memory * 4 / 11)
            expectSame(files.source, table.source)
        }
    }

    @Test("that a file has more of now are the only ones that are written")
    func growth() throws {
        let place = try PushPlace(MadeRows.csv(Array(Self.rows.prefix(1_500))))
        try place.makeTable()
        _ = try place.push()
        try place.write(MadeRows.csv(Self.rows))
        let grown = try place.push()
        #expect(grown.written == Self.rows.count - 1_500)
        #expect(try place.count() == Self.rows.count)
    }

    @Test("are known again where the last line was not whole, and where roles are others now")
    func cutLine() throws {
        let lines = (0..<1_400).map { row in
            "2025-01-01T\(row / 600)\(row / 60 % 10):\(row / 10 % 6)\(row % 10):00Z,d\(row % 3),\(row % 400 == 7 || row > 1_000 ? "-999" : "\(row * 37 % 11).5")\n"
        }
        let text = "time,device,pressure\n" + lines.joined()
        let whole = "time,device,pressure\n" + lines.prefix(700).joined()
        let place = try PushPlace(String(text.prefix(whole.count - 3)))
        try place.makeTable()
        #expect(try place.push().written == 700)
        try place.write(text)
        let grown = try place.push()
        #expect(grown.known == 699)
        #expect(grown.written == 701)
        #expect(try place.push().written == 0)
    }

    @Test("that were changed since are not written a second time")
    func changed() throws {
        let place = try PushPlace(MadeRows.csv(Self.rows))
        try place.makeTable()
        _ = try place.push()
        var rows = Self.rows
        rows[3].cells[1] = "12.5"
        try place.write(MadeRows.csv(rows))
        #expect(throws: PushFault.changed(table: "default.readings", rows: 0)) {
            try place.push()
        }
        #expect(try place.count() == Self.rows.count)
    }

    @Test("that somebody else has written are not written a second time")
    func others() throws {
        let place = try PushPlace(MadeRows.csv(Self.rows))
        try place.makeTable()
        _ = try place.push()
        let columns = MadeRows.header.dropLast()
        for number in 0...1 {
            for statement in [
                "CREATE TABLE kept AS readings_local ENGINE = Log",
                "INSERT INTO kept SELECT * FROM readings_local", "TRUNCATE TABLE readings_local",
                "INSERT INTO readings_local (\(columns)) SELECT \(columns) FROM kept",
            ] {
                try place.cluster.write(statement, on: number)
            }
        }
        #expect(throws: PushFault.changed(table: "default.readings", rows: 0)) {
            try place.push()
        }
        #expect(try place.count() == Self.rows.count)
    }

    @Test("may have many columns with long names")
    func wide() throws {
        let names = (0..<400).map { "Температура подшипника насоса номер \($0 + 1)" }
        let rows = (0..<40).map { row in
            "2025-01-01T00:00:\(row / 10)\(row % 10)Z,a"
                + names.indices.map { ",\((row * 37 + $0) % 11).5" }.joined() + "\n"
        }
        let place = try PushPlace(
            "time,device," + names.joined(separator: ",") + "\n" + rows.joined())
        try place.makeTable()
        #expect(try place.push().written == 40)
    }

    @Test("and taken by one server only are completed, none doubled")
    func halfWritten() throws {
        let place = try PushPlace(MadeRows.csv(Self.rows))
        try place.makeTable()
        _ = try place.push()
        let local = try place.count("readings_local")
        try place.cluster.write("TRUNCATE TABLE readings_local", on: 1)
        #expect(try place.count() == local)
        let again = try place.push()
        #expect(again.written == Self.rows.count - local)
        #expect(again.known == local)
        #expect(try place.count() == Self.rows.count)
        #expect(try place.count("readings_local") == local)
    }

    @Test("while a server is away end in a sentence, and are whole once it is back")
    func lostShard() throws {
        let place = try PushPlace(MadeRows.csv(Self.rows))
        try place.makeTable()
        place.cluster.kill(1)
        #expect {
            try place.push()
        } throws: { error in
            if case .shard = error as? SourceFault { true } else { false }
        }
        try place.cluster.restart(1)
        _ = try place.push()
        #expect(try place.count() == Self.rows.count)
    }

    /// An old server reads the first as 0, the second as 1977, and half of a second not at all.
    @Test("are what the file says where CSV would be read in another way")
    func exact() throws {
        let others = (3...60).map { row in
            "\(1_735_689_600 + row * 60),d\(row % 4),\(row * 37 % 11).25,m\(row % 3)\n"
        }
        let place = try PushPlace(
            "time,device,pressure,model\n1735689600,a,,x\n1735689660,a,1.699,\n"
                + "1735689720,b,inf,\"y, \"\"z\"\"\"\n" + others.joined())
        try place.makeTable()
        _ = try place.push()
        var answer = try place.client().rows(
            """
            SELECT toUInt32(time), isNull(pressure), ifNull(pressure, 0), model FROM readings
            WHERE device IN ('a', 'b') ORDER BY time
            """)
        for expected in [
            (1_735_689_600 as UInt32, 1 as UInt8, 0.0, "x"), (1_735_689_660, 0, 1.699, ""),
            (1_735_689_720, 1, 0, "y, \"z\""),
        ] {
            #expect(try answer.uint32() == expected.0)
            #expect(try answer.byte() == expected.1)
            #expect(try answer.double() == expected.2)
            #expect(try answer.text() == expected.3)
        }
        #expect(answer.isAtEnd)
    }

    @Test("need a table that holds them, and a batch number in it")
    func tables() throws {
        let place = try PushPlace(MadeRows.csv(Array(Self.rows.prefix(500))))
        let columns = """
            t DateTime, device String, temperature Nullable(Float64), pressure Nullable(Float64),
            starts Nullable(Float64), error_code String, severity String
            """
        try place.cluster.write(
            "CREATE TABLE readings (\(columns)) ENGINE = MergeTree ORDER BY device")
        #expect(
            throws: PushFault.noColumn(
                table: "default.readings", name: "is_anomaly", type: "String")
        ) { try place.push() }
        try place.cluster.write("ALTER TABLE readings ADD COLUMN is_anomaly Int64")
        #expect(
            throws: PushFault.otherType(
                table: "default.readings", name: "is_anomaly", type: "Int64", expected: "String")
        ) { try place.push() }
        try place.cluster.write("ALTER TABLE readings MODIFY COLUMN is_anomaly String")
        #expect(
            throws: PushFault.noColumn(
                table: "default.readings", name: "perfmon_batch", type: "UInt64")
        ) { try place.push() }
        try place.cluster.write("ALTER TABLE readings ADD COLUMN perfmon_batch UInt64")
        #expect(try place.push().written == 500)
        #expect(throws: SourceFault.self) { try place.push(to: "elsewhere") }
    }

    @Test("of times with parts of seconds are not cut off")
    func fractions() throws {
        let text =
            "time,device,value\n"
            + (0..<50).map { "2025-01-01T00:00:\($0 / 10)\($0 % 10).250Z,a,\($0 * 37 % 11).5\n" }
            .joined()
        let place = try PushPlace(text)
        try place.cluster.write(
            """
            CREATE TABLE readings (time DateTime, device String, value Nullable(Float64),
            perfmon_batch UInt64) ENGINE = MergeTree ORDER BY device
            """)
        #expect(throws: PushFault.fraction(table: "default.readings", column: "time", line: 2)) {
            try place.push()
        }
        let statements = try ClusterPush.statements(
            place.job(to: "readings"), database: "default", cluster: nil)
        #expect(statements.contains { $0.contains("`time` DateTime64(3, 'UTC')") })
    }
}

@Suite(
    "Rows pushed into a current engine",
    .enabled(if: CurrentEngine.isThere, "the package chdb or its stand-in server is missing"))
struct CurrentPushTests {
    /// The stand-in takes statements of text only, so the rows lie in a file that it reads itself.
    @Test("keep parts of seconds")
    func fractions() throws {
        let engine = try CurrentEngine()
        let settings = SourceSettings(address: engine.address, database: "fleet", tables: ["fast"])
        let folder = try SourceFolder(settings)
        let text =
            "time,device,value\n"
            + (0..<500).map { row in
                "\(1_735_689_600 + row / 4).\(row % 4 * 25),d\(row % 3),\(row * 7_919 % 101)\n"
            }.joined()
        let file = folder.root.appending(path: "fast.csv")
        try Data(text.utf8).write(to: file)
        let job = ClusterPush.Job(
            file: file, schema: try SchemaInference.infer(url: file), options: ReadOptions(),
            table: "fast")
        for statement in try ClusterPush.statements(job, database: "fleet", cluster: nil) {
            try engine.write(statement)
        }
        let layout = try TypedLayout(job.schema)
        let client = try QueryClient(settings, file: "x.json", environment: [:])
        let columns = try layout.columns(of: TableDescription(named: "fast", settings, client))
        var batch = PushBatch(after: 1)
        _ = try CSVReader(url: file, schema: job.schema).readTyped(layout, device: "") { rows in
            let encoder = RowEncoder(rows, columns, time: layout.time)
            for row in 0..<rows.count {
                #expect(
                    batch.append(row, of: encoder, hash: rows.hashes[row], part: 0) == .written)
            }
        }
        let body = folder.root.appending(path: "rows.bin")
        try Data(batch.body().bytes).write(to: body)
        let types = "time DateTime64(3), device String, value Nullable(Float64), b UInt64"
        try engine.write(
            "INSERT INTO fleet.fast SELECT * FROM file('\(body.path)', 'RowBinary', '\(types)')")
        expectSame(try folder.loadFiles(["fast": text]).source, try folder.load().source)
    }
}

/// A file, a cluster, and a data set over the table that the file is pushed into.
private struct PushPlace {
    let cluster: Cluster
    let folder: SourceFolder
    private let file: URL

    init(_ text: String) throws {
        cluster = try Cluster()
        folder = try SourceFolder(cluster.settings(["readings"]))
        file = folder.root.appending(path: "readings.csv")
        try write(text)
    }

    func write(_ text: String) throws { try Data(text.utf8).write(to: file) }

    func job(to table: String) throws -> ClusterPush.Job {
        ClusterPush.Job(
            file: file, schema: try SchemaInference.infer(url: file), options: ReadOptions(),
            table: table)
    }

    func makeTable() throws {
        let statements = try ClusterPush.statements(
            job(to: "readings"), database: "default", cluster: "fleet")
        for number in 0...1 {
            for statement in statements { try cluster.write(statement, on: number) }
        }
    }

    func push(to table: String = "readings") throws -> ClusterPush.Report {
        let settings = SourceSettings(address: cluster.address, user: "writer", tables: ["any"])
        return try ClusterPush(settings, name: "x.json", environment: [:]).push(job(to: table))
    }

    func client() throws -> QueryClient {
        try QueryClient(cluster.settings(["readings"]), file: "x.json", environment: [:])
    }

    func count(_ table: String = "readings") throws -> Int {
        var answer = try client().rows("SELECT count() FROM \(table)")
        return try answer.count()
    }
}
