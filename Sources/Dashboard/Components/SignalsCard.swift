internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// The readings of one device over a window, with its events below them.
struct SignalsCard {
    let page: PageContext
    let report: DiagnosticReport
    let context: ReportContext
    let isWhole: Bool

    var markup: Markup {
        var words = page.phrases.signals(report, context)
        let drawn = report.signals.prefix(Self.signalLimit)
        if drawn.count < report.signals.count {
            words.note = page.phrases.furthestDrawn(drawn.count, of: report.signals.count)
        }
        guard !report.signals.isEmpty || !report.events.isEmpty else {
            return page.card("h-sig", isWhole ? .whole : .threeQuarters, words, tools: zoom) {
                Markup()
            }
        }
        let chart = SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis, panels: drawn.map(panel), lanes: lanes,
            moments: failures.map(\.time), scaling: .own, range: report.window)
        return page.panel(
            "h-sig", isWhole ? .whole : .threeQuarters, words, chart,
            place: isWhole ? .full : .large,
            key: key, tools: zoom, table: table(words.title))
    }

    /// More panels can no longer be compared.
    private static let signalLimit = 12

    private func events(_ kind: EventKind) -> [DiagnosticReport.EventMark] {
        report.events.filter { $0.code.kind == kind }
    }

    private var failures: [DiagnosticReport.EventMark] { events(.failure) }

    private func panel(_ signal: DiagnosticReport.Signal) -> SmallMultiples.Panel {
        let line = LineSeries(x: signal.times, y: signal.values.map(\.present), tone: .ink)
        let anomalies = signal.out.compactMap { index -> SmallMultiples.Panel.Anomaly? in
            guard signal.times.indices.contains(index), signal.values.indices.contains(index),
                signal.values[index].isFinite
            else { return nil }
            return .init(
                x: signal.times[index], y: signal.values[index],
                title: page.phrases.outTitle(signal, index))
        }
        return SmallMultiples.Panel(
            label: page.phrases.metricLabel(signal.metric), series: [line], trace: trace(signal),
            bands: band(signal),
            anomalies: anomalies, spans: spans(signal.metric),
            endLabel: page.format.reading(signal.last),
            isOut: signal.lastIsOut)
    }

    private func trace(_ signal: DiagnosticReport.Signal) -> LineSeries? {
        let trace = signal.trace
        guard !trace.times.isEmpty else { return nil }
        return LineSeries(x: trace.times, y: trace.values.map(\.present), tone: .context)
    }

    /// The episodes of a reading, and the silences of its device.
    private func spans(_ metric: MetricRef) -> [SmallMultiples.Panel.Span] {
        report.troubles.filter { episode in
            episode.subjects.contains(.metric(metric)) || episode.kind == .silent
                || episode.kind == .intermittent
        }.map { episode in
            .init(
                from: episode.from, to: episode.to ?? .infinity,
                title: page.phrases.episode(episode).plain)
        }
    }

    private var hasSpans: Bool {
        report.signals.contains { !spans($0.metric).isEmpty }
    }

    private func band(_ signal: DiagnosticReport.Signal) -> [LineBand] {
        guard let low = signal.low.first, let high = signal.high.first else { return [] }
        guard signal.low.count > 1, signal.low.count == signal.times.count,
            signal.high.count == signal.times.count
        else {
            let point = LineBand.Point(
                x: signal.times.first ?? report.window.lowerBound, low: low.present,
                high: high.present)
            return [LineBand(points: [point], title: page.label(.expectedBand))]
        }
        let points = signal.times.indices.map {
            LineBand.Point(
                x: signal.times[$0], low: signal.low[$0].present, high: signal.high[$0].present)
        }
        return [LineBand(points: points, title: page.label(.expectedBand))]
    }

    private var lanes: [EventLane] {
        let kinds: [(EventKind, EventLane.Kind)] = [
            (.error, .ticks), (.other, .ticks), (.failure, .failures), (.repair, .repairs),
        ]
        let noted = page.noteLane(of: report.row.device).map { [$0] } ?? []
        return noted
            + kinds.compactMap { kind, drawing in
                let marks = events(kind)
                guard !marks.isEmpty else { return nil }
                return EventLane(
                    label: page.phrases.eventNames(kind), kind: drawing,
                    events: marks.map { mark in
                        EventLane.Event(
                            x: mark.time, label: page.phrases.code(mark.code),
                            tone: page.tone(mark.code), title: page.phrases.eventTitle(mark))
                    })
            }
    }

    /// What a marked reading is called.
    private var outLabel: Label {
        report.signals.contains(where: \.isBanded) ? .inEpisode : .unlikeBeginning
    }

    private var key: [Key.Entry] {
        var entries: [Key.Entry] = []
        if report.signals.contains(where: \.isBanded) {
            entries.append(.band(page.label(.expectedBand)))
        }
        if report.signals.contains(where: { !$0.trace.times.isEmpty }) {
            entries.append(.line(.context, page.label(.trace)))
        }
        if hasSpans { entries.append(.span(page.label(.episode))) }
        if report.signals.contains(where: { !$0.out.isEmpty }) {
            entries.append(.anomaly(page.label(outLabel)))
        }
        if !failures.isEmpty { entries.append(.failure(page.label(.failureMark))) }
        if !events(.repair).isEmpty { entries.append(.repair(page.label(.repairMark))) }
        var seen: [CodeRef] = []
        for mark in events(.error) + events(.other)
        where !seen.contains(mark.code) && mark.code.rank < Tone.seriesCount {
            seen.append(mark.code)
        }
        entries += seen.sorted { $0.rank < $1.rank }.map {
            .tick(page.tone($0), page.phrases.code($0))
        }
        return entries
    }

    /// Links that choose how much of the end of the data is drawn.
    private var zoom: Markup {
        let stretches = Stretch.offered(for: context, among: Stretch.windows)
        guard !stretches.isEmpty else { return Markup() }
        return element(
            "div",
            [.class("seg"), .fixed("role", "group"), .attribute("aria-label", page.label(.window))]
        ) {
            for stretch in stretches { choice(.last(stretch)) }
            choice(.whole)
        }
    }

    private func choice(_ window: DrawnWindow) -> Markup {
        let link = page.query.link(to: .diagnostics) {
            $0.window = window
            $0.focus = report.row.device.name
        }
        let mark: [Attribute] = window == shown ? [.fixed("aria-current", "true")] : []
        return element("a", [.href(link)] + mark, text: page.phrases.windowOption(window.stretch))
    }

    /// The choice that the drawn window comes from, or whose length it has within 5 %.
    private var shown: DrawnWindow {
        if let chosen = page.query.window { return chosen }
        let length = report.window.upperBound - report.window.lowerBound
        let stretch = Stretch.windows.first { stretch in
            guard let own = stretch.length(on: context.axis) else { return false }
            return abs(own - length) <= 0.05 * own
        }
        return stretch.map { .last($0) } ?? .whole
    }

    /// The last times of the drawing, latest first: those of the first reading.
    private func table(_ caption: String) -> Table? {
        guard let first = report.signals.first else { return eventTable(caption) }
        let shown = report.signals.prefix(8)
        let columns =
            [Table.Column(title: page.label(.time))]
            + shown.map { .init(title: page.phrases.metricLabel($0.metric), isNumber: true) }
            + [.init(title: page.label(outLabel))]
        let last = first.times.indices.suffix(Table.detailLimit)
        let rows = last.reversed().map { index -> [Table.Cell] in
            let out = report.signals.filter { $0.out.contains(index) }.map(\.metric.name)
            return [moment(first.times[index], until: first.times[index...].dropFirst().first)]
                + shown.map { signal in
                    .init(
                        page.format.reading(
                            signal.values.indices.contains(index) ? signal.values[index] : nil))
                } + [.init(out.isEmpty ? NumberFormat.missing : out.joined(separator: ", "))]
        }
        return Table(
            caption: caption, columns: columns, rows: rows, total: first.times.count)
    }

    /// A time, as a link to the raw rows from there to the next one.
    private func moment(_ time: Double, until next: Double?) -> Table.Cell {
        let link = page.query.link(to: .rows) {
            $0.focus = report.row.device.name
            $0.since = page.edge(time)
            $0.until = next.flatMap(page.edge)
        }
        return .init(element("a", [.href(link)], text: page.format.place(time)))
    }

    private func eventTable(_ caption: String) -> Table? {
        guard !report.events.isEmpty else { return nil }
        return Table(
            caption: caption,
            columns: [
                .init(title: page.label(.time)), .init(title: page.label(.code)),
                .init(title: page.label(.count), isNumber: true),
            ],
            rows: report.events.reversed().map {
                [
                    page.cells.place($0.time), .init(page.phrases.code($0.code)),
                    page.cells.count($0.count),
                ]
            })
    }
}
