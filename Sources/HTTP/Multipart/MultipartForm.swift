/// A form that arrived as `multipart/form-data`, its files in temporary files.
package struct MultipartForm: Sendable {
    package struct Part: Sendable {
        package let name: String
        /// The client's name for the file; nil for a plain field. It may be anything, a path or
        /// an empty text included, and must never be used as a path.
        package let fileName: String?
        /// The type as the client states it; nil where it states none.
        package let contentType: String?
        package let content: Content

        init(name: String, fileName: String?, contentType: String?, content: Content) {
            self.name = name
            self.fileName = fileName
            self.contentType = contentType
            self.content = content
        }

        /// A plain field made by hand, as if it had been sent.
        package static func field(_ name: String, _ text: String) -> Part {
            Part(name: name, fileName: nil, contentType: nil, content: .text(text))
        }

        /// A file of type `text/csv` made by hand, as if it had been sent.
        package static func file(
            _ name: String, called fileName: String, _ file: TemporaryFile
        )
            -> Part
        {
            Part(name: name, fileName: fileName, contentType: "text/csv", content: .file(file))
        }
    }

    package enum Content: Sendable {
        /// The text of a plain field, with U+FFFD for what is not UTF-8.
        case text(String)
        /// A file on disk, however small.
        case file(TemporaryFile)
    }

    /// The parts in their order. A file field that was left empty is not among them.
    package let parts: [Part]

    package init(parts: [Part]) { self.parts = parts }

    /// The file parts, each with its file.
    package var files: [(part: Part, file: TemporaryFile)] {
        parts.compactMap { part in
            if case .file(let file) = part.content { (part, file) } else { nil }
        }
    }

    /// The plain fields, in order.
    package var textItems: QueryItems {
        QueryItems(
            parts.compactMap { part in
                guard case .text(let text) = part.content else { return nil }
                return QueryItems.Item(name: part.name, value: text)
            })
    }
}
