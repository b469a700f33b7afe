internal import Charts
internal import Markup
import Reports
import Wording

/// How far predictions of remaining life were off and how often they promised too much, by the life
/// that was left.
struct LifeErrorChart {
    let page: PageContext
    let test: BackTest
    let index: Int

    private static let ids: [StaticString] = ["lif1", "lif2", "lif3", "lif4", "lif5", "lif6"]

    /// Nil where no lives were predicted.
    var markup: Markup? {
        guard let lives = test.lives, !lives.sizes.isEmpty else { return nil }
        let id: StaticString = Self.ids[min(index, Self.ids.count - 1)]
        return Markup {
            page.smallTitle(page.phrases.lifeErrorsTitle())
            page.draw(chart(lives), .beside, id: id).markup
            page.details(table(lives))
        }
    }

    private func chart(_ lives: BackTest.Lives) -> BarChart {
        BarChart(
            text: page.chartText(
                title: page.phrases.lifeErrorsTitle(),
                description: page.phrases.backTest(test).plain),
            bars: lives.sizes.map { size in
                BarChart.Bar(
                    label: label(size), value: size.rmse.present,
                    valueText: page.format.length(size.rmse),
                    detail: page.phrases.tooLong(size.late), tone: .subject)
            }, style: .compact, sorted: false)
    }

    private func label(_ size: BackTest.Lives.Size) -> String {
        page.phrases.leadLabel(from: size.from, to: size.to)
    }

    private func table(_ lives: BackTest.Lives) -> Table {
        Table(
            caption: page.phrases.lifeErrorsTitle(),
            columns: [
                .init(title: page.phrases.lifeLeftTitle()),
                .init(title: page.label(.rows), isNumber: true),
                .init(title: page.phrases.rmseTitle(), isNumber: true),
                .init(title: page.phrases.tooLongTitle(), isNumber: true),
            ],
            rows: lives.sizes.map { size in
                [
                    .init(label(size)), page.cells.count(size.rows),
                    page.cells.length(size.rmse), page.cells.percent(size.late),
                ]
            })
    }
}
