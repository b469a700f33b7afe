package import Values

extension Sample {
    /// One question of each sort; `mark` stands behind every name of the file.
    package static func questions(_ mark: String) -> [SchemaQuestion] {
        [
            SchemaQuestion(
                .device,
                [
                    role("SOURCE_KEY" + mark, rows: 1), role("PLANT_ID" + mark, rows: 22),
                    .init(.file(rowsPerMoment: 44), SchemaCorrection()),
                ]),
            // 4 March and 3 April 2024, by Python's datetime.
            SchemaQuestion(
                .dateOrder(column: "date" + mark),
                [
                    .init(
                        .dateOrder(dayFirst: true, first: 1_709_510_400), written(dayFirst: true)),
                    .init(
                        .dateOrder(dayFirst: false, first: 1_712_102_400),
                        written(dayFirst: false)),
                ]),
            SchemaQuestion(
                .decimalSign(column: "volt" + mark),
                [(false, 18.5), (true, 18_500)].map { comma, first in
                    .init(
                        .decimalSign(comma: comma, first: first),
                        SchemaCorrection(dialect: DialectCorrection(decimalComma: comma)))
                }),
            SchemaQuestion(
                .encoding,
                [(.windows1251, "Давление"), (.windows1252, "Äàâëåíèå")].map { encoding, name in
                    .init(
                        .encoding(encoding, names: [name + mark]),
                        SchemaCorrection(dialect: DialectCorrection(encoding: encoding)))
                }),
            SchemaQuestion(
                .table,
                [("rpm", 18), ("degC", 24), ("", 1)].enumerated().map { place, table in
                    .init(
                        .table(name: table.0.isEmpty ? "" : table.0 + mark, rows: table.1),
                        SchemaCorrection(dialect: DialectCorrection(table: place)))
                }),
            SchemaQuestion(
                .signals(column: "name" + mark),
                [
                    .init(.signals, SchemaCorrection(roles: ["name": .signal])),
                    .init(.devices, SchemaCorrection(roles: ["name": .device])),
                ]),
            SchemaQuestion(
                .eventKind,
                [EventKind.error, .failure, .repair].map {
                    .init(.eventKind($0), SchemaCorrection(eventKind: $0))
                }),
            SchemaQuestion(
                .sameDevices(file: "PdM_errors.csv" + mark),
                [
                    .init(.different, SchemaCorrection(deviceNames: [:])),
                    .init(
                        .same(here: "7" + mark, there: "007" + mark, count: 12),
                        SchemaCorrection(deviceNames: ["7": "007"])),
                ]),
        ]
    }

    private static func role(_ column: String, rows: Double) -> SchemaQuestion.Answer {
        .init(
            .columns([column], rowsPerMoment: rows), SchemaCorrection(roles: [column: .device]))
    }

    private static func written(dayFirst: Bool) -> SchemaCorrection {
        SchemaCorrection(dialect: DialectCorrection(dayFirst: dayFirst))
    }
}
