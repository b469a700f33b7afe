import Values

/// How well a dialect fits a text: even rows whose cells make sense by themselves.
///
/// Counting delimiters is not enough: lines with sixteen `;` may each have five decimal commas, and
/// both counts are even. So cells count by what they hold and how alike a column's cells are.
struct DelimiterScore {
    let dialect: CSVDialect
    /// The most frequent number of cells in a row.
    let fields: Int
    /// Share of the rows with `fields` cells, 0…1.
    let share: Double
    let rowCount: Int
    /// 0 or more, comparable between dialects of the same text.
    let score: Double

    /// Only the first rows are looked at.
    static let rowLimit = 200

    /// Delimiters and how readily they are believed: every time of day has a colon, every sentence
    /// a space.
    static let candidates: [(delimiter: UInt8, prior: Double)] = [
        (0x2C, 1), (0x3B, 1), (0x09, 1), (0x7C, 0.95), (0x20, 0.55), (0x3A, 0.5),
    ]

    init(_ text: PaddedBytes, dialect: CSVDialect, prior: Double) {
        self.dialect = dialect
        let form = CSVForm(dialect, fieldLengthLimit: text.count)
        let sample = SampleRows(text, form: form, first: Self.rowLimit)
        rowCount = sample.rows.count
        fields = Self.usualCount(sample.rows)
        let fitting = sample.rows.filter { [fields] in $0.cells.count == fields }
        share = rowCount == 0 ? 0 : Double(fitting.count) / Double(rowCount)
        let worth = Self.meanWorth(fitting, columns: fields, delimiter: dialect.delimiter)
        let width = fields > 1 ? 1 + 0.01 * Double(min(fields, 20)) : 0.6
        let damage = sample.openQuotes > 0 ? 0.5 : 1
        // Tables of other widths one behind the other explain their rows too.
        let explained = Self.explainedShare(sample.rows)
        let evenness = max(share * share, 0.7 * explained * explained)
        score = prior * evenness * worth * width * damage
    }

    /// Share of the rows with as many cells as the row before or after, where only a few widths are
    /// frequent; 0 for fewer than 12 rows.
    private static func explainedShare(_ rows: [SampleRows.Row]) -> Double {
        guard rows.count >= 12 else { return 0 }
        let counts = rows.map(\.cells.count)
        var frequencies: [Int: Int] = [:]
        for count in counts where count > 1 { frequencies[count, default: 0] += 1 }
        let frequent = frequencies.filter { $0.value * 12 >= rows.count }
        guard frequent.count <= 4 else { return 0 }
        let even = counts.indices.count { index in
            frequent[counts[index]] != nil
                && (index > 0 && counts[index - 1] == counts[index]
                    || index + 1 < counts.count && counts[index + 1] == counts[index])
        }
        return Double(even) / Double(rows.count)
    }

    /// The most frequent number of cells; of several the one that comes first.
    static func usualCount(_ rows: [SampleRows.Row]) -> Int { usualCount(rows.map(\.cells.count)) }

    /// The most frequent of some numbers; of several the one that comes first.
    static func usualCount(_ numbers: [Int]) -> Int {
        var counts: [Int: Int] = [:]
        for number in numbers { counts[number, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return numbers.first { counts[$0] == most } ?? 0
    }

    /// Mean worth of the cells of a column, times how alike they are, averaged over the columns.
    /// The first row may be a header and counts only where it is alone.
    private static func meanWorth(
        _ rows: [SampleRows.Row], columns: Int, delimiter: UInt8
    ) -> Double {
        guard columns > 0, !rows.isEmpty else { return 0 }
        let body = rows.count > 1 ? rows.dropFirst() : rows[...]
        let looked = min(columns, 60)
        var sum = 0.0
        for column in 0..<looked {
            var worth = 0.0
            var kinds: [CellKind: Int] = [:]
            for row in body {
                let kind = CellKind(row.cells[column], delimiter: delimiter)
                worth += kind.worth
                if kind != .empty { kinds[kind, default: 0] += 1 }
            }
            let filled = kinds.values.reduce(0, +)
            let alike = filled == 0 ? 1 : Double(kinds.values.max() ?? 0) / Double(filled)
            sum += worth / Double(body.count) * (0.5 + 0.5 * alike)
        }
        return sum / Double(looked)
    }
}
