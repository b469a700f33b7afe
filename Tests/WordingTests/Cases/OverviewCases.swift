import Reports
import Samples
import Values

@testable import Wording

/// Words of the Overview.
extension PhraseCases {
    var overview: Chapter {
        Chapter("OverviewPhrases") {
            overviewHead
            overviewTables
            overviewRates
            overviewShares
        }
    }

    @SayingsBuilder private var overviewHead: [Said] {
        Said("overviewAnswer(_:_:)", overviewReports) {
            $0.phrases.overviewAnswer($1, $0.context)
        }
        Said("kpi(_:_:)", kpiCases) { $0.phrases.kpi($1, $0.context) }
        Said("sparkRange(low:high:last:)", phrases.sparkRange(low: "4", high: "27", last: "9"))
        Said("sparkOf(_:_:)", [Self.pump, Self.numbered[0]]) { phrases.sparkOf(Self.volt, $0) }
        Said("distance(_:)", [8.9, -1.2, 120]) { phrases.distance($0) }
        Said("allDevices(_:)", Self.counts) { phrases.allDevices($0) }
    }

    @SayingsBuilder private var overviewTables: [Said] {
        Said("attention(shown:atRisk:order:_:_:)", attentions) { axis, shown, atRisk, report in
            ([nil] + orders).map {
                axis.phrases.attention(
                    shown: shown, atRisk: atRisk, order: $0, report, axis.context)
            }
        }
        Said("rowsFound(_:of:search:)", Self.counts) {
            phrases.rowsFound($0, of: 1_200, search: "pump 3")
        }
        Said("moveLeft(_:)", phrases.moveLeft("Health"))
        Said("trouble(_:)", Sample(.rich).overview.devices) { phrases.trouble($0) }
        Said("changes(_:_:)", [.rich, .empty] as [Sample.Kind]) {
            phrases.changes(Sample($0).overview, days.context)
        }
        Said("lanes(_:_:)", laneCases) { $0.phrases.lanes($1, $0.context) }
        Said("laneEnds(_:highest:)", laneCases) { axis, lanes in
            let ends = axis.phrases.laneEnds(lanes, highest: 5)
            return phrases.fromTo(ends.low, ends.high)
        }
        Said("laneValue(_:_:)", laneCases) { axis, lanes in
            [1, 2, 5, 21, 0.5].map { axis.phrases.laneValue($0, lanes) }
        }
    }

    private var orders: [ListOrder?] {
        [false, true].map { ListOrder(by: "Health", isDescending: $0) }
    }

    @SayingsBuilder private var overviewRates: [Said] {
        Said("rate(_:_:)", rateCases) { $0.phrases.rate($1, $0.context) }
        Said("rateAxis(_:)", Self.pairs(everyAxis, EventKind.allCases)) {
            $0.phrases.rateAxis($1)
        }
        Said("each(_:)", Self.widths) { phrases.each($0) }
        Said("sliceStart(_:)", Self.widths) { phrases.sliceStart($0) }
        Said("rateColumn()", everyAxis) { $0.phrases.rateColumn() }
        Said("ratePoint(from:count:rate:_:)", rateCases) { axis, series in
            axis.phrases.ratePoint(from: axis.start, count: 21, rate: 0.12, series)
        }
        Said("percentOfAll(_:)", EventKind.allCases) { phrases.percentOfAll($0) }
        Said("countOf(_:_:)", Self.pairs(EventKind.allCases, Self.counts)) {
            phrases.countOf($0, $1)
        }
        Said("code(_:)", Self.codes + Self.nameless) { phrases.code($0) }
        Said("otherCodes()", phrases.otherCodes())
        Said("eventsOnDevices(_:_:)", [1, 2, 5, 21]) { phrases.eventsOnDevices($0, $0) }
        Said("rolling(_:)", Self.pairs([1, 4, 5, 21], Self.widths)) { count, width in
            let series = Self.with(rateCases[0].1) { ($0.rollingSlices, $0.width) = (count, width) }
            return phrases.rolling(series)
        }
    }

    private static let nameless = EventKind.allCases.map {
        CodeRef(index: 0, kind: $0, name: "", rank: 0)
    }

    @SayingsBuilder private var overviewShares: [Said] {
        Said("breakdown(_:_:)", breakdowns) { phrases.breakdown($0, $1) }
        Said("attributeRates(_:_:)", attributeRates) { phrases.attributeRates($0, days.context) }
        Said("severities(_:_:)", [Sample(.eventsOnly).severities, Self.harmless, []]) {
            phrases.severities($0, days.context)
        }
    }

    private static let harmless = Array(Sample(.eventsOnly).severities.suffix(1))

    /// No code, one, several, with a tail, each kind; before and without a recent span.
    private var breakdowns: [(CodeBreakdown, ReportContext)] {
        let two = Sample(.rich).breakdowns
        let kinds = EventKind.allCases.map { kind in
            Self.with(two[0]) { ($0.kind, $0.items) = (kind, []) }
        }
        let single = Self.with(two[0]) { $0.items = Array($0.items.prefix(1)) }
        let lone = EventKind.allCases.map { kind in
            Self.with(single) { ($0.kind, $0.total, $0.items[0].count) = (kind, 1, 1) }
        }
        let alone = Self.with(two[1]) {
            $0.items[0].share = 0.7
            $0.items[0].recent = Compared(current: 300)
        }
        let quiet = Self.with(two[1]) { codes in
            for place in codes.items.indices { codes.items[place].recent = nil }
        }
        let tails = [1, 2, 5, 21].map { count in
            Self.with(two[0]) { ($0.otherCodes, $0.otherCount) = (count, count) }
        }
        let timeless = Self.with(days.context) { $0.recent = nil }
        return (two + kinds + lone + [single, alone, quiet] + tails).map { ($0, days.context) }
            + [(two[0], timeless)]
    }

    private var attributeRates: [AttributeRates] {
        guard let rates = Sample(.rich).byAttribute else { return [] }
        return [
            rates, Self.with(rates) { $0.p = 0.4 },
            Self.with(rates) { $0.groups = Array($0.groups.prefix(1)) },
            Self.with(rates) { $0.groups[3].perDevice = 0 },
        ] + EventKind.allCases.map { kind in Self.with(rates) { $0.kind = kind } }
    }
}
