internal import Charts
internal import Markup
import Reports

/// What a model leans on: each source of its features with what would be lost without it.
struct ImportanceTable {
    let page: PageContext
    let test: BackTest
    let index: Int

    var markup: Markup {
        guard let found = test.importance, let most = found.first?.loss, most > 0 else {
            return Markup()
        }
        return Markup {
            element("p", [.class("note")], text: page.phrases.importanceNote(test))
            page.table(
                Table(
                    caption: page.phrases.importanceTitle(),
                    columns: [
                        .init(title: page.phrases.importanceTitle()),
                        .init(title: "", isOptional: true),
                        .init(title: page.phrases.importanceLossTitle(test), isNumber: true),
                    ],
                    rows: found.enumerated().map { row($0, $1, most) }, style: .wrapping))
        }
    }

    private func row(
        _ place: Int, _ part: BackTest.Importance, _ most: Double
    ) -> [Table.Cell] {
        let name = page.phrases.source(part.source)
        let value = page.format.figure(part.loss)
        let bar = BarInTable(
            text: ChartText(title: name, description: value),
            share: (part.loss / most).present, tone: place == 0 ? .subject : .context, width: 64)
        return [.init(name), .init(bar.draw(id: "imp\(index)-\(place)")), .init(value)]
    }
}
