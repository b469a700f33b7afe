internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// The stretches that are most like a chosen one, drawn on one scale, and what followed them.
struct SimilarCard {
    let page: PageContext
    let report: SimilarStretches

    /// Rows of matches that are no nearer than chance brings some.
    private static let unlike = 5

    var markup: Markup {
        let words = page.phrases.similar(report)
        guard let metric = report.drawn, !report.matches.isEmpty else {
            return page.card("h-similar", .whole, words, tools: measures) { Markup() }
        }
        let drawn = page.draw(chart(words), .full, id: "h-similar", key: key(metric))
        return page.card("h-similar", .whole, words, tools: measures) {
            drawn.markup
            Key(key(metric)).markup
            if let name = drawn.name { page.chartLinks(name) }
            page.table(table(words.title))
        }
    }

    // MARK: The choice

    private var measures: Markup {
        element(
            "div",
            [
                .class("seg"), .fixed("role", "group"),
                .attribute("aria-label", page.label(.distance)),
            ]
        ) {
            for measure in SimilarStretches.Measure.allCases { choice(measure) }
        }
    }

    private func choice(_ measure: SimilarStretches.Measure) -> Markup {
        let link = page.query.link(to: .diagnostics, fragment: "h-similar") {
            $0.like = page.query.like
            $0.measure = measure
            $0.focus = report.device.name
        }
        let mark: [Attribute] =
            measure == report.measure ? [.fixed("aria-current", "true")] : []
        return element("a", [.href(link)] + mark, text: page.phrases.similarMeasure(measure))
    }

    // MARK: The courses

    private func chart(_ words: CardWords) -> SmallMultiples {
        let own = SmallMultiples.Panel(
            label: page.label(.thisStretch), series: [line(report.course, .ink)])
        let panels = report.matches.enumerated().filter { !$0.element.course.isEmpty }.map {
            place, match in
            SmallMultiples.Panel(
                label: "\(place + 1) · " + page.phrases.device(match.device.name, atStart: true),
                series: [line(match.course, .ink)], trace: line(report.course, .context),
                endLabel: page.format.fixed(match.distance, 2))
        }
        return SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: .number(title: page.phrases.similarAxis(unit)), panels: [own] + panels,
            scaling: .common)
    }

    private func line(_ course: [Double], _ tone: Tone) -> LineSeries {
        LineSeries(
            x: course.indices.map { (Double($0) + 0.5) * report.step / unit.length },
            y: course.map(\.present), tone: tone)
    }

    /// The unit in which the length of a stretch is told.
    private var unit: Length.Unit { page.format.measured(report.to - report.from).unit }

    private func key(_ metric: MetricRef) -> [Key.Entry] {
        [
            .line(.ink, page.phrases.similarCourse(metric)),
            .line(.context, page.label(.thisStretch)),
        ]
    }

    // MARK: The table

    private var shown: ArraySlice<SimilarStretches.Match> {
        report.alike.isEmpty ? report.matches.prefix(Self.unlike) : report.alike
    }

    private var hasErrors: Bool { shown.contains { !$0.errors.isEmpty } }

    private func table(_ caption: String) -> Table {
        var columns: [Table.Column] = [
            .init(title: page.label(.device)), .init(title: page.label(.from)),
            .init(title: page.label(.until), isOptional: true),
            .init(title: page.label(.distance), isNumber: true),
            .init(title: page.label(.asNear), isNumber: true, isOptional: true),
            .init(title: page.phrases.sequelTitle()),
        ]
        if hasErrors { columns.append(.init(title: page.label(.errors))) }
        return Table(
            caption: caption, columns: columns, rows: shown.enumerated().map { row($0 + 1, $1) },
            style: .dense)
    }

    private func row(_ number: Int, _ match: SimilarStretches.Match) -> [Table.Cell] {
        let name = page.phrases.device(match.device.name, atStart: true)
        let device = Markup {
            "\(number) · "
            element("a", [.href(link(to: match))], text: name)
        }
        var cells: [Table.Cell] = [
            .init(device), page.cells.shortMoment(match.from), page.cells.shortMoment(match.to),
            page.cells.fixed(match.distance, 2), page.cells.percent(match.share, decimals: 2),
            .init(page.phrases.similarSequel(match.sequel)),
        ]
        if hasErrors { cells.append(.init(page.phrases.similarErrors(match.errors))) }
        return cells
    }

    /// Diagnostics of the match's device, with the stretch and half its length around it.
    private func link(to match: SimilarStretches.Match) -> URLReference {
        page.query.link(to: .diagnostics) {
            $0.focus = match.device.name
            $0.period =
                ClosedRange(from: match.from, to: match.to).flatMap { page.period(around: $0) }
                ?? .all
        }
    }
}

extension PageContext {
    /// A button that looks for stretches like the period shown, or like the gravest episode of
    /// readings where no period is chosen; empty where there is neither.
    func similarButton(_ report: DiagnosticReport, _ context: ReportContext) -> Markup {
        let period =
            context.isPeriodChosen
            ? ChosenStretch(self, context.period) : report.troubles.lazy.compactMap(stretch).first
        guard let period, !report.signals.isEmpty else { return Markup() }
        return similarLink(period, report.row.device, [.class("btn")])
    }

    /// A link that looks for stretches like an episode; empty for one without readings.
    func similarLink(to episode: Episode, of device: DeviceRef) -> Markup {
        stretch(of: episode).map { similarLink($0, device, []) } ?? Markup()
    }

    private func similarLink(
        _ stretch: ChosenStretch, _ device: DeviceRef, _ attributes: [Attribute]
    ) -> Markup {
        let link = query.link(to: .diagnostics, fragment: "h-similar") {
            $0.focus = device.name
            $0.like = stretch
        }
        return element("a", attributes + [.href(link)], text: label(.findSimilar))
    }

    private func stretch(of episode: Episode) -> ChosenStretch? {
        let hasReadings = episode.subjects.contains {
            if case .metric = $0 { true } else { false }
        }
        guard hasReadings, let end = episode.to ?? self.report?.range.upperBound,
            let range = ClosedRange(from: episode.from, to: end)
        else { return nil }
        return ChosenStretch(self, range)
    }
}

extension ChosenStretch {
    /// Nil where the ends are not finite.
    fileprivate init?(_ page: PageContext, _ range: ClosedRange<Double>) {
        guard let from = page.edge(range.lowerBound), let to = page.edge(range.upperBound) else {
            return nil
        }
        self.init(from: from, to: to)
    }
}
