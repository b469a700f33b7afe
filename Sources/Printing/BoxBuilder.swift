/// Makes the boxes of a document's blocks, measured with the fonts that they are written in.
struct BoxBuilder {
    typealias Box = DocumentPrinter.Box
    typealias Text = PDFCanvas.Text

    let canvas: PDFCanvas

    private static var left: Double { DocumentPrinter.margin }
    private static var width: Double { DocumentPrinter.width }

    func boxes(_ blocks: [PrintedDocument.Block]) -> [Box] {
        var boxes: [Box] = []
        for block in blocks {
            switch block {
            case .title(let text): boxes += paragraph(text.strong, size: 19, gap: 0, stays: true)
            case .heading(let text): boxes += heading(text)
            case .paragraph(let text, .body): boxes += paragraph(text, size: 9.5, gap: 6)
            case .paragraph(let text, .lead): boxes += paragraph(text, size: 12, gap: 8)
            case .paragraph(let text, .caption):
                boxes += paragraph(text.strong, size: 10, gap: 16, stays: true)
            case .paragraph(let text, .sub):
                boxes += paragraph(text, size: 8, gap: 1, stays: true, grey: 0.35)
            case .paragraph(let text, .finding):
                boxes += paragraph(text, size: 9.5, gap: 3, stays: true)
            case .paragraph(let text, .note):
                boxes += paragraph(text, size: 8, gap: 4, grey: 0.35)
            case .list(let items): boxes += items.flatMap(item)
            case .table(let table):
                boxes += TableBoxes(canvas: canvas, table: table, offset: boxes.count).boxes
            case .drawing(let drawing): boxes.append(self.drawing(drawing))
            }
        }
        return boxes
    }

    private func heading(_ text: PrintedText) -> [Box] {
        var boxes = paragraph(text.strong, size: 13, gap: 20, stays: true)
        if !boxes.isEmpty { boxes[0].contents = PlainMarkup.text(text.markup) }
        return boxes
    }

    /// One box a line, so that a long paragraph may go on on the next page; two lines at least stay
    /// together at its beginning and its end.
    private func paragraph(
        _ printed: PrintedText, size: Double, gap: Double, stays: Bool = false, grey: Double = 0.1,
        indent: Double = 0, bullet: Text? = nil
    ) -> [Box] {
        guard !printed.isEmpty,
            let text = Text(canvas, printed, size: size, width: Self.width - indent)
        else { return [] }
        return (0..<text.lineCount).map { line in
            let start = line == 0 ? 0 : text.end(ofLine: line - 1)
            let isKept = stays || line == 0 && text.lineCount > 1 || line == text.lineCount - 2
            return Box(
                part: .init(
                    height: text.end(ofLine: line) - start, gap: line == 0 ? gap : 0,
                    staysWithNext: isKept && (stays || line < text.lineCount - 1))
            ) { canvas, y in
                if line == 0 { bullet?.show(on: canvas, x: Self.left, y: y, grey: 0.35) }
                text.show(
                    on: canvas, x: Self.left + indent, y: y, lines: line..<line + 1, grey: grey)
            }
        }
    }

    private func item(_ printed: PrintedText) -> [Box] {
        let bullet = Text(canvas, PrintedText("•"), size: 9.5, width: nil)
        return paragraph(printed, size: 9.5, gap: 4, indent: 12, bullet: bullet)
    }

    /// As wide as the page; smaller where it would be higher than half of it.
    private func drawing(_ drawing: PrintedDrawing) -> Box {
        let most = DocumentPrinter.height * 0.55
        let scale = min(
            Self.width / max(1, drawing.width), most / max(1, drawing.height), 0.85)
        let (width, height) = (drawing.width * scale, drawing.height * scale)
        return Box(part: .init(height: height, gap: 6)) { canvas, y in
            _ = canvas.draw(drawing.svg, x: Self.left, y: y, width: width, height: height)
        }
    }
}

/// The text of pango's markup, for the contents beside the pages.
enum PlainMarkup {
    static func text(_ markup: String) -> String {
        var text = ""
        var isTag = false
        for character in markup {
            switch character {
            case "<": isTag = true
            case ">": isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}
