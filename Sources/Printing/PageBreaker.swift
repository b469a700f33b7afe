/// Decides on which page the parts of a document stand.
///
/// A part that stays with the next one is never the last of a page, so no heading is left alone;
/// the head of a table comes again above the rows on the next page.
struct PageBreaker {
    /// One part, which is never cut.
    struct Part: Equatable {
        var height: Double
        /// Room before it, which falls away at the top of a page.
        var gap = 0.0
        var staysWithNext = false
        /// The place of the part that is repeated above it where it comes first on a page.
        var head: Int?
    }
    /// A part at its place.
    struct Placed: Equatable {
        /// The place of the part in the document.
        var part: Int
        /// From the top of the page's contents.
        var y: Double
    }

    /// Of the room for contents on a page.
    let pageHeight: Double

    /// The parts of each page. A part that is higher than a page stands on one of its own.
    ///
    /// - Complexity: O(parts).
    func pages(_ parts: [Part]) -> [[Placed]] {
        var pages: [[Placed]] = [[]]
        var y = 0.0
        func turn() {
            if pages[pages.count - 1].isEmpty { return }
            pages.append([])
            y = 0
        }
        func put(_ index: Int) {
            let isFirst = pages[pages.count - 1].isEmpty
            if isFirst, let head = parts[index].head, parts.indices.contains(head) {
                pages[pages.count - 1].append(Placed(part: head, y: 0))
                y = parts[head].height
            } else if !isFirst {
                y += parts[index].gap
            }
            pages[pages.count - 1].append(Placed(part: index, y: y))
            y += parts[index].height
        }
        for group in Self.groups(parts) {
            let height = group.reduce(0) { $0 + parts[$1].height + parts[$1].gap }
            if y + height > pageHeight + 0.01 { turn() }
            for index in group {
                if y + parts[index].gap + parts[index].height > pageHeight + 0.01 { turn() }
                put(index)
            }
        }
        return pages.filter { !$0.isEmpty }
    }

    /// Parts that stay together.
    private static func groups(_ parts: [Part]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in parts.indices where !parts[index].staysWithNext {
            groups.append(start..<index + 1)
            start = index + 1
        }
        if start < parts.count { groups.append(start..<parts.count) }
        return groups
    }
}
