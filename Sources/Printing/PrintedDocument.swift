/// A document for paper, ready to be laid out: its words and drawings in their order.
package struct PrintedDocument: Codable, Sendable, Equatable {
    /// One part of it.
    package enum Block: Codable, Sendable, Equatable {
        /// The document's own title.
        case title(PrintedText)
        /// Of a section; never stands last on a page.
        case heading(PrintedText)
        case paragraph(PrintedText, Manner)
        /// Each behind a bullet.
        case list([PrintedText])
        case table(PrintedTable)
        case drawing(PrintedDrawing)
    }

    /// How a paragraph is set.
    package enum Manner: String, Codable, Sendable {
        case body
        /// The answer to what the document is asked.
        case lead
        /// The title of a drawing, with which it stays.
        case caption
        /// Small and grey between such a title and the drawing.
        case sub
        /// What the drawing shows, above it.
        case finding
        /// Small and grey.
        case note
    }

    package var title: String
    /// In the foot of each page, at the left.
    package var foot: String
    /// In the foot at the right: `#` stands for the page's number, `##` for how many there are.
    package var pageWords: String
    package var blocks: [Block]

    package init(title: String, foot: String, pageWords: String, blocks: [Block]) {
        (self.title, self.foot, self.pageWords, self.blocks) = (title, foot, pageWords, blocks)
    }
}

/// A table; its head comes again on each page that it reaches.
package struct PrintedTable: Codable, Sendable, Equatable {
    package struct Column: Codable, Sendable, Equatable {
        package var title: PrintedText
        /// Whether it holds figures, which stand at the right and are never broken.
        package var isNumber: Bool
        /// Whether it is left out where the table is too wide.
        package var isOptional: Bool

        package init(title: PrintedText, isNumber: Bool, isOptional: Bool = false) {
            (self.title, self.isNumber, self.isOptional) = (title, isNumber, isOptional)
        }
    }

    package var columns: [Column]
    /// As many cells as columns; missing ones are empty.
    package var rows: [[PrintedText]]

    package init(columns: [Column], rows: [[PrintedText]]) {
        (self.columns, self.rows) = (columns, rows)
    }
}

/// A drawing as an SVG document.
package struct PrintedDrawing: Codable, Sendable, Equatable {
    package var svg: String
    /// In pixels.
    package var width: Double
    package var height: Double

    package init(svg: String, width: Double, height: Double) {
        (self.svg, self.width, self.height) = (svg, width, height)
    }
}
