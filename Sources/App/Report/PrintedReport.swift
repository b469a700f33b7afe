import Charts
import Dashboard
import Markup
import Printing
import Wording

/// A report as a document for paper.
struct PrintedReport {
    let report: ReportDocument
    let style: ChartStyle

    /// The width of drawings in pixels; on paper they are a little smaller than their labels on a
    /// screen.
    private static let width = 720.0

    init(_ report: ReportDocument, style: ChartStyle) {
        (self.report, self.style) = (report, style)
    }

    var document: PrintedDocument {
        var blocks: [PrintedDocument.Block] = [
            .title(PrintedText(report.title)), .paragraph(PrintedText(report.period), .note),
        ]
        if !report.answer.isEmpty { blocks.append(.paragraph(text(report.answer), .lead)) }
        for section in report.sections {
            blocks.append(.heading(PrintedText(section.title)))
            blocks += section.blocks.flatMap(self.blocks)
        }
        return PrintedDocument(
            title: report.title, foot: report.foot, pageWords: report.pageWords, blocks: blocks)
    }

    private func blocks(_ block: ReportDocument.Block) -> [PrintedDocument.Block] {
        switch block {
        case .paragraph(let sentence): [.paragraph(text(sentence), .body)]
        case .note(let words): [.paragraph(PrintedText(words), .note)]
        case .list(let sentences): [.list(sentences.map(text))]
        case .table(let table): [.table(self.table(table))]
        case .chart(let chart): self.chart(chart)
        }
    }

    private func table(_ table: Table) -> PrintedTable {
        PrintedTable(
            columns: table.columns.map {
                .init(
                    title: PrintedText($0.title), isNumber: $0.isNumber, isOptional: $0.isOptional)
            },
            rows: table.rows.map { row in row.map { PrintedText($0.text) } })
    }

    /// Title, finding and drawing; the title alone where there is nothing to draw.
    private func chart(_ chart: ReportDocument.Chart) -> [PrintedDocument.Block] {
        var blocks: [PrintedDocument.Block] = [
            .paragraph(PrintedText(chart.title), .caption),
            .paragraph(PrintedText(chart.sub), .sub),
            .paragraph(text(chart.finding), .finding),
        ]
        let drawing = try? report.drawing(chart).document(
            width: Self.width, theme: .light, style: style)
        if let drawing {
            blocks.append(
                .drawing(
                    PrintedDrawing(
                        svg: String(decoding: drawing.markup.bytes, as: UTF8.self),
                        width: drawing.width, height: drawing.height)))
        }
        if !chart.note.isEmpty { blocks.append(.paragraph(PrintedText(chart.note), .note)) }
        return blocks
    }

    private func text(_ sentence: Sentence) -> PrintedText {
        sentence.spans.reduce(into: PrintedText()) { text, span in
            switch span {
            case .text(let part), .device(_, let part), .page(_, _, let part): text.append(part)
            case .strong(let part): text.append(strong: part)
            case .code(let part): text.append(code: part)
            }
        }
    }
}
