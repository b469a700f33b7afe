import Values
import Wording

internal import Markup

/// A long table of which a person chooses columns, order and rows; the choice is part of the
/// address, see `TableChoice`.
struct ColumnTable<Row> {
    /// One thing that the table tells of each row, in one or two columns of the page.
    struct Column {
        /// Stands for it in addresses.
        let key: String
        /// The first one's title names it; further ones hold drawings.
        let heads: [Table.Column]
        /// Whether it is shown where nobody has chosen.
        var isUsual = true
        /// Whether the largest are wanted first, as of counts; of names, states and health the
        /// smallest are.
        var largestFirst = false
        /// What rows are sorted by.
        let value: (Row) -> Value
        /// One cell for each head. The text is unique among the rows of a page.
        let cells: (Row, String) -> [Table.Cell]

        var title: String { heads.first?.title ?? "" }
    }

    /// What a row is sorted by; a NaN and an empty text come last whatever the direction.
    enum Value {
        case number(Double)
        case text(String)
    }

    let page: PageContext
    /// Identifier of the card, which links lead to.
    let fragment: String
    /// The first one names the row and is always shown.
    let columns: [Column]
    let choice: TableChoice
    /// The page of the table that a choice leads to.
    var firstPage = 1

    /// The columns that are shown, from left to right.
    var shown: [Column] {
        guard let first = columns.first else { return [] }
        let others = columns.dropFirst()
        var keys = Set<String>()
        let chosen = choice.columns.compactMap { key in others.first { $0.key == key } }
            .filter { keys.insert($0.key).inserted }
        // The columns of another set say nothing here.
        return [first] + (chosen.isEmpty ? others.filter(\.isUsual) : chosen)
    }

    /// The column that decides the order; nil where the page does.
    var sorted: (column: Column, isDescending: Bool)? {
        guard let sort = choice.sort, let column = columns.first(where: { $0.key == sort.key })
        else { return nil }
        return (column, sort.isDescending)
    }

    /// The order that was chosen, as sentences name it.
    var order: ListOrder? {
        sorted.map { ListOrder(by: $0.column.title, isDescending: $0.isDescending) }
    }

    /// The rows that contain all words of the search, in the order that was chosen.
    ///
    /// - Parameter text: what is searched.
    /// - Complexity: O(n log n).
    func chosen(_ rows: [Row], text: (Row) -> String) -> [Row] {
        let words = choice.words
        let found =
            words.isEmpty
            ? rows
            : rows.filter { row in
                let text = text(row).lowercased()
                return words.allSatisfy(text.contains)
            }
        guard let (column, isDescending) = sorted else { return found }
        let keys = found.map(column.value)
        let places = found.indices.sorted { a, b in
            Self.precedes(keys[a], keys[b], isDescending) ?? (a < b)
        }
        return places.map { found[$0] }
    }

    /// Nil for rows of the same place.
    private static func precedes(_ left: Value, _ right: Value, _ isDescending: Bool) -> Bool? {
        switch (left, right) {
        case (.number(let a), .number(let b)):
            if a.isNaN || b.isNaN { return a.isNaN == b.isNaN ? nil : b.isNaN }
            return a == b ? nil : (a < b) != isDescending
        case (.text(let a), .text(let b)):
            if a.isEmpty || b.isEmpty { return a.isEmpty == b.isEmpty ? nil : b.isEmpty }
            return a == b ? nil : NaturalOrder.precedes(a, b) != isDescending
        case (.number, .text): return true
        case (.text, .number): return false
        }
    }

    /// The rows of one page.
    func table(_ rows: [Row], caption: String, style: Table.Style = .plain) -> Table {
        let shown = shown
        return Table(
            caption: caption, columns: shown.flatMap(heads),
            rows: rows.enumerated().map { place, row in
                shown.flatMap { $0.cells(row, "w\(place)") }
            }, style: style)
    }

    private func heads(_ column: Column) -> [Table.Column] {
        var heads = column.heads
        guard !heads.isEmpty else { return [] }
        let isCurrent = choice.sort?.key == column.key
        let isDescending = choice.sort?.isDescending ?? false
        heads[0].sorting = link {
            $0.sort = .init(
                column.key, isDescending: isCurrent ? !isDescending : column.largestFirst)
        }
        // What somebody asked for stands on narrow screens too.
        if !choice.columns.isEmpty { heads[0].isOptional = false }
        if isCurrent { heads[0].order = isDescending ? .descending : .ascending }
        return heads
    }

    /// A link to the table by another choice, from its first page on.
    func link(_ change: (inout TableChoice) -> Void) -> URLReference {
        page.query.link(to: page.page, fragment: fragment) {
            $0.table = choice
            change(&$0.table)
            if $0.table.isEmpty { $0.page = firstPage }
        }
    }
}
