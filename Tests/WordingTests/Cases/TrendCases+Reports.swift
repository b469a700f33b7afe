import Reports
import Samples
import Values

@testable import Wording

/// Reports of Trends.
extension PhraseCases {
    /// Every verdict, led by each kind of series, by a step, and by nothing.
    var trendReports: [(Axis, TrendReport)] {
        let rich = Sample(.rich).trends
        let verdicts: [TrendReport.Headline.Verdict] = [
            .better, .worse, .neither, .mixed, .cannotSay,
        ]
        let led = Self.pairs(verdicts, Self.leaders).map { verdict, row in
            Self.with(rich) {
                $0.headline = .init(verdict: verdict, leading: row, shift: nil, next: nil)
                $0.findings = []
            }
        }
        let widths = Self.widths.map { width in
            Self.with(rich) {
                $0.headline.next = .init(kind: .failure, width: width, mean: 21, low: 1, high: 22)
                $0.headline.shift = nil
                $0.findings = []
            }
        }
        let spans = [(Sample.start, nil), (nil, Sample.end)].map { from, to in
            Finding(.logSpan(.error, from: from, to: to), tone: .neutral, weight: 1)
        }
        let known = Self.with(rich) { $0.findings = spans }
        return ([rich, known] + led + widths).map { (days, $0) }
            + [(cycles, Sample(.cycles).trends), (rows, Sample(.noTime).trends)]
    }

    private static let leaders: [TrendRow?] =
        [nil, .init(subject: .events(.error), figures: nil, verdict: .tooShort)]
        + [.init(subject: .metric(volt), figures: nil, verdict: .tooShort)]
        + trendSubjects.flatMap { subject in
            [(2.5, TrendRow.Verdict.rising), (-2.5, .falling), (0.1, .level)].map {
                .init(
                    subject: subject,
                    figures: TrendFigures(slopePercent: $0, low: -1, high: 3, p: 0.004, q: 0.01),
                    verdict: $1)
            }
        }

    /// No change of level, one, several; a forecast that is drawn and one that is not.
    var kindCases: [(Axis, TrendReport)] {
        let rich = Sample(.rich).trends
        let segment = rich.kinds[0].segments[0]
        let changes = [0, 1, 2, 5, 11, 21].map { count in
            Self.with(rich) {
                $0.kinds = Array($0.kinds.prefix(1))
                $0.kinds[0].segments = Array(repeating: segment, count: count + 1)
                $0.kinds[0].forecast?.backtests = max(count, 1)
                $0.kinds[0].forecast?.beatsNaive = count % 2 == 0
                $0.kinds[0].series.known = count > 2 ? $0.kinds[0].series.known : nil
            }
        }
        let widths = Self.widths.flatMap { width -> [TrendReport] in
            let open = Self.with(rich) { $0.kinds[0].series.width = width }
            return [
                open,
                Self.with(open) {
                    $0.kinds[0].series.known = Sample.start + 86_400...Sample.end
                },
            ]
        }
        let methods = ForecastFigures.Method.allCases.map { method in
            Self.with(rich) { $0.kinds[0].forecast?.method = method }
        }
        let none = Self.with(rich) { $0.kinds = [] }
        return (changes + widths + methods + [none]).map { (days, $0) }
            + [(cycles, Sample(.cycles).trends)]
    }

    /// Nothing tested, nothing that moves, and so many that do.
    var betterCases: [(Axis, TrendReport)] {
        let rich = Sample(.rich).trends
        let moving = [1, 2, 5].map { count in moved(rich, count) }
        let single = Self.with(rich) { $0.rows = Array($0.rows.prefix(1)) }
        let untested = Self.with(rich) { $0.rows = [] }
        let spans = [TrendSpan.week, .day, .hour, .tenth].map { span in
            Self.with(single) { $0.rows[0].figures?.span = span }
        }
        return ([rich, single, untested] + moving + spans).map { (days, $0) }
            + [(cycles, Sample(.cycles).trends), (rows, Sample(.noTime).trends)]
    }

    private func moved(_ report: TrendReport, _ count: Int) -> TrendReport {
        Self.with(report) { report in
            for place in report.rows.indices.suffix(count) {
                report.rows[place].verdict = place % 2 == 0 ? .rising : .falling
            }
        }
    }

    /// Codes and readings that stand still or move, are too short or not there.
    var movingReports: [(Axis, TrendReport)] {
        let rich = Sample(.rich).trends
        let all = Self.with(moved(rich, rich.rows.count)) { $0.metricsTested = 370 }
        let single = Self.with(rich) {
            $0.metrics = Array($0.metrics.suffix(1))
            $0.rows = Array($0.rows.suffix(1))
        }
        let short = Self.with(rich) { report in
            for place in report.rows.indices { report.rows[place].figures = nil }
        }
        let none = Self.with(rich) { ($0.codes, $0.metrics, $0.rows) = ([], [], []) }
        let widths = Self.widths.map { width in
            Self.with(rich) {
                ($0.codes[0].width, $0.metrics[0].width) = (width, width)
            }
        }
        return ([rich, all, moved(rich, 1), single, moved(single, 1), short, none] + widths)
            .map { (days, $0) } + [(cycles, Sample(.cycles).trends)]
    }
}
