import Reports
import Values

@testable import Wording

/// What should be known about files and data sets.
extension PhraseCases {
    static let schemaNotes: [SchemaNote] =
        [
            .counter(column: "energy", rate: "kW"), .fileIsDevice, .noTime, .cycleTime,
            .naiveTimes, .eachRowIsUnit, .raggedRows(share: 0.02),
            .ambiguousDayMonth(column: "date", dayFirst: true),
            .ambiguousDayMonth(column: "date", dayFirst: false),
            .ambiguousTime(column: "date", pattern: "DD/MM/YY", other: "YY/MM/DD"),
            .ambiguousTime(column: "t", pattern: "excelSerial1900", other: "modifiedJulianDay"),
            .yearNotNamed(column: "date", year: 2_000),
            .startTaken(column: "time", start: 1_710_288_000),
            .timeNotUnderstood(column: "date", example: "1402/12/23 09:50"),
            .ambiguousDecimal(column: "volt", decimalComma: false),
            .ambiguousDecimal(column: "volt", decimalComma: true),
        ]
        + [1, 2, 5, 21].flatMap { count -> [SchemaNote] in
            [
                .signalsInRows(column: "metric", signals: count), .timesAsColumns(count: count),
                .sentinel(column: "volt", value: -9_999, count: count),
                .repeatedNames(count: count), .unnamedColumns(count: count),
            ]
        }

    static let datasetNotes: [DatasetNote] =
        [
            .sameContent(kept: "a.csv", left: "b.csv"),
            .unreadableFile(name: "a.csv", error: .empty(file: "a.csv")),
            .bucketWidened(from: 60, to: 120), .bucketWidened(from: 3_600, to: 86_400),
            .otherTimeAxis(file: "a.csv"),
        ]
        + [
            TableWay.rows, .sums, .keptSums(width: 300), .keptSums(width: 3_600),
            .keptSums(width: 21_600),
        ].map { way in
            .tableRead(
                name: "telemetry", rows: 200_000_000, way,
                TableTransfer(answers: 9, bytes: 140_000_000, seconds: 3.1, at: 1_796_000_400))
        }
        + [TableWay.rows, .sums].map { way in
            .tableRead(
                name: "telemetry", rows: 200_000_000, way,
                TableTransfer(
                    answers: 2, bytes: 1_400_000, seconds: 0.2, at: 1_796_000_400,
                    since: 1_795_996_800))
        }
        + [
            FinerReach(starts: 24, asked: 24, told: 18, seconds: 0.9),
            FinerReach(starts: 21, asked: 8, told: 1, seconds: 2.1),
            FinerReach(starts: 1, asked: 1, told: 0, seconds: 0.06),
        ].map { .finerStarts($0) }
        + [1, 2, 5, 21].flatMap { count -> [DatasetNote] in
            [
                .fileNamesSeparateDevices(files: ["a.csv", "b.csv"], sharedNames: count),
                .overlappingReadings(kept: "hours.csv", left: "days.csv", devices: count),
                .devicesBeyondLimit(limit: 20_000, rows: count),
                .codesBeyondLimit(limit: 1_000, events: count),
                .metricsBeyondLimit(limit: 500, columns: count),
            ]
        }
}
