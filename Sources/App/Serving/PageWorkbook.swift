import Dashboard
import Exports
import Values
import Wording

/// A page as tables of a workbook: the first holds its sentences and figures, each further one a
/// table of the page.
struct PageWorkbook {
    let tables: [any TableExport]

    /// - Parameter title: of the first sheet.
    init(_ outline: PageOutline, title: String) {
        let listed = outline.cards.flatMap { card in
            card.tables.filter { !$0.table.rows.isEmpty }
                .map { PageTable($0.table, card: card) }
        }
        tables = [PageSentences(title, outline)] + listed
    }
}

/// What a page says, line by line: the subject, what is said of it, and a figure where it is one.
private struct PageSentences: TableExport {
    let name: String
    let header: [String]
    private let rows: [[TableCell]]

    init(_ title: String, _ outline: PageOutline) {
        name = title
        header = [outline.question, outline.answer.plain]
        rows =
            outline.figures.map { figure in
                let said = [figure.value, figure.words.small, figure.words.change.plain]
                return [
                    .text(figure.words.label),
                    .text(said.filter { !$0.isEmpty }.joined(separator: " ")),
                    .number(figure.number),
                ]
            } + outline.cards.flatMap(Self.lines)
    }

    private static func lines(_ card: PageOutline.Card) -> [[TableCell]] {
        let said = [card.finding.plain] + card.items.map(\.sentence.plain) + card.notes
        return said.filter { !$0.isEmpty }.map { [.text(card.title), .text($0)] }
    }

    func forEachRow(_ take: ([TableCell]) throws -> Void) throws {
        for row in rows { try take(row) }
    }
}

/// A table of a card, without its columns of drawings and buttons.
private struct PageTable: TableExport {
    let name: String
    let header: [String]
    private let rows: [[TableCell]]

    init(_ table: Table, card: PageOutline.Card) {
        let all = table.rows.map { $0.map(TableCell.init) }
        let kept = table.columns.indices.filter { place in
            !table.columns[place].title.isEmpty || all.contains { $0[at: place] != .empty }
        }
        name = card.title
        header = kept.map { table.columns[$0].title }
        rows = all.map { row in kept.map { row[at: $0] } }
    }

    func forEachRow(_ take: ([TableCell]) throws -> Void) throws {
        for row in rows { try take(row) }
    }
}

extension [TableCell] {
    /// An empty cell beyond the end.
    fileprivate subscript(at place: Int) -> TableCell {
        indices.contains(place) ? self[place] : .empty
    }
}

extension TableCell {
    /// A cell of a page: its value, or what can be read in it.
    fileprivate init(_ cell: Table.Cell) {
        switch cell.value {
        case .number(let value): self = .number(value)
        case .share(let value): self = .share(value)
        case .moment(let time): self = .moment(time)
        case .length(let value): self = .length(value)
        case nil:
            let text = cell.text
            self = text.isEmpty || text == NumberFormat.missing ? .empty : .text(text)
        }
    }
}
