import Reports
import Values

@testable import Wording

/// Files that cannot be used, and how sending them ended.
extension PhraseCases {
    static let loadErrors: [LoadError] =
        [1, 2, 5, 13, 21, 24, 28, 99].map { .cannotOpen(path: "a.csv", errno: $0) }
        + [
            .cannotRead(path: "a.csv", errno: 5), .empty(file: "a.csv"),
            .notText(file: "a.xlsx", looksLike: "ZIP"), .notText(file: "a.bin", looksLike: nil),
            .noColumns(file: "a.csv"), .noRows(file: "a.csv"),
        ] + unusable + [.noFiles(dataset: "x"), .unknownTimeZone("Mars")]
        + faults.map { .container(file: "a.zip", $0) } + sources.map { .database($0) }

    private static let sources: [SourceFault] =
        settings.map { .settings(file: "fleet.json", $0) }
        + SourceFault.Silence.allCases.map { .silent(address: "http://db:8123", $0) }
        + [1, 2, 5, 21].map { .slow(seconds: $0) }
        + [
            .login(user: "reader"), .rights(user: "reader", "Cannot read"), .noTable("a.b"),
            .memory,
            .tooLarge, .shard("All connection tries failed"), .ended, .garbled,
            .server(code: 62, "Syntax error"),
        ] + needs.map { .tooManyRows(table: "a", rows: 6_000_000, limit: 5_000_000, $0) }

    private static let settings: [SourceFault.Setting] = [
        .unreadable(field: nil), .unreadable(field: "tables"), .address("ftp://x"),
        .name("a;b"), .noTable, .limit("seconds"), .noPassword("DB_PASSWORD"),
    ]

    static let needs: [SourceFault.RowsNeeded] = [
        .textTimes(column: "t"), .textNumbers(column: "v"), .counter(column: "kWh"), .qualities,
        .signals, .shape,
    ]

    private static let unusable: [LoadError] = {
        let issue = RowIssue(
            line: 14, column: "volt", value: "abc", reason: .notANumber, refusesRow: false)
        let ofRow = RowIssue(
            line: 14, column: nil, value: "", reason: .openQuote, refusesRow: true)
        return [1, 2, 5, 21, 3_919].map { .nothingUsable(file: "a.csv", rows: $0, first: issue) }
            + [nil, ofRow].map { .nothingUsable(file: "a.csv", rows: 1, first: $0) }
            + [1, 2, 5, 21].map { .decimalCommas(file: "a.csv", names: $0, fields: $0 + 20) }
    }()

    private static let faults: [ContainerFault] = [
        .damaged(entry: nil), .damaged(entry: "b.csv"), .encrypted(entry: "b.csv"),
        .encrypted(entry: nil), .tooLarge(limit: 8_000_000_000), .tooDense(limit: 250),
        .tooDense(limit: 21), .tooDense(limit: 22), .tooManyEntries(limit: 4096),
        .unsafeName("../b.csv"), .link("b.csv"), .unknownMethod(entry: "b.csv"), .noTable,
        .noLibrary,
        .system(errno: 28), .timedOut(seconds: 1), .timedOut(seconds: 180),
        .ended(signal: 9, status: 0), .ended(signal: nil, status: 70),
    ]

    static let uploads: [UploadOutcome] =
        pairs(AddMode.allCases, [1, 2, 5]).map { mode, count in
            .stored(
                set: "x", mode: mode, files: (1...count).map { "\($0).csv" },
                bytes: count == 1 ? 900 : 7_800_000)
        } + [
            .knownContent(set: "x", files: ["a.csv"]),
            .knownContent(set: "x", files: ["a.csv", "b.csv"]),
            refused(1), refused(2), refused(6), refused(10),
            .noFiles, .setMissing("x"), .badName("../x"),
            .otherColumns(file: "a.csv"), .nameTaken(set: "x", file: "a.csv"),
            .notStored(reason: "permission denied"), .tooLarge(limit: 2_000_000_000),
            .looksFull(limit: 2_000_000_000), .diskFull(needed: 4_000_000_000, free: 1_200_000_000),
            .interrupted, .setAlone(file: "x.zip"),
            .inDatabase(set: "x"),
        ]
        + [0, 1, 2, 5].map {
            .moved(set: "x", files: (0...$0).map { "\($0).csv" }, models: $0, bytes: 7_800_000)
        }
        + [.notMoved(file: "x.zip", .nameTaken(set: "x"))]

    private static func refused(_ count: Int) -> UploadOutcome {
        .refused((1...count).map { .init(file: "\($0)", error: .empty(file: "\($0).csv")) })
    }

    static let notices: [Notice] =
        [
            .upload(.noFiles), .schemaSaved(file: "a.csv"), .questionSettled(file: "a.csv"),
            .questionGone(file: "a.csv"), .lookCancelled, .reloadStarted(set: "x"),
            .deleted(set: "x"), .modelStored(file: "a.onnx"),
        ] + refusals.map { .modelRefused(file: "a.onnx", $0) } + [.noteUnclear]
        + Page.allCases.map { .partFailed(page: $0) }

    /// Every reason for not taking a model.
    static let refusals: [ModelPanel.Refusal] = [
        .file(.tooLarge(bytes: 3_000_000_000, limit: 1 << 28)),
        .file(.notProtobuf(offset: 1, resembles: .text)), .file(.nestedTooDeeply(limit: 100)),
        .file(.noGraph(resembles: .empty)), .file(.formatTooNew(irVersion: 14, limit: 13)),
        .file(.externalData(locations: ["weights.bin", "more.bin"])),
        .file(.localFunctions(count: 2)), .file(.controlFlow(operator: "Loop")),
        .file(.tooManyNodes(count: 30_000, limit: 20_000)), .form(.input(name: "x")),
        .form(.inputType(name: "x")), .form(.outputs(["y", "z"])), .form(.inputTooLarge(name: "x")),
        .badName, .notWritten, .columnCount,
    ]
}
