import Reports
import Values

extension EnglishPhrases {
    func trendAnswer(_ report: TrendReport, _ context: ReportContext) -> Sentence {
        if report.missingData.time { return missing(.time) }
        var sentence = verdictSentence(report)
        if let shift = report.headline.shift, case .rateShift = shift.kind {
            sentence = sentence + finding(shift)
        }
        for span in report.logSpans { sentence = sentence + finding(span) }
        if let next = report.headline.next {
            let range = "\(format.card(next.low.rounded())) to \(format.card(next.high.rounded()))"
            let count =
                "\(format.card(next.mean.rounded())) \(events(next.kind, next.mean.rounded() == 1 ? 1 : 2)) a \(slice(next.width))"
            sentence = sentence + "The forecast is \(strong: count) (80 % interval \(range))."
        }
        return sentence
    }

    private func verdictSentence(_ report: TrendReport) -> Sentence {
        let headline = report.headline
        guard let row = headline.leading else {
            return headline.verdict == .cannotSay ? cannotSay : "\(strong: "Neither.")"
        }
        if row.verdict == .level, let step = stepVerdict(headline.verdict) { return step }
        let name = capitalised(subject(row.subject))
        switch headline.verdict {
        case .better: return "\(strong: "Better.") \(name) \(movement(row))."
        case .worse: return "\(strong: "Worse.") \(name) \(movement(row))."
        case .neither:
            let p = row.figures.map { format.chance($0.p) } ?? ""
            let closest =
                isPlural(row)
                ? "Among the kinds of events, \(subject(row.subject)) come closest to one"
                : "The closest is \(subject(row.subject))"
            let others = report.rows.tested.moving
            let moved =
                others.isEmpty
                ? "No series has a trend beyond chance."
                : "No kind of event has a trend beyond chance, but \(format.counted(others.count, "other series has", "other series have")) one: \(list(others.map { subject($0.subject) }, limit: 4))."
            return "\(strong: "Neither.") \(moved) \(closest) (\(p))."
        case .mixed:
            if case .metric = row.subject {
                return
                    "\(strong: "\(name) \(movement(row))"). Readings alone do not tell whether that is better or worse."
            }
            return "\(strong: "Mixed.") \(name) \(movement(row)), while others move the other way."
        case .cannotSay: return cannotSay
        }
    }

    /// Where nothing moves steadily but a level has changed.
    private func stepVerdict(_ verdict: TrendReport.Headline.Verdict) -> Sentence? {
        switch verdict {
        case .better: "\(strong: "Better"): a level shift, not a steady trend."
        case .worse: "\(strong: "Worse"): a level shift, not a steady trend."
        case .mixed: "\(strong: "Mixed"): level shifts in both directions, no steady trend."
        case .neither, .cannotSay: nil
        }
    }

    private var cannotSay: Sentence { "\(strong: "Not enough data.") \(missing(.tooShort))" }

    private func isPlural(_ row: TrendRow) -> Bool {
        if case .events = row.subject { return true }
        return false
    }

    /// `rise by 12 % per 4 weeks (p < 0.001)`.
    private func movement(_ row: TrendRow) -> String {
        guard let figures = row.figures else { return isPlural(row) ? "are level" : "is level" }
        let base = figures.slopePercent < 0 ? "fall" : "rise"
        let verb = isPlural(row) ? base : base + "s"
        return
            "\(verb) by \(format.figure(figures.slopePercent.magnitude)) % \(perTrendSpan(figures.span)) (\(format.chance(figures.p)))"
    }

    func subject(_ subject: TrendRow.Subject) -> String {
        switch subject {
        case .events(let kind): events(kind, 2)
        case .code(let code): self.code(code)
        case .metric(let metric): metric.name
        }
    }

    func verdict(_ verdict: TrendRow.Verdict) -> String {
        switch verdict {
        case .rising: "rising"
        case .falling: "falling"
        case .level: "level"
        case .tooShort: "too short"
        }
    }

    func kinds(_ report: TrendReport, _ context: ReportContext) -> CardWords {
        let names = report.kinds.map { events($0.series.kind, 2) }
        let width = report.kinds.first.map { slices($0.series.width) } ?? ""
        let sub = [perDeviceAndDay, width, shortPeriod(context.period)]
        return CardWords(
            title: capitalised(list(names)), sub: sub.joined(separator: " · "),
            say: kindsSay(report), note: kindsNote(report))
    }

    private func kindsSay(_ report: TrendReport) -> Sentence {
        let changes = report.levelChanges
        var sentence: Sentence =
            changes == 0
            ? "\(strong: "No level shift.")"
            : changes == 1
                ? "\(strong: "One level shift"), marked by a dotted line."
                : "\(strong: "\(capitalised(numberWord(changes))) level shifts"), marked by dotted lines."
        if let (forecast, best) = report.forecast {
            sentence =
                sentence
                + (forecast.beatsNaive
                    ? "Forecast method: \(method(forecast.method)). In \(format.counted(forecast.backtests, "back-test", "back-tests")) its mean absolute error is \(strong: format.fixed(best.ratio, 2)) times that of the naive forecast."
                    : "No forecast: in \(format.counted(forecast.backtests, "back-test", "back-tests")) no method beat the last value.")
        }
        return sentence
    }

    private func kindsNote(_ report: TrendReport) -> String {
        var notes: [String] = []
        if let cut = report.kinds.map(\.series).first(where: \.hasPartOfSlice) {
            notes.append("Hollow point: the record covers only part of that \(slice(cut.width)).")
        } else if let series = report.kinds.first?.series, series.known == nil,
            series.slices.last?.isComplete == false
        {
            notes.append("Hollow point: the \(slice(series.width)) is incomplete.")
        }
        if report.kinds.contains(where: { $0.segments.count > 1 }) {
            notes.append(
                "Level lines: means between change points (PELT, Poisson cost, p < 0.01).")
        }
        return notes.joined(separator: " ")
    }

    func changeLabel(_ at: Double, before: Double, after: Double) -> String {
        "level shift \(on(format.shortDay(at))): \(format.figure(before)) to \(format.figure(after))"
    }

    func forecastLabel() -> String { "forecast with 80 % and 95 % intervals" }

    func interval(_ level: Int, _ low: Double, _ high: Double) -> String {
        "\(level) % interval: \(format.figure(low)) to \(format.figure(high))"
    }

    func better(_ report: TrendReport) -> CardWords {
        let tested = report.rows.tested
        let moving = tested.moving
        let say: Sentence
        if tested.isEmpty {
            say = missing(.tooShort)
        } else if moving.isEmpty {
            let q = tested.smallestQ.map { " (smallest q \(format.fixed($0, 2)))" } ?? ""
            say =
                "\(strong: "None of \(format.count(tested.count)) series has a trend beyond chance")\(q)."
        } else {
            say =
                "\(strong: "\(format.count(moving.count)) of \(format.count(tested.count)) series \(moving.count == 1 ? "has" : "have") a trend beyond chance"): \(list(moving.map { subject($0.subject) }))."
        }
        let span = perTrendSpan(tested.first?.figures?.span ?? .fourWeeks)
        let counted = format.counted(tested.count, "test", "tests")
        let test =
            tested.isEmpty
            ? "" : "Mann-Kendall test; q is p corrected for \(counted) (Benjamini-Hochberg). "
        return CardWords(
            title: label(.betterTitle),
            sub: "Sen slope in % \(span), 95 % interval · complete intervals only", say: say,
            note: "\(test)Events are rates \(perDeviceAndDay), readings are fleet means.")
    }
}
