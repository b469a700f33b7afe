internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Each reading with the lines of all sides on one scale; what differs most first.
struct OverlaidCard {
    let page: PageContext
    let report: ComparisonReport

    /// More panels can no longer be compared.
    private static let limit = 12

    var markup: Markup {
        let shown = report.readings.prefix(Self.limit)
        let words = page.phrases.compareLines(report, shown: shown.count)
        let chart = SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: isOffset
                ? .number(title: page.phrases.offsetTitle(report, unit)) : page.horizontalAxis,
            panels: shown.map(panel),
            moments: report.against == .devices && isOffset ? [0] : [], scaling: .own)
        return page.panel(
            "h-laid", .whole, words, chart, place: .full, key: key, table: table(words.title))
    }

    /// Whether the axis counts from something that each side has for itself.
    private var isOffset: Bool { report.against == .period || report.alignment != .time }

    private var unit: Length.Unit {
        let offsets = report.readings.first?.offsets ?? []
        return page.format.measured((offsets.last ?? 0) - (offsets.first ?? 0)).unit
    }

    private func places(_ reading: ComparisonReport.Reading) -> [Double] {
        isOffset ? reading.offsets.map { $0 / unit.length } : reading.offsets
    }

    private func tone(_ side: Int) -> Tone {
        switch report.against {
        case .devices: .series(side)
        case .period: side == 0 ? .context : .subject
        case .group: side == 0 ? .subject : .context
        }
    }

    private func panel(_ reading: ComparisonReport.Reading) -> SmallMultiples.Panel {
        let x = places(reading)
        let lines = reading.lines.enumerated().map { side, values in
            var line = LineSeries(x: x, y: values.map(\.present), tone: tone(side))
            line.endLabel = page.phrases.sideName(report, side)
            return line
        }
        let band = zip(x, zip(reading.low, reading.high)).map {
            LineBand.Point(x: $0, low: $1.0.present, high: $1.1.present)
        }
        return SmallMultiples.Panel(
            label: page.phrases.metricLabel(reading.metric),
            series: report.against == .group ? lines.reversed() : lines,
            bands: band.isEmpty ? [] : [LineBand(points: band, title: page.label(.middleDevices))],
            endLabel: reading.surest.map { page.format.difference($0.value) } ?? "",
            isOut: reading.surest != nil)
    }

    private var key: [Key.Entry] {
        let sides = report.readings.first?.lines.indices.map {
            Key.Entry.line(tone($0), page.phrases.sideName(report, $0))
        }
        let band =
            report.against == .group ? [Key.Entry.band(page.label(.middleDevices))] : []
        return (sides ?? []) + band
    }

    /// The steps of the reading that differs most.
    private func table(_ caption: String) -> Table? {
        guard let first = report.readings.first else { return nil }
        let x = places(first)
        let isTime = !isOffset
        return Table(
            caption: caption + ": " + page.phrases.metricLabel(first.metric),
            columns: [
                .init(
                    title: isTime ? page.label(.time) : page.phrases.offsetTitle(report, unit),
                    isNumber: !isTime)
            ]
                + first.lines.indices.map {
                    .init(title: page.phrases.sideName(report, $0), isNumber: true)
                },
            rows: x.indices.map { place in
                [isTime ? page.cells.place(x[place]) : page.cells.figure(x[place])]
                    + first.lines.map { page.cells.reading($0[place].present) }
            }, total: x.count)
    }
}
