import Reports
import Samples
import Values

@testable import Wording

/// Words of header, filter, footer and of every chart.
extension PhraseCases {
    var frame: Chapter {
        Chapter("FramePhrases") {
            framePages
            framePeriods
            frameChoices
            frameNames
            frameCharts
        }
    }

    @SayingsBuilder private var framePages: [Said] {
        Said("language", phrases.language.rawValue)
        Said("label(_:)", Label.allCases) { "\($0.rawValue): \(phrases.label($0))" }
        Said("title(of:)", Page.allCases) { phrases.title(of: $0) }
        Said("question(of:)", Page.allCases) { phrases.question(of: $0) }
    }

    @SayingsBuilder private var framePeriods: [Said] {
        Said("dataUntil(_:)", everyAxis) { $0.phrases.dataUntil($0.end) }
        Said("period(_:)", everyAxis) { axis in
            [axis.phrases.period(axis.range), axis.phrases.period(axis.start...axis.start)]
        }
        Said("shortPeriod(_:)", everyAxis) { axis in
            [axis.range, axis.start...axis.start + 1.5 * axis.unit, axis.start...axis.start]
                .map(axis.phrases.shortPeriod)
        }
        Said("periodOption(whole:)", everyAxis) { axis in
            [axis.phrases.periodOption(whole: axis.end - axis.start)]
                + [axis.phrases.periodOption(whole: 0)]
        }
        Said("periodOption(_:)", Self.pairs(Stretch.Unit.allCases, [1, 2, 5, 21])) { unit, count in
            let axis = unit == .steps ? cycles : days
            return axis.phrases.periodOption(Stretch(count, unit))
        }
        Said("recentSpan(_:)", recentSpans) { $0.phrases.recentSpan($1) }
        Said("recentHead(_:)", recentSpans) { $0.phrases.recentHead($1) }
        Said("recentLength(_:)", recentSpans) { $0.phrases.recentLength($1) }
    }

    private var recentSpans: [(Axis, ReportContext.RecentSpan)] {
        func span(_ axis: Axis, _ length: Double) -> (Axis, ReportContext.RecentSpan) {
            let from = axis.end - length
            return (axis, .init(from: from, to: axis.end, previousFrom: from - length))
        }
        return [60, 3_600, 7_200, 86_400, 604_800, 2_419_200, 1_814_400].map { span(days, $0) }
            + [1, 2, 5, 21].map { span(cycles, $0) } + [1, 36].map { span(rows, $0) }
    }

    @SayingsBuilder private var frameChoices: [Said] {
        Said("refreshOption(_:)", [0, 1, 45, 60, 90, 120, 300]) { phrases.refreshOption($0) }
        Said("themeOption(_:)", Theme.allCases) { phrases.themeOption($0) }
        Said("all(_:)", Self.counts) { phrases.all($0) }
        Said("importBadge(files:rowsRefused:cellsRefused:)", Self.pairs(Self.counts, [0, 1, 7])) {
            phrases.importBadge(files: $0, rowsRefused: 3 * $0, cellsRefused: $1)
        }
        Said("filesAndHash(_:)", [1, 2, 5]) { count in
            let context = Self.with(days.context) { $0.fileCount = count }
            let words = phrases.filesAndHash(context)
            return "\(words.text) \(words.hash)"
        }
        Said("status(_:)", Status.allCases) { phrases.status($0) }
    }

    @SayingsBuilder private var frameNames: [Said] {
        Said("device(_:atStart:)", ["13", "pump 1", ""]) { name in
            [false, true].map { phrases.device(name, atStart: $0) }
        }
        Said("events(_:_:)", EventKind.allCases) { kind in
            Self.counts.map { "\($0) \(phrases.events(kind, $0))" }
        }
        Said("eventNames(_:)", EventKind.allCases) { phrases.eventNames($0) }
        Said("devices(_:)", Self.counts) { phrases.devices($0) }
        Said("slices(_:)", Self.widths) { width in
            width == .width(10) ? cycles.phrases.slices(width) : phrases.slices(width)
        }
        Said("slice(_:)", Self.widths) { phrases.slice($0) }
        Said("feature(_:)", Self.features) { phrases.feature($0) }
    }

    static let features: [FeatureKind] =
        [.mean(pressure), .spread(pressure), .slope(pressure), .excursions(pressure)]
        + EventKind.allCases.map { .eventRate($0) } + codes.map { .codeRate($0) }
        + [.missing, .attribute("age")]

    @SayingsBuilder private var frameCharts: [Said] {
        Said("nothingToDraw(_:)", Self.nothings) { phrases.nothingToDraw($0) }
        Said("reduction(_:)", Self.reductions) { phrases.reduction($0) }
        Said("narrowReduction(_:)", Self.reductions) { phrases.narrowReduction($0) }
        Said("tableShown(rows:of:)", [21, 10_000]) { phrases.tableShown(rows: 1, of: $0) }
        Said("fromTo(_:_:)", phrases.fromTo("91", "109"))
        Said("pageOf(_:total:)", phrases.pageOf(1...50, total: 10_000))
        Said("sampleSize(_:)", [1, 10_000]) { phrases.sampleSize($0) }
    }

    private static let nothings: [NothingToDraw] =
        [.noData] + counts.map { .allMissing(count: $0) }
        + [.tooManyParts(count: 9, limit: 8), .noShares]

    private static let reductions: [Reduction] = pairs(
        [Reduction.Item.points, .marks, .columns, .rows], [1, 2, 5, 21]
    ).compactMap { Reduction($0, total: 20 * $1 + 1, drawn: $1) }
}
