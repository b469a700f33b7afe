import Foundation
import Programs
import Reports
import Telemetry
import Testing
import Values

@testable import ClickHouse

/// Whole sets as files and in tables of a current engine: what is found has to be the same.
@Suite(
    "Sets in a current engine beside their files",
    .enabled(if: CurrentEngine.isThere, "the package chdb or its stand-in server is missing"),
    .serialized)
struct CurrentEngineFindingsTests {
    @Test(
        "of real fleets: readings with errors, failures and repairs, and a log",
        .enabled(if: RealSet.areThere, "the real data sets are missing"), arguments: RealSet.names)
    func real(set: String) throws {
        // The engine reads no times such as those of the log.
        let texts = try RealSet.texts(set).mapValues { text in
            text.replacing(/(\d{4}-\d{2}-\d{2})-(\d{2})\.(\d{2})\.(\d{2})/) {
                "\($0.1) \($0.2):\($0.3):\($0.4)"
            }
        }
        let place = try InsertedSet(texts)
        try expectSameFindings(place.files(), place.tables())
    }

    @Test("of a thousand devices")
    func many() throws {
        let devices = ManyDevices(count: 1_000)
        let place = try InsertedSet(["readings": devices.csv])
        let found = try expectSameFindings(place.files(), place.tables())
        for name in devices.troubled {
            #expect(found.contains { $0.devices.contains { $0.name == name } })
        }
    }
}

/// Files, and the same rows in tables of a current engine, which reads the text by itself.
private struct InsertedSet {
    private let engine: CurrentEngine
    private let folder: SourceFolder
    private let texts: [String: String]

    init(_ texts: [String: String]) throws {
        self.texts = texts
        engine = try CurrentEngine()
        folder = try SourceFolder(
            SourceSettings(
                address: engine.address, database: "fleet", tables: texts.keys.sorted()))
        for (table, text) in texts {
            let job = try folder.job(table, text)
            let statements = try ClusterPush.statements(job, database: "fleet", cluster: nil)
            for statement in statements { try engine.write(statement) }
            try engine.write(
                """
                INSERT INTO fleet.\(table) SETTINGS date_time_input_format = 'best_effort',
                input_format_skip_unknown_fields = 1 FORMAT CSVWithNames
                \(text)
                """)
        }
    }

    func files() throws -> LoadedDataset { try folder.loadFiles(texts) }

    func tables() throws -> LoadedDataset { try folder.load() }
}
