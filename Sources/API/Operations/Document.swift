package import Reports

/// An answer about a data set: what it is about, and one report.
package struct Document<Value: Sendable>: Sendable {
    package var context: ReportContext
    package var value: Value

    package init(_ value: Value, about context: ReportContext) {
        self.value = value
        self.context = context
    }

    /// An object with the context and, by the name of the report, the report.
    static func shape(
        _ name: String, _ about: String, _ key: String,
        _ value: @escaping @autoclosure @Sendable () -> Shape<Value>
    ) -> Shape<Document> {
        .object(
            name, about,
            [
                .field("context", "The data that the answer is about.", Shapes.context) {
                    $0.context
                },
                .field(key, about, value()) { $0.value },
            ])
    }
}

/// A part of a list, and where the next part is.
package struct Listing<Item: Sendable>: Sendable {
    package var items: [Item]
    /// Items of the whole list.
    package var total: Int
    /// The cursor of the next part; nil at the end.
    package var next: String?

    /// The part of a whole list from a place on.
    package init(_ all: [Item], from offset: Int, limit: Int) {
        let start = min(max(0, offset), all.count)
        let end = min(start + max(1, limit), all.count)
        items = Array(all[start..<end])
        total = all.count
        next = end < all.count ? Cursor(end).text : nil
    }

    /// An object with the items, their number in all and the next cursor.
    static func shape(
        _ name: String, _ about: String, _ key: String = "items",
        _ item: @escaping @autoclosure @Sendable () -> Shape<Item>
    ) -> Shape<Listing> {
        .object(
            name, about,
            [
                .list(key, about, item()) { $0.items },
                .count("total", "Items of the whole list.") { $0.total },
                .optionalText("next", "The cursor of the next part; null at the end.") {
                    $0.next
                },
            ])
    }
}

/// A place in a list, as answers name it. Programs send it back as it is.
package struct Cursor: Sendable, Hashable {
    /// Items before the place.
    package let offset: Int

    init(_ offset: Int) { self.offset = offset }

    /// Reads a cursor; nil for any other text.
    package init?(_ text: String) {
        guard text.hasPrefix("o"), let offset = Int(text.dropFirst()), offset >= 0 else {
            return nil
        }
        self.offset = offset
    }

    var text: String { "o\(offset)" }
}
