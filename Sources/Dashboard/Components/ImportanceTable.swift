internal import Charts
internal import Markup
import Reports
import Wording

/// What a model relies on: each source of its features, with what would be lost without it.
struct ImportanceTable {
    let page: PageContext
    let test: BackTest
    let index: Int
    private static let limit = 8

    /// Nil where it was not examined, or no source matters.
    var markup: Markup? {
        guard let found = test.importance, let most = found.first?.loss, most > 0 else {
            return nil
        }
        return Markup {
            page.smallTitle(page.phrases.importanceTitle())
            element("p", [.class("note")], text: page.phrases.importanceNote(test))
            page.table(
                Table(
                    caption: page.phrases.importanceTitle(),
                    columns: [
                        .init(title: page.phrases.importanceTitle()),
                        .init(title: "", isOptional: true),
                        .init(title: page.phrases.importanceLossTitle(test), isNumber: true),
                    ],
                    rows: found.prefix(Self.limit).enumerated().map { row($0, $1, most) },
                    style: .wrapping))
            if !test.weights.isEmpty {
                element("p", [.class("note")], text: page.phrases.weightsTitle())
                page.details(weights)
            }
        }
    }

    private var weights: Table {
        Table(
            caption: page.phrases.weightsTitle(),
            columns: [
                .init(title: page.label(.feature)),
                .init(title: page.label(.share), isNumber: true),
            ],
            rows: test.weights.map {
                [.init($0.name), page.cells.percent($0.share, decimals: 1)]
            })
    }

    private func row(
        _ place: Int, _ part: BackTest.Importance, _ most: Double
    ) -> [Table.Cell] {
        let name = page.phrases.source(part.source)
        let value =
            test.rmse == nil ? page.format.figure(part.loss) : page.format.length(part.loss)
        let bar = BarInTable(
            text: page.chartText(title: name, description: value),
            share: (part.loss / most).present, tone: place == 0 ? .subject : .context, width: 64)
        return [.init(name), .init(bar.draw(id: "imp\(index)-\(place)")), .init(value)]
    }
}
