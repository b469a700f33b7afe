/// What a person wants of the long table of a page.
package struct TableChoice: Sendable, Hashable {
    /// Keys of columns from left to right, as typed; those that the table does not have are passed
    /// over. Empty for the columns that the page chooses.
    package var columns: [String] = []
    /// `nil` for the order that the page chooses.
    package var sort: Sort?
    /// Words that rows must contain, as typed.
    package var search: String?

    /// Leaves everything to the page.
    package init() {}

    package var isEmpty: Bool { self == TableChoice() }

    /// A column that decides the order of the rows.
    package struct Sort: Sendable, Hashable {
        package var key: String
        package var isDescending: Bool

        package init(_ key: String, isDescending: Bool) {
            self.key = key
            self.isDescending = isDescending
        }

        /// Reads `health`, or `-health` for the largest first; `nil` for no key and for one longer
        /// than 1,000 bytes.
        init?(_ text: String) {
            isDescending = text.first == "-"
            key = isDescending ? String(text.dropFirst()) : text
            if key.isEmpty || key.utf8.count > 1_000 { return nil }
        }

        var text: String { (isDescending ? "-" : "") + key }
    }

    /// Names and values in a fixed order; defaults are left out.
    var items: [(String, String)] {
        var items = columns.map { ("column", $0) }
        if let sort { items.append(("sort", sort.text)) }
        if let search { items.append(("find", search)) }
        return items
    }

    /// The words of the search, in lower case.
    var words: [String] {
        (search ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
