/// Tables and charts.
extension Outline {
    /// A table's head and rows; of a long one the first rows.
    func table(_ node: Int) -> [String] {
        let rows = document.below(node).filter { document.nodes[$0].name == "tr" }
        let isHead = { (row: Int) in
            document.nodes[row].parent.map { document.nodes[$0].name } == "thead"
        }
        let texts = rows.filter { !isHead($0) }.map { "| " + cells($0) }
        let shown = isBehindClick(node) ? 2 : 5
        let head = rows.filter(isHead).map { "|= " + cells($0) }
        guard texts.count > shown + 1 else { return head + texts }
        return head + texts.prefix(shown) + ["|" + Self.rest(texts.dropFirst(shown))]
    }

    private func cells(_ row: Int) -> String {
        document.nodes[row].children.map { Self.tidy(content($0)) }.joined(separator: " | ")
    }

    private func isBehindClick(_ node: Int) -> Bool {
        document.ancestors(node).contains { document.nodes[$0].name == "details" }
    }

    /// A chart's title, description, labels and the first titles of its marks; of further drawings
    /// of it, for other widths, only how much they hold.
    func chart(_ node: Int) -> [String] {
        let texts = document.below(node).filter { document.nodes[$0].name == "text" }
            .map { Self.tidy(document.text($0)) }
        let size = "\(texts.count) labels, " + marks(below: node)
        guard isWidest(node) else { return ["  narrower: " + size] }
        let titles = document.below(node).dropFirst().filter {
            document.nodes[$0].name == "title" && document.nodes[$0].parent != node
        }.map { Self.tidy(document.text($0)) }
        return [
            "chart: " + child(node, "title"), "  " + child(node, "desc"),
        ] + (texts.isEmpty ? [] : ["  labels: " + cut(texts, 60)])
            + (titles.isEmpty ? [] : ["  marked: " + cut(titles, 4)]) + ["  drawn: " + size]
    }

    private func cut(_ texts: [String], _ limit: Int) -> String {
        let shown = texts.prefix(limit).joined(separator: " | ")
        return texts.count > limit ? shown + Self.rest(texts.dropFirst(limit)) : shown
    }

    /// The last drawing of a place is the widest.
    private func isWidest(_ node: Int) -> Bool {
        guard let parent = document.nodes[node].parent else { return true }
        return document.nodes[parent].children.last { document.nodes[$0].name == "svg" } == node
    }

    /// A small drawing in a line: what it shows, where it says so.
    func spark(_ node: Int) -> String {
        let texts = [child(node, "title"), child(node, "desc")].filter { !$0.isEmpty }
        return texts.isEmpty ? " " : " ⟨\(texts.joined(separator: ": "))⟩ "
    }

    private func child(_ node: Int, _ name: String) -> String {
        document.nodes[node].children.first { document.nodes[$0].name == name }
            .map { Self.tidy(document.text($0)) } ?? ""
    }

    /// How many there are of each shape, so that a lost mark is seen.
    func marks(below node: Int) -> String {
        var counts: [String: Int] = [:]
        for node in document.below(node) { counts[document.nodes[node].name, default: 0] += 1 }
        return ["path", "circle", "rect", "line", "polygon", "polyline", "use"].compactMap { name in
            counts[name].map { "\(name) \($0)" }
        }.joined(separator: ", ")
    }
}
