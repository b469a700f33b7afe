import Foundation
import Telemetry
import Testing
import Values

@testable import ClickHouse

@Suite(
    "Tables that get rows while they are shown",
    .enabled(if: Cluster.program != nil, "clickhouse-server is not installed"), .serialized)
struct GrowingTablesTests {
    private static let rows = MadeRows.rows(perDevice: 3_000)

    /// How a table is read, by the memory that a set gets.
    enum Way: CaseIterable {
        case rows, sums, keptSums

        var memory: Int { self == .rows ? 256 << 20 : self == .sums ? 120 << 10 : 24 << 10 }

        func isWay(_ way: TableWay?) -> Bool {
            switch (self, way) {
            case (.rows, .rows), (.sums, .sums), (.keptSums, .keptSums): true
            default: false
            }
        }
    }

    @Test("are asked again only for the latest, with the same answers", arguments: Way.allCases)
    func latest(way: Way) throws {
        let place = try GrowingTable(Self.rows.filter { Self.minute($0) < 2_900 }, way)
        let first = try place.load()
        #expect(way.isWay(first.report.files.first?.way))
        try place.insert(Self.rows.filter { Self.minute($0) >= 2_900 })
        let second = try place.reload(first)
        try place.expectPart(second)
        // Late rows, of a device that is new too.
        try place.insert([
            Self.row(minute: 2_992, device: "pump 2"), Self.row(minute: 2_990, device: "pump 99"),
        ])
        let third = try place.reload(second)
        try place.expectPart(third)
        #expect(third.source.catalog.devices.count == first.source.catalog.devices.count + 1)
        let since = [second, third].compactMap { $0.report.files[0].transfer?.since }
        #expect(since.count == 2 && since[0] <= since[1])
        // The axis gets longer.
        try place.insert([Self.row(minute: 3_100, device: "pump 2")])
        try place.expectPart(try place.reload(third))
    }

    @Test("are read anew where rows come that are older", arguments: Way.allCases)
    func older(way: Way) throws {
        let place = try GrowingTable(Self.rows, way)
        let first = try place.load()
        try place.insert([Self.row(minute: 3_001, device: "pump 2")])
        let second = try place.reload(first)
        try place.expectPart(second)
        try place.insert([Self.row(minute: 100, device: "pump 2")])
        let third = try place.reload(second)
        #expect(third.report.files[0].transfer?.since == nil)
        place.expectSameReports(third, try place.load())
    }

    @Test(
        "are read anew where older rows are others, though as many", arguments: [Way.rows, .sums])
    func corrected(way: Way) throws {
        let place = try GrowingTable(Self.rows, way)
        let first = try place.load()
        let isOld = { (row: MadeRows.Row) in row.cells[0] == "pump 1" && Self.minute(row) < 200 }
        try place.remove("device = 'pump 1' AND t < toDateTime(\(1_735_689_600 + 200 * 60))")
        try place.insert(
            Self.rows.filter(isOld).map { row in
                var row = row
                row.cells[1] = "99.5"
                return row
            } + [Self.row(minute: 3_001, device: "pump 2")])
        let second = try place.reload(first)
        #expect(second.report.files[0].transfer?.since == nil)
        place.expectSameReports(second, try place.load())
    }

    @Test("are read anew where a device is gone from the latest")
    func gone() throws {
        let place = try GrowingTable(
            Self.rows + [Self.row(minute: 2_995, device: "pump 99")], .rows)
        let first = try place.load()
        #expect(first.source.catalog.devices.contains { $0.name == "pump 99" })
        try place.remove("device = 'pump 99'")
        try place.insert([
            Self.row(minute: 2_998, device: "pump 2"), Self.row(minute: 2_999, device: "pump 2"),
        ])
        let second = try place.reload(first)
        #expect(!second.source.catalog.devices.contains { $0.name == "pump 99" })
        place.expectSameReports(second, try place.load())
    }

    @Test("and lists without times that change have all read anew")
    func lists() throws {
        let place = try GrowingTable(Self.rows, .rows)
        try place.cluster.create(
            "machines", "device String, site String", order: "device",
            sharding: "cityHash64(device)")
        for (name, site) in zip(
            ["pump 1", "pump 2", "pump 10", "tick`"], ["north", "south", "north", "east"])
        {
            try place.cluster.write("INSERT INTO machines VALUES ('\(name)','\(site)')")
        }
        let folder = try SourceFolder(place.cluster.settings(["readings", "machines"]))
        let first = try folder.load()
        #expect(first.source.catalog.attributes == ["site"])
        let reload = { (known: LoadedDataset) in
            try known.reloaded(
                folder.folder.current("fleet"), database: folder.folder.database)
        }
        try place.insert([Self.row(minute: 3_001, device: "pump 2")])
        let second = try reload(first)
        #expect(second.report.files.contains { $0.transfer?.since != nil })
        #expect(second.source.catalog == (try folder.load()).source.catalog)
        try place.cluster.write("INSERT INTO machines VALUES ('насос 10','west')")
        let third = try reload(second)
        #expect(third.report.files.allSatisfy { $0.transfer?.since == nil })
        #expect(third.source.catalog == (try folder.load()).source.catalog)
    }

    private static func minute(_ row: MadeRows.Row) -> Int { (row.seconds - 1_735_689_600) / 60 }

    private static func row(minute: Int, device: String) -> MadeRows.Row {
        MadeRows.Row(
            seconds: 1_735_689_600 + minute * 60 + 30,
            cells: [device, "71.5", "1013251.5", "2", "E9", "error", "1"])
    }
}

/// A table in a cluster of two servers, with the sums that its reading needs.
private struct GrowingTable {
    let cluster: Cluster
    private let folder: SourceFolder
    private let memory: Int

    init(_ rows: [MadeRows.Row], _ way: GrowingTablesTests.Way) throws {
        cluster = try Cluster()
        try cluster.create(
            "readings", MadeRows.columns, order: "device, t", sharding: "cityHash64(device)")
        folder = try SourceFolder(cluster.settings(["readings"]))
        memory = way.memory
        try insert(rows)
        guard way == .keptSums else { return }
        let rollups = try ClickHouseTables(environment: [:])
            .rollups(folder.folder.dataset("fleet"), in: folder.folder, isFine: true)
        for statement in rollups.first?.statements ?? [] {
            for number in 0...1 { try cluster.write(statement, on: number) }
        }
    }

    func insert(_ rows: [MadeRows.Row]) throws {
        for start in stride(from: 0, to: rows.count, by: 3_000) {
            let part = Array(rows[start..<min(start + 3_000, rows.count)])
            try cluster.write("INSERT INTO readings VALUES \(MadeRows.values(part))")
        }
    }

    /// Removes rows, and waits until they are gone.
    func remove(_ condition: String) throws {
        let count = {
            String(
                decoding: try cluster.write("SELECT count() FROM readings WHERE \(condition)"),
                as: UTF8.self)
        }
        for number in 0...1 {
            try cluster.write("ALTER TABLE readings_local DELETE WHERE \(condition)", on: number)
        }
        for _ in 0..<500 where try count() != "0\n" { usleep(20_000) }
    }

    func load() throws -> LoadedDataset { try folder.load(memory: memory) }

    func reload(_ known: LoadedDataset) throws -> LoadedDataset {
        try known.reloaded(folder.folder.current("fleet"), database: folder.folder.database)
    }

    /// Expects that rows from some time on were asked for, and that this changes nothing.
    func expectPart(_ part: LoadedDataset) throws {
        let range = part.source.catalog.axis.dataRange
        let since = try #require(part.report.files[0].transfer?.since)
        #expect(since > range.lowerBound + 0.5 * (range.upperBound - range.lowerBound))
        expectSameReports(part, try load())
    }

    func expectSameReports(_ one: LoadedDataset, _ other: LoadedDataset) {
        expectSame(one.source, other.source)
        #expect(one.version == other.version)
        let (left, right) = (one.report.files[0], other.report.files[0])
        #expect(left.rowsRead == right.rowsRead && left.rowsKept == right.rowsKept)
        #expect(left.timeRange == right.timeRange && left.medianStep == right.medianStep)
        #expect(left.preview == right.preview && left.way == right.way)
        #expect(left.signals.count == right.signals.count)
        for (left, right) in zip(left.signals, right.signals) {
            #expect(left.count == right.count && left.missing == right.missing)
            #expect(left.minimum == right.minimum && left.maximum == right.maximum)
            #expect(abs(left.mean - right.mean) <= 1e-9 * abs(left.mean))
            #expect(left.sentinels == right.sentinels && left.isConstant == right.isConstant)
        }
    }
}
