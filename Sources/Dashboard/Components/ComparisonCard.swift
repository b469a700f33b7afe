internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// The built-in detectors and the models on one axis, and what their alarms were worth.
struct ComparisonCard {
    let page: PageContext
    let comparison: DetectorComparison

    /// Scores are drawn up to here; higher ones stand in tooltips and the table.
    private static let highest = 3.0

    var markup: Markup {
        let words = page.phrases.comparison(comparison)
        let drawn = page.draw(chart(words), .full, id: "h-compare", key: key)
        var shown = words
        page.recorder?.note(words.note)
        shown.note = ""
        return page.card("h-compare", .whole, shown) {
            drawn.markup
            Key(key).markup
            page.table(table(words.title))
            let notes = [drawn.note, words.note].filter { !$0.isEmpty }
            element("p", [.class("note")], text: notes.joined(separator: " "))
            page.details(alarms)
        }
    }

    private func chart(_ words: CardWords) -> SmallMultiples {
        SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis, panels: comparison.lanes.map(panel), lanes: marks,
            scaling: .shared, range: range)
    }

    private var key: [Key.Entry] {
        var key: [Key.Entry] = [
            .band(page.phrases.belowThreshold()), .anomaly(page.phrases.alarmMark()),
        ]
        if case .failures = comparison.truth, !comparison.marks.isEmpty {
            key.append(.failure(page.label(.failureMark)))
        }
        return key
    }

    private var range: ClosedRange<Double>? {
        guard let first = comparison.starts.first, first < comparison.end else { return nil }
        return ClosedRange(from: first, to: comparison.end)
    }

    private func panel(_ lane: DetectorComparison.Lane) -> SmallMultiples.Panel {
        let scores = lane.scores.map { $0.present.map { min(max($0, 0), Self.highest) } }
        let anomalies = lane.alarms.map { alarm in
            SmallMultiples.Panel.Anomaly(
                x: alarm.from, y: min(max(score(lane, at: alarm.from), 0), Self.highest),
                title: page.phrases.alarmTitle(alarm, lane.detector))
        }
        let band = LineBand.Point(x: comparison.starts.first ?? 0, low: 0, high: 1)
        return SmallMultiples.Panel(
            label: page.phrases.detector(lane.detector),
            series: [LineSeries(x: comparison.starts, y: scores, tone: .ink)],
            bands: [LineBand(points: [band], title: page.phrases.belowThreshold())],
            anomalies: Array(anomalies.suffix(Self.alarmLimit)),
            endLabel: page.format.figure(lane.last), isOut: lane.isAlarmNow)
    }

    /// The score drawn at a time: that of the step it lies in, or 1, where alarms begin, if there
    /// is none.
    private func score(_ lane: DetectorComparison.Lane, at time: Double) -> Double {
        let place = (comparison.starts.firstIndex { $0 > time } ?? comparison.starts.count) - 1
        let score = lane.scores.indices.contains(place) ? lane.scores[place] : .nan
        return score.isFinite ? score : 1
    }

    /// More marks cannot be told apart.
    private static let alarmLimit = 60

    private var marks: [EventLane] {
        guard !comparison.marks.isEmpty, let truth = comparison.truth else { return [] }
        let label = page.phrases.truthLane(truth)
        let kind: EventLane.Kind = truth == .labels ? .ticks : .failures
        return [
            EventLane(
                label: label, kind: kind,
                events: comparison.marks.map { time in
                    EventLane.Event(
                        x: time, label: "", tone: .ink,
                        title: label + ", " + page.format.place(time))
                })
        ]
    }

    private func table(_ caption: String) -> Table {
        var columns: [Table.Column] = [
            .init(title: page.phrases.detectorTitle()),
            .init(title: page.phrases.nowTitle(), isNumber: true),
            .init(title: page.phrases.alarmShareTitle(), isNumber: true),
        ]
        if let truth = comparison.truth {
            columns += [
                .init(title: page.phrases.detectedTitle(truth), isNumber: true),
                .init(title: page.phrases.trueAlarmsTitle(), isNumber: true),
                .init(title: "F1", isNumber: true),
            ]
        }
        return Table(caption: caption, columns: columns, rows: comparison.lanes.map(row))
    }

    private func row(_ lane: DetectorComparison.Lane) -> [Table.Cell] {
        var cells: [Table.Cell] = [
            .init(
                page.phrases.detector(lane.detector) + page.phrases.builtInNote(lane.detector)
                    + page.phrases.limitNote(lane.limit)),
            page.cells.figure(lane.last),
            page.cells.percent(lane.alarmShare, decimals: 1),
        ]
        guard comparison.truth != nil else { return cells }
        guard let verdict = lane.verdict else {
            return cells + Array(repeating: .init(NumberFormat.missing), count: 3)
        }
        cells += [
            .init(page.phrases.ofCount(verdict.detected, verdict.positives)),
            .init(page.phrases.ofCount(verdict.trueAlarms, verdict.alarms)),
            .init(verdict.f1.map(page.format.figure) ?? NumberFormat.missing),
        ]
        return cells
    }

    /// The alarms of all detectors, the latest first.
    private var alarms: Table {
        let rows = comparison.lanes.flatMap { lane in lane.alarms.map { (lane.detector, $0) } }
            .sorted { $0.1.from > $1.1.from }
        return Table(
            caption: page.phrases.alarmMark(),
            columns: [
                .init(title: page.phrases.detectorTitle()),
                .init(title: page.label(.from)), .init(title: page.label(.until)),
                .init(title: page.label(.score), isNumber: true),
            ],
            rows: rows.prefix(Table.detailLimit).map { detector, alarm in
                [
                    .init(page.phrases.detector(detector)), page.cells.place(alarm.from),
                    page.cells.place(alarm.to), page.cells.figure(alarm.peak),
                ]
            }, total: rows.count)
    }
}
