/// The boxes of a table: its head, which stays with the first row, and its rows.
struct TableBoxes {
    typealias Text = PDFCanvas.Text

    let canvas: PDFCanvas
    let table: PrintedTable
    /// How many boxes of the document come before.
    let offset: Int

    private static let size = 8.5
    private static let headSize = 7.5
    /// Above and below the text of a row.
    private static let padding = 3.0

    var boxes: [DocumentPrinter.Box] {
        guard !table.columns.isEmpty, !table.rows.isEmpty else { return [] }
        let shown = widths
        let head = row(
            table.columns.map(\.title), shown, size: Self.headSize, grey: 0.35, line: 0.6)
        var boxes = [box(head, gap: 8, stays: true, head: nil)]
        for (index, cells) in table.rows.enumerated() {
            let row = row(cells, shown, size: Self.size, grey: 0.1, line: 0.88)
            // Neither the first row nor the last stands alone.
            let stays = table.rows.count > 2 && (index == 0 || index == table.rows.count - 2)
            boxes.append(box(row, gap: 0, stays: stays, head: offset))
        }
        return boxes
    }

    private var widths: ColumnWidths {
        let needed = table.columns.enumerated().map { place, column in
            // A head may be broken between its words.
            let words = column.title.words.map { measure($0, Self.headSize) }
            let cells = table.rows.map {
                $0.indices.contains(place) ? measure($0[place], Self.size) : 0
            }
            return max(words.max() ?? 0, cells.max() ?? 0) + 2
        }
        return ColumnWidths(table.columns, needed: needed, room: DocumentPrinter.width)
    }

    private func measure(_ text: PrintedText, _ size: Double) -> Double {
        Text(canvas, text, size: size, width: nil)?.width ?? 0
    }

    private struct Row {
        var cells: [(text: Text, x: Double)]
        var height: Double
        var grey: Double
        /// The grey of the line below it.
        var line: Double
        var width: Double
    }

    private func row(
        _ cells: [PrintedText], _ widths: ColumnWidths, size: Double, grey: Double, line: Double
    ) -> Row {
        var x = DocumentPrinter.margin
        var row = Row(cells: [], height: 0, grey: grey, line: line, width: widths.sum)
        for (place, width) in widths.columns {
            if cells.indices.contains(place), !cells[place].isEmpty,
                let text = Text(
                    canvas, cells[place], size: size, width: width + 0.5,
                    isRight: table.columns[place].isNumber)
            {
                row.cells.append((text, x))
                row.height = max(row.height, text.height)
            }
            x += width + ColumnWidths.gap
        }
        row.height = max(row.height, size) + 2 * Self.padding
        return row
    }

    private func box(
        _ row: Row, gap: Double, stays: Bool, head: Int?
    ) -> DocumentPrinter.Box {
        DocumentPrinter.Box(
            part: .init(height: row.height, gap: gap, staysWithNext: stays, head: head)
        ) { canvas, y in
            for cell in row.cells {
                cell.text.show(on: canvas, x: cell.x, y: y + Self.padding, grey: row.grey)
            }
            canvas.fill(
                x: DocumentPrinter.margin, y: y + row.height - 0.5, width: row.width,
                height: 0.5, grey: row.line)
        }
    }
}
