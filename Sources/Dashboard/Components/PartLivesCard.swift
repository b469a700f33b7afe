internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// How long parts live: the curve of each code, what it says, and how many failures to expect.
struct PartLivesCard {
    let page: PageContext
    let lives: PartLives

    /// As many codes are drawn as have a colour of their own.
    private static let drawn = Tone.seriesCount
    /// Rows of the table of the curves behind the chart.
    private static let detailLimit = 60

    func add(to grid: inout CardGrid) {
        if lives.codes.isEmpty {
            let words = page.phrases.partLives(lives)
            if !lives.tooFew.isEmpty {
                grid.missing { page.card("h-life", $0, words) { Markup() } }
            }
            return
        }
        grid.add(card)
        let risks = PartsAtRiskCard(page: page, lives: lives)
        if !lives.risks.isEmpty { grid.add(risks.card(.five)) }
        grid.add(figures)
    }

    private var figures: Markup {
        let words = page.phrases.lifeFigures(lives)
        return page.card("h-lives", .whole, words) { page.table(codeTable(words.title)) }
    }

    private var card: Markup {
        let words = page.phrases.partLives(lives)
        let chart = SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: .number(title: page.phrases.ageAxis()),
            panels: lives.codes.prefix(Self.drawn).map(panel), scaling: .own)
        let drawn = page.draw(chart, .half, id: "h-life", key: key)
        return page.card("h-life", lives.risks.isEmpty ? .whole : .seven, words) {
            drawn.markup
            Key(key).markup
            if !drawn.note.isEmpty { element("p", [.class("note")], text: drawn.note) }
            page.details(curveTable(words.title), chart: drawn.name)
        }
    }

    private var key: [Key.Entry] {
        let first = lives.codes.first.map { page.tone($0.code) } ?? .subject
        var entries: [Key.Entry] = [
            .line(first, page.label(.kaplanMeier)), .band(page.label(.limits95)),
        ]
        if lives.codes.contains(where: { !$0.fitted.isEmpty }) {
            entries.append(.dashed(.ink, page.label(.weibull)))
        }
        return entries
    }

    /// The survival curve in percent over days, with the fitted one in front of it.
    private func panel(_ life: CodeLife) -> SmallMultiples.Panel {
        let scale = page.dayScale
        let start = DataPoint(x: life.start / scale, y: 100)
        let last = life.curve.last?.survival.value ?? 1
        let end = DataPoint(x: life.reach / scale, y: (last * 100).present)
        let points = [start] + life.curve.map(point) + [end]
        var series = [
            LineSeries(points: points, tone: page.tone(life.code), joint: .steps)
        ]
        if !life.fitted.isEmpty {
            var fitted = LineSeries(points: life.fitted.map(point), tone: .ink)
            fitted.isDashed = true
            fitted.isRead = false
            series.append(fitted)
        }
        return SmallMultiples.Panel(
            label: page.phrases.code(life.code), series: series,
            bands: [LineBand(points: limits(life), title: page.label(.limits95))],
            endLabel: page.format.percent(last))
    }

    /// The limits go down in steps, as the curve does.
    private func limits(_ life: CodeLife) -> [LineBand.Point] {
        var (low, high) = (100.0, 100.0)
        var points: [LineBand.Point] = []
        func add(_ age: Double) {
            points.append(LineBand.Point(x: age / page.dayScale, low: low, high: high))
        }
        add(life.start)
        for point in life.curve {
            add(point.age)
            (low, high) = (point.survival.low * 100, point.survival.high * 100)
            add(point.age)
        }
        add(life.reach)
        return points
    }

    private func point(of point: CodeLife.Point) -> DataPoint {
        DataPoint(x: point.age / page.dayScale, y: (point.survival.value * 100).present)
    }

    private func codeTable(_ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [
                .init(title: page.label(.code)),
                .init(title: page.label(.failures), isNumber: true),
                .init(title: page.label(.censored), isNumber: true, isOptional: true),
                .init(title: page.label(.weibullShape), isNumber: true, isOptional: true),
                .init(title: page.label(.characteristicLife), isNumber: true),
                .init(title: page.label(.pastLife), isNumber: true, isOptional: true),
                .init(title: page.phrases.nextSpan(lives.span), isNumber: true),
                .init(title: page.phrases.lastSpan(lives.span), isNumber: true, isOptional: true),
            ],
            rows: lives.codes.map(codeRow))
    }

    private func codeRow(_ life: CodeLife) -> [Table.Cell] {
        let missing = page.format.percent(nil)
        func cell(_ text: LimitedText?) -> Table.Cell {
            text.map { .init(page.markup($0)) } ?? .init(missing)
        }
        return [
            .init(name(life)), page.cells.count(life.failures),
            page.cells.count(life.censored), cell(life.shape.map(page.phrases.limited)),
            cell(life.life.map(page.phrases.limitedLife)),
            page.cells.count(life.past),
            cell(life.next.map(page.phrases.expectedFailures)),
            cell(life.test.map(page.phrases.tested)),
        ]
    }

    private func name(_ life: CodeLife) -> Markup {
        Markup {
            page.phrases.code(life.code)
            element("span", [.class("sub")], text: " " + page.phrases.ageing(life.ageing, 1))
        }
    }

    private func curveTable(_ caption: String) -> Table {
        let points = lives.codes.flatMap { life in life.curve.map { (life.code, $0) } }
        return Table(
            caption: caption,
            columns: [
                .init(title: page.label(.code)), .init(title: page.label(.age), isNumber: true),
                .init(title: page.label(.atRisk), isNumber: true),
                .init(title: page.label(.survival), isNumber: true),
            ],
            rows: points.prefix(Self.detailLimit).map { code, point in
                [
                    .init(page.phrases.code(code)), page.cells.length(point.age),
                    page.cells.count(point.atRisk),
                    .init(page.phrases.limitedRisk(point.survival).text),
                ]
            }, total: points.count, limit: Self.detailLimit)
    }
}

extension PageContext {
    /// A value with its limits in brackets, which narrow pages leave out.
    func markup(_ text: LimitedText) -> Markup {
        Markup {
            text.value
            if !text.limits.isEmpty {
                element("span", [.class("sub", "opt")], text: " (\(text.limits))")
            }
        }
    }
}
