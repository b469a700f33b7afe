internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// How the remaining life that a model told of the device has developed until now, and how long
/// devices that looked like it still lived.
struct LifeCard {
    let page: PageContext
    let life: ModelPanel.LifeCourse
    let file: String

    func markup(_ span: Span) -> Markup {
        let words = page.phrases.lifeCourse(life, file: file)
        return page.panel(
            "h-life", span, words, chart(words), place: span.place, table: table(words.title))
    }

    /// One unit of the chart's value, in units of the axis: a day where times are dates.
    private var unit: Double { page.format.axis.isCalendar ? 86_400 : 1 }

    private func chart(_ words: CardWords) -> LineChart {
        let told = LineSeries(
            x: life.points.map(\.time), y: life.points.map { ($0.left / unit).present },
            endLabel: page.format.figure(life.points.last.map { $0.left / unit }))
        let band = LineBand(
            points: life.points.map {
                LineBand.Point(
                    x: $0.time, low: $0.range.map { $0.lowerBound / unit },
                    high: $0.range.map { $0.upperBound / unit })
            }, title: page.phrases.interval80())
        return LineChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis,
            panels: [
                LinePanel(
                    valueTitle: page.phrases.lifeCourseAxis(), series: [falling, told],
                    bands: [band])
            ])
    }

    /// The line that the values should lie on: it ends at the last value told and falls by as much
    /// as time goes on. It begins where it comes down to the highest of the values.
    private var falling: LineSeries {
        guard let first = life.points.first, let last = life.points.last else {
            return LineSeries(points: [])
        }
        let highest = life.points.map { $0.range?.upperBound ?? $0.left }.max() ?? last.left
        let start = max(first.time, last.time - max(0, highest - last.left))
        var series = LineSeries(
            x: [start, last.time],
            y: [(last.left + last.time - start) / unit, last.left / unit], tone: .context)
        series.isRead = false
        return series
    }

    private func table(_ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [
                .init(title: page.label(.time)),
                .init(title: page.phrases.lifeLeftTitle(), isNumber: true),
                .init(title: page.phrases.interval80(), isNumber: true),
            ],
            rows: life.points.reversed().map { point in
                [
                    page.cells.place(point.time),
                    .init(page.format.text(page.format.life(point.left))),
                    .init(
                        point.range.map {
                            let ends = page.format.lives($0, beside: point.left)
                            return ends.low + " – " + ends.high
                        } ?? NumberFormat.missing),
                ]
            })
    }
}
