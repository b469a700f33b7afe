import Reports
import Samples
import Values

@testable import Wording

/// Words of Trends.
extension PhraseCases {
    var trends: Chapter {
        Chapter("TrendPhrases") {
            trendHead
            trendLabels
            trendEvents
            trendCards
        }
    }

    @SayingsBuilder private var trendHead: [Said] {
        Said("trendAnswer(_:_:)", trendReports) { $0.phrases.trendAnswer($1, $0.context) }
        Said("kinds(_:_:)", kindCases) { $0.phrases.kinds($1, $0.context) }
        Said("better(_:)", betterCases) { $0.phrases.better($1) }
        Said("levelSeries(_:)", Self.counts) { phrases.levelSeries($0) }
        Said("cycles(_:)", movingReports) { $0.phrases.cycles($1) }
        Said("subject(_:)", Self.trendSubjects) { phrases.subject($0) }
        Said("verdict(_:)", [.rising, .falling, .level, .tooShort] as [TrendRow.Verdict]) {
            phrases.verdict($0)
        }
    }

    static let trendSubjects: [TrendRow.Subject] =
        EventKind.allCases.map { .events($0) } + [.code(codes[0]), .code(codes[3])]
        + [.metric(pressure)]

    @SayingsBuilder private var trendLabels: [Said] {
        Said("changeLabel(_:before:after:)", everyAxis) {
            $0.phrases.changeLabel($0.start, before: 0.03, after: 0.02)
        }
        Said("forecastLabel()", phrases.forecastLabel())
        Said("interval(_:_:_:)", [80, 95]) { phrases.interval($0, 62, 83) }
        Said("inOrderOfWeight()", phrases.inOrderOfWeight())
        Said("probability(_:)", [nil, .nan, 0.85, 0.0042, 0.0004]) { phrases.probability($0) }
        Said("metricLabel(_:)", [Self.volt, Self.pressure]) { phrases.metricLabel($0) }
        Said("step(_:_:)", [(15, 19), (3, 3)]) { phrases.step($0, $1) }
        Said("wholeFleet()", phrases.wholeFleet())
    }

    @SayingsBuilder private var trendEvents: [Said] {
        Said("week(_:_:)", weekMaps) { phrases.week($0, days.context) }
        Said("weekTitle()", phrases.weekTitle())
        Said("hourAxis()", everyAxis) { $0.phrases.hourAxis() }
        Said("weekCell(_:_:_:_:)", EventKind.allCases) { kind in
            Self.counts.enumerated().map { phrases.weekCell($0, 6, $1, kind) }
        }
        Said("precursors(_:)", precursorTables) { phrases.precursors($0) }
        Said("codeRates(_:_:)", movingReports) { $0.phrases.codeRates($1, $0.context) }
    }

    @SayingsBuilder private var trendCards: [Said] {
        Said("metricTrends(_:_:)", movingReports) { $0.phrases.metricTrends($1, $0.context) }
        Said("cumulative(_:_:)", Self.cumulatives) { phrases.cumulative($0, days.context) }
        Said("cumulativeAxis(_:)", Self.cumulatives) { phrases.cumulativeAxis($0) }
        Said("reliability(_:_:)", reliabilityCases) { $0.phrases.reliability($1, $2) }
        Said("reliabilityVerdict(_:)", Self.reliabilities) { phrases.reliabilityVerdict($0) }
        Said("methods(_:_:)", Self.pairs(EventKind.allCases, [1, 2, 5, 21])) { kind, count in
            phrases.methods(Self.with(Self.forecast) { $0.backtests = count }, kind)
        }
        Said("method(_:)", ForecastFigures.Method.allCases) { phrases.method($0) }
    }

    static let forecast = Sample(.rich).forecast(0.1, spread: 0.02)
}
