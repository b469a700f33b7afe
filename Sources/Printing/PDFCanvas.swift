import CDrawing

/// A PDF file that is being written, page by page.
@safe final class PDFCanvas {
    /// Points of A4.
    static let width = 595.28
    static let height = 841.89

    private let pdf: OpaquePointer

    /// - Returns: nil where the file cannot be written.
    init?(path: String, title: String) {
        guard let pdf = unsafe drawing_pdf_create(path, Self.width, Self.height, title) else {
            return nil
        }
        unsafe self.pdf = pdf
    }

    func endPage() { unsafe drawing_pdf_end_page(pdf) }

    /// Ends the file; whether all of it was written. The canvas cannot be used any more.
    func close() -> Bool { unsafe drawing_pdf_close(pdf) != 0 }

    /// Draws an SVG document; whether it could be read.
    func draw(_ svg: String, x: Double, y: Double, width: Double, height: Double) -> Bool {
        let bytes = Array(svg.utf8)
        return unsafe drawing_pdf_svg(pdf, bytes, bytes.count, x, y, width, height) != 0
    }

    func fill(x: Double, y: Double, width: Double, height: Double, grey: Double) {
        unsafe drawing_pdf_fill(pdf, x, y, width, height, grey)
    }

    /// An entry of the contents that leads to a page, from 1.
    func addContents(_ title: String, page: Int, y: Double) {
        unsafe drawing_pdf_contents(pdf, title, Int32(clamping: page), y)
    }

    /// A text laid out for this canvas.
    @safe final class Text {
        private let text: OpaquePointer
        let width: Double
        let height: Double
        let lineCount: Int

        /// - Parameters:
        ///   - width: of a line; nil for one line of any width.
        ///   - isCut: one line, with an ellipsis where it is too wide.
        /// - Returns: nil where there is no memory.
        init?(
            _ canvas: PDFCanvas, _ printed: PrintedText, size: Double, width: Double?,
            isRight: Bool = false, isCut: Bool = false
        ) {
            guard
                let text = unsafe drawing_text_create(
                    canvas.pdf, printed.markup, size, width ?? -1, isRight ? 2 : 0, isCut ? 1 : 0)
            else { return nil }
            unsafe self.text = text
            self.width = unsafe drawing_text_width(text)
            height = unsafe drawing_text_height(text)
            lineCount = unsafe Int(drawing_text_lines(text))
        }

        deinit { unsafe drawing_text_release(text) }

        /// From the top of the text to the end of a line.
        func end(ofLine line: Int) -> Double {
            unsafe drawing_text_line_end(text, Int32(clamping: line))
        }

        /// Writes some lines of it, the first at `y`.
        func show(
            on canvas: PDFCanvas, x: Double, y: Double, lines: Range<Int>? = nil, grey: Double = 0.1
        ) {
            let lines = lines ?? 0..<lineCount
            unsafe drawing_text_show(
                canvas.pdf, text, x, y, Int32(clamping: lines.lowerBound),
                Int32(clamping: lines.count), grey)
        }
    }
}
