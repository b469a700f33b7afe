internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Makes a report from what the pages say of the same data, and from the period before.
package struct ReportBuilder {
    let input: ReportInput
    let page: PageContext

    /// Nil where there is no analysis, or for a device none of it.
    package init?(_ input: ReportInput) {
        guard input.page.snapshot != nil, !input.isOfDevice || !input.diagnoses.isEmpty else {
            return nil
        }
        self.input = input
        page = PageContext(page: .overview, input: input.page)
    }

    /// The report.
    ///
    /// - Complexity: that of rendering the pages that it draws from.
    package var document: ReportDocument {
        guard let snapshot = input.page.snapshot else { return empty }
        let parts = Parts(self, snapshot)
        var document = empty
        document.answer = parts.answer
        document.sections = ReportSection.allCases.compactMap { kind in
            let blocks = parts.blocks(kind)
            return blocks.isEmpty
                ? nil
                : .init(kind: kind, title: page.phrases.reportSection(kind), blocks: blocks)
        }
        return document
    }

    /// Title and foot, without sections.
    private var empty: ReportDocument {
        let phrases = page.phrases
        let context = page.report
        let device = input.isOfDevice ? input.diagnoses.first?.row.device : nil
        let files = context.map(phrases.filesAndHash)
        let period = context?.period
        return ReportDocument(
            language: phrases.language,
            title: phrases.reportTitle(set: context?.dataset ?? "", device: device),
            period: period.map {
                phrases.reportPeriod($0, before: input.before?.context.period)
            } ?? "", answer: "", sections: [],
            foot: [
                files.map { $0.text + " " + $0.hash }, period.map(phrases.shortPeriod),
            ].compactMap(\.self).joined(separator: " · "),
            pageWords: phrases.reportPageWords(), reductionNote: { phrases.reduction($0) },
            dataWords: page.label(.dataAsTable))
    }

    /// What a page of the same data says.
    ///
    /// - Parameter number: of a page of its table.
    func outline(
        _ page: Page, _ diagnosis: DiagnosticReport? = nil, page number: Int = 1
    ) -> PageOutline {
        var input = input.page
        input.diagnostics = diagnosis
        input.query.page = number
        // A report is about the set, not about how somebody sorts a list of it.
        input.query.table = TableChoice()
        return PageRenderer.outline(page, input)
    }
}
