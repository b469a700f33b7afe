internal import Charts
internal import Markup
import Values
import Wording

/// The first rows of a file, what was refused in it, and the quality of its readings.
struct FileCards {
    let page: PageContext
    let file: FileReport

    var markup: Markup {
        Markup {
            if !file.issues.isEmpty { issues }
            if file.preview.count > 1 { preview }
        }
    }

    private var preview: Markup {
        let words = page.phrases.preview(file)
        let first = file.schema.dialect.head.firstRow + 1
        let header = file.preview.first ?? []
        let table = Table(
            caption: words.title,
            columns: [.init(title: page.label(.line), isNumber: true)]
                + header.prefix(Self.columnLimit).map { .init(title: page.phrases.columnName($0)) },
            rows: file.preview.dropFirst().prefix(8).enumerated().map { index, cells in
                [page.cells.count(first + index)]
                    + cells.prefix(Self.columnLimit).map { .init(String($0.prefix(80))) }
            }, style: .raw)
        return page.card("h-pre", .whole, words) { page.table(table) }
    }

    private static let columnLimit = 60

    private var issues: Markup {
        let words = page.phrases.issues(file)
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.line), isNumber: true),
                .init(title: page.label(.column)), .init(title: page.label(.reason)),
                .init(title: page.phrases.leftOut()),
            ],
            rows: file.issues.prefix(FileReport.issuesShown).map { issue in
                [
                    page.cells.count(issue.line),
                    .init(issue.column.map(page.phrases.columnName) ?? NumberFormat.missing),
                    .init(page.phrases.issue(issue.reason, value: String(issue.value.prefix(80)))),
                    .init(page.phrases.leftOut(issue.refusesRow)),
                ]
            }, style: .dense)
        return page.card("h-iss", .whole, words) { page.table(table) }
    }

    var quality: Markup {
        let words = page.phrases.quality(file)
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.reading)), .init(title: page.label(.grade)),
                .init(title: page.label(.missing), isNumber: true),
                .init(title: page.label(.refused), isNumber: true),
                .init(title: page.label(.range), isNumber: true, isOptional: true),
                .init(title: page.label(.mean), isNumber: true),
            ],
            rows: file.signals.prefix(200).map(row), style: .dense)
        return page.card("h-q", .half, words) {
            if !file.signals.isEmpty { page.table(table) }
        }
    }

    private func row(_ signal: SignalQuality) -> [Table.Cell] {
        let grade = page.phrases.grade(signal)
        let name = signal.unit.map { "\(signal.name), \($0)" } ?? signal.name
        let words = element("span", [.class("st", grade.status.className)]) {
            Icon.status(grade.status).markup
            grade.words
        }
        return [
            .init(name), .init(words), page.cells.count(signal.missing),
            page.cells.count(signal.refused),
            .init(
                signal.count == 0
                    ? NumberFormat.missing
                    : page.phrases.fromTo(
                        page.format.reading(signal.minimum), page.format.reading(signal.maximum))),
            page.cells.reading(signal.mean),
        ]
    }
}
