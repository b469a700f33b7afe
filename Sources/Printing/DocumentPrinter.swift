/// Lays a document out on A4 and writes it as PDF.
package struct DocumentPrinter {
    /// A part of the document with what writes it at a height of the page.
    struct Box {
        var part: PageBreaker.Part
        /// The entry that it makes in the contents; empty for none.
        var contents = ""
        var draw: (PDFCanvas, _ y: Double) -> Void
    }

    static let margin = 50.0
    static let top = 52.0
    /// From the bottom of the page to the end of the contents.
    static let bottom = 62.0
    static var width: Double { PDFCanvas.width - 2 * margin }
    static var height: Double { PDFCanvas.height - top - bottom }

    let document: PrintedDocument

    package init(_ document: PrintedDocument) { self.document = document }

    /// Writes the file; the libraries must be open.
    ///
    /// - Returns: how many pages it has; nil where it could not be written.
    package func write(to path: String) -> Int? {
        guard let canvas = PDFCanvas(path: path, title: document.title) else { return nil }
        let boxes = BoxBuilder(canvas: canvas).boxes(document.blocks)
        let pages = PageBreaker(pageHeight: Self.height).pages(boxes.map(\.part))
        for (number, page) in pages.enumerated() {
            for placed in page {
                let box = boxes[placed.part]
                let y = Self.top + placed.y
                box.draw(canvas, y)
                if !box.contents.isEmpty {
                    canvas.addContents(box.contents, page: number + 1, y: y)
                }
            }
            foot(number + 1, of: pages.count, on: canvas)
            canvas.endPage()
        }
        return canvas.close() ? pages.count : nil
    }

    private func foot(_ number: Int, of count: Int, on canvas: PDFCanvas) {
        let y = PDFCanvas.height - 40
        canvas.fill(x: Self.margin, y: y - 6, width: Self.width, height: 0.5, grey: 0.8)
        // The longer mark first, since it holds the shorter one.
        let words = document.pageWords.replacing("##", with: "\(count)")
            .replacing("#", with: "\(number)")
        let page = PDFCanvas.Text(
            canvas, PrintedText(words), size: 7.5, width: 80, isRight: true, isCut: true)
        page?.show(on: canvas, x: Self.margin + Self.width - 80, y: y, grey: 0.35)
        let foot = PDFCanvas.Text(
            canvas, PrintedText(document.foot), size: 7.5, width: Self.width - 90, isCut: true)
        foot?.show(on: canvas, x: Self.margin, y: y, grey: 0.35)
    }
}
