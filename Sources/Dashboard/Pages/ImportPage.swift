internal import Markup
import Reports
import Values
import Wording

/// What was read, what was refused, and how every column was understood.
struct ImportPage {
    let page: PageContext

    private var report: ImportReport? { page.input.snapshot?.imports }

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .importFiles)), answer: answer,
            content: element("div", [.class("cols")]) { cards })
    }

    private var answer: Sentence {
        switch page.input.state {
        case .loading(let progress): return page.phrases.loading(progress, set: page.input.dataset)
        case .analysing: return page.phrases.analysing(set: page.input.dataset)
        case .failed(let error): return page.phrases.failed(error, set: page.input.dataset)
        case .setAside(let aside): return page.phrases.setAside(aside, set: page.input.dataset)
        case .empty, .ready:
            return report.map(page.phrases.importAnswer) ?? page.phrases.noData()
        }
    }

    /// The file whose columns are shown: the one asked for, else the first that leaves something
    /// open, else the first with an issue, else the one with the most rows.
    private var file: FileReport? {
        guard let files = report?.load.files else { return nil }
        if let name = page.query.file, let file = files.first(where: { $0.name == name }) {
            return file
        }
        let unclear = files.first { file in
            !file.schema.questions.isEmpty || file.schema.notes.contains(where: \.isProblem)
        }
        if let unclear { return unclear }
        return files.first { $0.issueCount > 0 } ?? files.max { $0.rowsRead < $1.rowsRead }
    }

    private var cards: Markup {
        Markup {
            if case .setAside(let aside) = page.input.state {
                SetAsideCard(page: page, aside: aside).markup
            }
            UploadCard(page: page, span: report == nil ? .half : .third).markup
            if let report {
                LoadCard(page: page, report: report, current: file?.name).markup
                if let file {
                    let correction = report.corrections[file.name]
                    QuestionCards(page: page, file: file).markup
                    RolesCard(page: page, file: file, correction: correction).markup
                    // A table is not written in any way.
                    if file.way == nil {
                        DialectCard(page: page, file: file, correction: correction).markup
                    }
                    FileCards(page: page, file: file).markup
                }
                worth(report)
                if let file { FileCards(page: page, file: file).quality }
                DatasetCard(page: page, report: report).markup
            } else if page.input.dataset != nil {
                DatasetCard(page: page, report: nil).markup
            }
        }
    }

    private func worth(_ report: ImportReport) -> Markup {
        page.card("h-note", .half, page.phrases.worth(report)) {
            let notes = page.phrases.notes(report)
            if !notes.isEmpty { page.news(notes.prefix(12).map { (.level, false, $0, Markup()) }) }
        }
    }
}
