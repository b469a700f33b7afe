import Values

extension RoleInference {
    /// What the data leave open and no correction settles.
    func questions() -> [SchemaQuestion] {
        [tableQuestion, deviceQuestion].compactMap { $0 } + orderQuestions + decimalQuestions
    }

    private var tableQuestion: SchemaQuestion? {
        // A chosen table that does not exist settles nothing.
        guard let sections = table.dialect.sections,
            correction?.dialect?.table != sections.taken
        else { return nil }
        let places = [sections.taken] + sections.names.indices.filter { $0 != sections.taken }
        return SchemaQuestion(
            .table,
            places.prefix(6).map { place in
                .init(
                    .table(name: sections.names[place], rows: sections.rows[place]),
                    SchemaCorrection(dialect: DialectCorrection(table: place)))
            })
    }

    private var orderQuestions: [SchemaQuestion] {
        columns(.time).compactMap { column in
            guard let time = column.time, time.isAmbiguous,
                [.dayFirst, .monthFirst].contains(time.format.form),
                let row = time.values.firstIndex(where: { !$0.isNaN })
            else { return nil }
            let isDay = time.format.form == .dayFirst
            let other = TimestampParser(isDay ? .monthFirst : .dayFirst)
            let cell = column.cells[row]
            guard let swapped = other.parse(cell.span)?.seconds else { return nil }
            return SchemaQuestion(
                .dateOrder(column: column.name),
                [(isDay, time.values[row]), (!isDay, swapped)].map { dayFirst, first in
                    .init(
                        .dateOrder(dayFirst: dayFirst, first: first),
                        SchemaCorrection(dialect: DialectCorrection(dayFirst: dayFirst)))
                })
        }
    }

    private var decimalQuestions: [SchemaQuestion] {
        let unclear = columns(.metric).first { $0.isAmbiguousNumber }
        guard let column = unclear, correction?.dialect?.decimalComma == nil,
            let row = column.numbers.firstIndex(where: { !$0.isNaN })
        else { return [] }
        let comma = column.format.decimalComma
        var other = column.format
        other.decimalComma = !comma
        other.grouping = comma ? 0x2C : 0x2E
        let parser = NumberParser(other, missing: MissingMarkers([]))
        let cell = column.cells[row]
        guard case .value(let swapped) = parser.parse(cell.span) else { return [] }
        return [
            SchemaQuestion(
                .decimalSign(column: column.name),
                [(comma, column.numbers[row]), (!comma, swapped)].map { comma, first in
                    .init(
                        .decimalSign(comma: comma, first: first),
                        SchemaCorrection(dialect: DialectCorrection(decimalComma: comma)))
                })
        ]
    }
}
