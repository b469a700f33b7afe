internal import Charts
import Wording

/// Writes a report as Markdown with tables (GitHub's). Drawings are told in words, and by their
/// data where that is short.
package struct ReportMarkdown {
    let report: ReportDocument

    package init(_ report: ReportDocument) { self.report = report }

    /// The file, ending with a line end.
    package var text: String {
        var parts = ["# " + escaped(report.title), escaped(report.period)]
        if !report.answer.isEmpty { parts.append("> " + words(report.answer)) }
        for section in report.sections {
            parts.append("## " + escaped(section.title))
            parts += section.blocks.flatMap(blocks)
        }
        parts.append("---")
        parts.append(escaped(report.foot))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func blocks(_ block: ReportDocument.Block) -> [String] {
        switch block {
        case .paragraph(let sentence): [words(sentence)]
        case .note(let text): ["*" + escaped(text) + "*"]
        case .list(let sentences):
            [sentences.map { "- " + words($0) }.joined(separator: "\n")]
        case .table(let table): [self.table(table)]
        case .chart(let chart): self.chart(chart)
        }
    }

    private func chart(_ chart: ReportDocument.Chart) -> [String] {
        let said =
            chart.finding.isEmpty
            ? escaped(chart.drawn.chart.text.description) : words(chart.finding)
        var parts = ["### " + escaped(chart.title)]
        if !chart.sub.isEmpty { parts.append("*" + escaped(chart.sub) + "*") }
        parts.append(said)
        if let data = chart.data { parts.append(table(data)) }
        return parts
    }

    private func table(_ table: Table) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let heads = line(table.columns.map { escaped($0.title) })
        let rule = line(table.columns.map { $0.isNumber ? "---:" : "---" })
        let rows = table.rows.map { line($0.prefix(table.columns.count).map { escaped($0.text) }) }
        return ([heads, rule] + rows).joined(separator: "\n")
    }

    private func words(_ sentence: Sentence) -> String {
        sentence.spans.map { span in
            switch span {
            case .text(let text), .device(_, let text), .page(_, _, let text): escaped(text)
            case .strong(let text): strong(text)
            case .code(let text): code(text)
            }
        }.joined()
    }

    /// Stars that touch a space mark nothing.
    private func strong(_ text: String) -> String {
        let body = text.drop { $0 == " " }
        let inner = String(body.reversed().drop { $0 == " " }.reversed())
        guard !inner.isEmpty else { return text }
        let before = String(repeating: " ", count: text.count - body.count)
        let after = String(repeating: " ", count: body.count - inner.count)
        return before + "**" + escaped(inner) + "**" + after
    }

    /// Between as many grave accents as the text does not hold.
    private func code(_ text: String) -> String {
        let plain = line(text)
        var fence = "`"
        while plain.contains(fence) { fence += "`" }
        return fence + (plain.hasPrefix("`") || plain.hasSuffix("`") ? " \(plain) " : plain) + fence
    }

    /// With everything marked that could be taken for Markdown or HTML.
    private func escaped(_ text: String) -> String {
        var result = ""
        for character in line(text) {
            if "\\`*_{}[]<>#|~".contains(character) { result.append("\\") }
            result.append(character)
        }
        // A line that begins with one of these would begin a list.
        if let first = result.first, "+-=".contains(first) { result = "\\" + result }
        return result
    }

    /// On one line.
    private func line(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
