internal import Markup
import Reports
import Values
import Wording

/// The figures of a comparison: readings, events, and the devices that changed most.
struct CompareTables {
    let page: PageContext
    let report: ComparisonReport

    private var phrases: any Phrases { page.phrases }

    /// Further sides have rows of their own.
    private var others: Range<Int> {
        1..<max(2, report.readings.first?.lines.count ?? report.sides.count)
    }

    private var hasSides: Bool { others.count > 1 }

    var readings: Markup {
        let words = phrases.compareReadings(report)
        return page.card("h-read", .whole, words) {
            page.table(
                Table(
                    caption: words.title,
                    columns: [.init(title: page.label(.reading))]
                        + (hasSides ? [.init(title: page.label(.device))] : [])
                        + heads + [
                            .init(title: page.label(.difference), isNumber: true),
                            .init(title: page.label(.interval95), isNumber: true, isOptional: true),
                            .init(title: page.label(.chanceQ), isNumber: true),
                        ],
                    rows: report.readings.flatMap(rows)))
        }
    }

    /// The names of two sides; of several the first one and the other of each row.
    private var heads: [Table.Column] {
        [
            .init(title: phrases.sideName(report, 0), isNumber: true),
            .init(
                title: hasSides ? page.label(.side) : phrases.sideName(report, 1), isNumber: true),
        ]
    }

    private func rows(_ reading: ComparisonReport.Reading) -> [[Table.Cell]] {
        others.compactMap { side in
            guard reading.means.indices.contains(side),
                reading.differences.indices.contains(side - 1)
            else { return nil }
            let difference = reading.differences[side - 1]
            let name = phrases.metricLabel(reading.metric)
            let means = [reading.means[0], reading.means[side]].map {
                page.cells.reading($0.present)
            }
            return [.init(emphasised(name, difference?.isBeyondChance ?? false))]
                + (hasSides ? [.init(phrases.sideName(report, side))] : []) + means + [
                    page.cells.difference(difference?.value), .init(limits(difference)),
                    .init(chance(difference?.q)),
                ]
        }
    }

    var events: Markup {
        let words = phrases.compareEvents(report)
        let shown = report.events.prefix(20)
        return page.card("h-codes", .whole, words) {
            page.table(
                Table(
                    caption: words.title,
                    columns: [
                        .init(title: page.label(.code)), .init(title: page.label(.kind)),
                    ]
                        + (hasSides ? [.init(title: page.label(.device))] : []) + heads + [
                            .init(title: page.label(.rateRatio), isNumber: true),
                            .init(title: page.label(.interval95), isNumber: true, isOptional: true),
                            .init(title: page.label(.chanceQ), isNumber: true),
                        ],
                    rows: shown.flatMap(rows)))
        }
    }

    private func rows(_ events: ComparisonReport.Events) -> [[Table.Cell]] {
        others.compactMap { side in
            guard events.counts.indices.contains(side), events.ratios.indices.contains(side - 1)
            else { return nil }
            let ratio = events.ratios[side - 1]
            let counts = [events.counts[0], events.counts[side]].map {
                page.cells.figure($0.present)
            }
            let name = emphasised(phrases.code(events.code), ratio?.isBeyondChance ?? false)
            return [.init(name), .init(phrases.eventNames(events.code.kind))]
                + (hasSides ? [.init(phrases.sideName(report, side))] : []) + counts + [
                    .init(phrases.ratio(ratio, report), value: ratio.map { .number($0.value) }),
                    .init(phrases.limits(ratio)), .init(chance(ratio?.q)),
                ]
        }
    }

    var changes: Markup {
        let words = phrases.compareChanges(report)
        return page.card("h-moved", .whole, words) {
            if !report.changes.isEmpty {
                page.table(
                    Table(
                        caption: words.title,
                        columns: [
                            .init(title: page.label(.device)), .init(title: page.label(.reading)),
                        ] + heads + [
                            .init(title: page.label(.difference), isNumber: true),
                            .init(title: page.label(.chanceQ), isNumber: true),
                        ],
                        rows: report.changes.map { change in
                            [
                                .init(page.device(change.device)),
                                .init(phrases.metricLabel(change.metric)),
                                page.cells.reading(change.earlier.present),
                                page.cells.reading(change.later.present),
                                page.cells.difference(change.difference.value),
                                .init(chance(change.difference.q)),
                            ]
                        }))
            }
        }
    }

    private func emphasised(_ name: String, _ isStrong: Bool) -> Markup {
        isStrong ? element("b", text: name) : Markup(name)
    }

    private func limits(_ difference: ComparisonReport.Difference?) -> String {
        guard let low = difference?.low.present, let high = difference?.high.present else {
            return NumberFormat.missing
        }
        return phrases.fromTo(page.format.reading(low), page.format.reading(high))
    }

    private func chance(_ q: Double?) -> String {
        phrases.probability(q?.present)
    }
}
