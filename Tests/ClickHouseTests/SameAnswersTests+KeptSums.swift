import Foundation
import Telemetry
import Testing
import Values

@testable import ClickHouse

/// Tables of which the database keeps sums, and rows with a code.
extension SameAnswersTests {
    @Test(
        "from sums that the database keeps, also of later rows, and from rows where they lack some")
    func keptSums() throws {
        let isEarly = { (row: MadeRows.Row) in row.seconds < 1_735_689_600 + 2_900 * 60 }
        let cluster = try Self.filled(Self.rows.filter(isEarly))
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let rollups = try ClickHouseTables(environment: [:])
            .rollups(folder.folder.dataset("fleet"), in: folder.folder, isFine: true)
        let statements = try #require(rollups.first?.statements)
        for statement in statements {
            for number in 0...1 { try cluster.write(statement, on: number) }
        }
        try Self.insert(Self.rows.filter { !isEarly($0) }, into: cluster)
        // What a file is taken to need is an estimate: those with buckets of each width.
        let memories = (0..<20).map { (512 << 10) >> ($0 / 2) * (4 - $0 % 2) / 4 }
        let files = try memories.reduce(into: [Double: EmbeddedSource]()) { files, memory in
            let source = try folder.loadFiles(
                ["readings": MadeRows.csv(Self.rows)], memory: memory
            ).source
            files[source.catalog.axis.bucketWidth] = source
        }
        let width = { (memory: Int) -> Double? in
            let table = try folder.load(memory: memory)
            guard let file = files[table.source.catalog.axis.bucketWidth],
                case .keptSums(let width) = table.report.files[0].way
            else { return nil }
            expectSame(file, table.source)
            return width
        }
        let widths = try memories.map(width)
        #expect(Set(widths.compactMap(\.self)) == [300, 3_600, 21_600])
        let least = memories[try #require(widths.firstIndex(of: 21_600))]
        let names = statements.flatMap { $0.split(separator: "`").filter { $0.contains("_6h_") } }
        let name = try #require(names.first { $0.hasSuffix("_local") })
        try cluster.write("TRUNCATE TABLE \(name)", on: 1)
        #expect(try width(least) == 3_600)
        let hours = statements.flatMap { $0.split(separator: "`").filter { $0.contains("_1h_") } }
        try cluster.write(
            "TRUNCATE TABLE \(try #require(hours.first { $0.hasSuffix("_local") }))", on: 1)
        #expect(try width(least) == 300)
    }

    @Test("codes are found among the rows with one that the database keeps, if none is missing")
    func keptEvents() throws {
        let isEarly = { (row: MadeRows.Row) in row.seconds < 1_735_689_600 + 2_000 * 60 }
        let cluster = try Self.filled(Self.rows.filter(isEarly))
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let rollups = try ClickHouseTables(environment: [:])
            .rollups(folder.folder.dataset("fleet"), in: folder.folder)
        let statements = try #require(rollups.first?.statements)
        for statement in statements {
            for number in 0...1 { try cluster.write(statement, on: number) }
        }
        try Self.insert(Self.rows.filter { !isEarly($0) }, into: cluster)
        let names = Set(statements.flatMap { $0.split(separator: "`") })
            .filter { $0.contains("_events_") }
        let local = try #require(names.first { $0.hasSuffix("_local") })
        let all = try #require(names.first { local == $0 + "_local" })
        let client = try QueryClient(
            cluster.settings(["readings"]), file: "x.json", environment: [:])
        let count = { (table: String) throws -> Int in
            var answer = try client.rows("SELECT count() FROM \(table)")
            return try answer.count()
        }
        let coded = try count("readings WHERE notEmpty(error_code)")
        #expect(try count(String(all)) == coded && coded > 0)
        let memory = 400 << 10
        let file = try folder.loadFiles(["readings": MadeRows.csv(Self.rows)], memory: memory)
        let table = { () throws -> EmbeddedSource in
            let table = try folder.load(memory: Self.same(memory))
            guard case .keptSums = table.report.files[0].way else {
                Issue.record("The sums were not used.")
                return table.source
            }
            return table.source
        }
        expectSame(file.source, try table())
        try cluster.write("TRUNCATE TABLE \(local)", on: 1)
        let missing = coded - (try count(String(all)))
        #expect(missing > 0)
        expectSame(file.source, try table())
        // As many rows as there were, so that these are the ones that are asked for.
        try cluster.write(
            """
            INSERT INTO \(local) (t, device, error_code, severity)
            SELECT t, device, 'MADE UP', severity FROM \(local) LIMIT \(missing)
            """)
        #expect(try table().catalog.codes.map(\.name).contains("MADE UP"))
    }
}
