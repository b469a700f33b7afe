package import Reports
import Values

extension Sample {
    package static let stage = "0123456789abcdef0123456789abcdef"

    /// Two files that wait: one with questions, one that cannot be used; `mark` stands behind every
    /// name.
    package static func look(_ mark: String) -> LookReport {
        var file = LookReport.File(name: "readings.csv" + mark, bytes: 3_100_000)
        var schema = FileSchema(
            dialect: CSVDialect(),
            columns: [
                .init(
                    name: "t" + mark, index: 0, role: .time,
                    type: .time(TimeFormat(form: .dayFirst, pattern: "DD/MM/YYYY")),
                    reason: .timestamps(format: "DD/MM/YYYY", share: 1), examples: ["04/03/2024"]),
                .init(
                    name: "pump" + mark, index: 1, role: .device, type: .text,
                    reason: .namedDevice(distinct: 3), examples: ["p1" + mark]),
                .init(
                    name: "load" + mark, index: 2, role: .metric, type: .number(NumberNotation()),
                    unit: "kN" + mark, reason: .numbers(share: 1), examples: ["1.5"]),
            ], shape: .telemetry, eventKind: .other, time: .column(0), device: .column(1),
            notes: [.naiveTimes])
        schema.questions = [questions(mark)[1]]
        schema.notes.append(.timeNotUnderstood(column: "w" + mark, example: "2024-W05" + mark))
        file.schema = schema
        // 4 March 2024, by Python's datetime.
        let first = 1_709_510_400.0
        var sample = LookReport.Sample(
            axis: .time(zone: "UTC", isStated: false), zone: .utc,
            columns: ["load" + mark, "code" + mark, "fault" + mark])
        sample.rows = [
            .init(
                line: 2, time: first, device: "p1" + mark,
                cells: [.number(1.5), .text("E1" + mark), .flag(true)]),
            .init(
                line: 3, time: .nan, device: "", cells: [.number(.nan), .text(""), .flag(false)]),
        ]
        (sample.timeRange, sample.devices) = (first...first + 86_400, 3)
        (sample.rowsKept, sample.rowsRefused) = (36_500, 2)
        file.sample = sample
        var broken = LookReport.File(name: "b.csv" + mark, bytes: 12)
        broken.error = .notText(file: "b.csv" + mark, looksLike: "PNG")
        // 30 November 2026 02:42:11 UTC.
        return LookReport(
            id: stage, dataset: "pumps" + mark, mode: .new, end: 1_796_006_531,
            files: [file, broken])
    }
}
