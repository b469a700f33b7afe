package import Reports
import Values

extension Sample {
    package var imports: ImportReport {
        let mark = kind == .hostile ? Self.markup : ""
        var telemetry = FileReport(
            name: "PdM_telemetry_daily.csv" + mark, bytes: 4_300_000, schema: telemetrySchema)
        telemetry.rowsRead = 36_500
        telemetry.rowsKept = kind == .hostile ? 36_497 : 36_500
        telemetry.cellsRefused = kind == .hostile ? 12 : 0
        telemetry.timeRange = kind == .noTime ? nil : range
        telemetry.signals = ["volt", "rotate", "pressure", "vibration"].map {
            .init(
                name: $0 + mark, unit: nil, count: 36_500, missing: kind == .hostile ? 900 : 0,
                refused: 0,
                minimum: 91.6, maximum: 152.4, mean: 100.1, isConstant: kind == .constant)
        }
        telemetry.preview = [
            ["", "day_num", "date", "machineID", "volt"],
            ["0", "1", "2015-01-01", "1.0", "170.61486187577478" + mark],
            ["1", "2", "2015-01-02", "1.0", "169.53315612907755"],
        ]
        if kind == .hostile {
            telemetry.issues = [
                .init(
                    line: 14, column: "volt" + mark, value: "abc" + mark, reason: .notANumber,
                    refusesRow: false),
                .init(
                    line: 15, column: nil, value: "", reason: .tooFewFields(expected: 7, found: 3),
                    refusesRow: true),
            ]
            telemetry.issueCount = 15
        }
        var errors = FileReport(name: "PdM_errors.csv", bytes: 112_000, schema: errorSchema)
        errors.rowsRead = 3_919
        errors.rowsKept = 3_919
        errors.timeRange = kind == .noTime ? nil : range
        let notes: [DatasetNote] =
            kind == .empty
            ? []
            : [
                .overlappingReadings(kept: "hourly.csv" + mark, left: "daily.csv", devices: 20),
                .bucketWidened(from: 60, to: 120),
            ]
        return ImportReport(
            load: LoadReport(
                dataset: context.dataset, files: [telemetry, errors], notes: notes, seconds: 0.31),
            corrections: [:])
    }

    private var dialect: CSVDialect {
        CSVDialect(
            reasons: [
                .plainASCII, .delimiter(0x2C, fields: 7, lines: 1_000, share: 1), .header(names: 7),
            ])
    }

    private var telemetrySchema: FileSchema {
        let number = ColumnType.number(NumberNotation())
        let isOpen = kind == .hostile
        let mark = kind == .hostile ? Self.markup : ""
        return FileSchema(
            dialect: dialect,
            columns: [
                .init(
                    name: "", index: 0, role: .ignore, type: number, reason: .rowNumber,
                    examples: ["0", "1", "2"]),
                .init(
                    name: "day_num", index: 1, role: .ignore, type: number, reason: .followsTime,
                    examples: ["1", "2"]),
                .init(
                    name: "date", index: 2, role: .time,
                    type: .time(TimeFormat(form: .yearFirst, pattern: "YYYY-MM-DD")),
                    reason: .timestamps(format: "YYYY-MM-DD", share: 1), examples: ["2015-01-01"]),
                .init(
                    name: "machineID", index: 3, role: .device, type: .text,
                    reason: .namedDevice(distinct: 100), examples: ["1", "2"]),
                .init(
                    name: "volt" + mark, index: 4, role: .metric, type: number,
                    reason: .numbers(share: 1), examples: ["170.6", "169.5"]),
                .init(
                    name: "pressure", index: 5, role: .metric, type: number, unit: "bar",
                    reason: .numbers(share: 1), examples: ["96.8"]),
            ], shape: .telemetry, eventKind: .other, time: .column(2), device: .column(3),
            notes: [.naiveTimes]
                + (isOpen ? [.timeNotUnderstood(column: mark, example: mark)] : []),
            questions: isOpen ? Self.questions(mark) : [])
    }

    private var errorSchema: FileSchema {
        FileSchema(
            dialect: dialect,
            columns: [
                .init(
                    name: "datetime", index: 0, role: .time,
                    type: .time(TimeFormat(form: .yearFirst, pattern: "YYYY-MM-DD hh:mm:ss")),
                    reason: .timestamps(format: "YYYY-MM-DD hh:mm:ss", share: 1)),
                .init(
                    name: "machineID", index: 1, role: .device, type: .text,
                    reason: .namedDevice(distinct: 100)),
                .init(
                    name: "errorID", index: 2, role: .code, type: .text,
                    reason: .categories(distinct: 5)),
            ], shape: .events, eventKind: .error, time: .column(0), device: .column(1))
    }
}
