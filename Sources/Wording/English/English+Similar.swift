import Reports
import Values

/// Stretches that are like a given one.
extension EnglishPhrases {
    func similar(_ report: SimilarStretches) -> CardWords {
        CardWords(
            title: "Similar stretches", sub: similarSub(report),
            say: similarFinding(report), note: similarNote(report))
    }

    private func similarSub(_ report: SimilarStretches) -> String {
        let names = report.metrics.map(\.name)
        let shown = names.prefix(4).joined(separator: ", ")
        let rest = names.count > 4 ? " and \(format.count(names.count - 4)) more" : ""
        let about = report.isOfDepartures ? " (left their usual course)" : ""
        let own = ClosedRange(from: report.from, to: report.to).map(shortPeriod) ?? ""
        let readings = names.isEmpty ? [] : [shown + rest + about]
        return (readings + [device(report.device.name, atStart: true) + ", " + own])
            .joined(separator: " · ")
    }

    private func similarFinding(_ report: SimilarStretches) -> Sentence {
        switch report.outcome {
        case .alike: return alike(report)
        case .ordinary(let share):
            return
                "\(strong: "Stretches like it are common"): \(format.finePercent(share)) of all are alike, so what followed a single one says little."
        case .nothing:
            return
                "\(strong: "Nothing like it was found"): the nearest of \(format.count(report.compared)) stretches\(nearest(report, before: " (", after: ")")) is no nearer than chance brings one."
        case .tooShort(let steps, let needed):
            let has = format.counted(steps, "step", "steps")
            return
                "\(strong: "The stretch is too short to compare"): it has \(has) between readings, and \(format.count(needed)) are needed."
        case .noReadings:
            return "\(strong: "The stretch has too few readings to compare.")"
        case .noOther:
            return
                "\(strong: "There is nothing to compare the stretch with"): no other one is as long and as complete."
        }
    }

    private func alike(_ report: SimilarStretches) -> Sentence {
        let last: Sentence = "The nearest is\(nearest(report, before: " ", after: ""))."
        let known = report.known.count
        guard known > 0 else {
            let found = format.counted(
                report.alike.count, "similar stretch was found", "similar stretches were found")
            return "\(strong: found)." + last
        }
        let delays = report.failureDelays
        let cases = format.counted(known, "similar stretch", "similar stretches")
        let verb = delays.count > 1 ? "were" : "was"
        let code = report.failureCode.map { " (\($0.name))" } ?? ""
        let which =
            switch (known, delays.count) {
            case (1, 0): "The one similar stretch whose outcome is known was not"
            case (1, _): "The one similar stretch whose outcome is known was"
            case (_, 0): "None of \(cases) was"
            default: "\(format.count(delays.count)) of \(cases) \(verb)"
            }
        let first: Sentence =
            "\(strong: "\(which) followed by a failure")\(code)\(delay(delays))."
        let repairs = format.counted(report.repaired, "case", "cases")
        let repaired: Sentence =
            report.repaired == 0 ? "" : "A repair came first in \(repairs)."
        return first + repaired + last
    }

    private func nearest(
        _ report: SimilarStretches, before: String, after: String
    ) -> Sentence {
        guard let match = report.matches.first else { return "" }
        let name = device(match.device.name, atStart: false)
        return "\(before)\(match.device, as: name), \(format.shortMoment(match.from))\(after)"
    }

    private func similarNote(_ report: SimilarStretches) -> String {
        guard report.compared > 0 else { return "" }
        let far =
            report.measure == .level
            ? "about 1 is a device in its usual state"
            : "\(format.fixed(1.4, 1)) is a shape with nothing in common"
        let limit =
            report.limit > 0
            ? "stretches up to \(format.fixed(report.limit, 2)) are alike."
            : "no distance would be less than chance brings."
        return
            "Distance 0 is the same course, \(far). Half of \(format.count(report.compared)) stretches are within \(format.fixed(report.median, 2)); \(limit)"
    }

    func similarAxis(_ unit: Length.Unit) -> String {
        (format.words.forms(of: unit).last ?? "") + " since the start"
    }

    func similarCourse(_ metric: MetricRef) -> String {
        "\(metricLabel(metric)): difference from the device's usual value"
    }

    func similarMeasure(_ measure: SimilarStretches.Measure) -> String {
        switch measure {
        case .level: "Shape and level"
        case .shape: "Shape alone"
        }
    }

    func similarErrors(_ errors: [SimilarStretches.ErrorCount]) -> String {
        let shown = errors.prefix(3).map {
            code($0.code) + ($0.count > 1 ? " ×\(format.count($0.count))" : "")
        }
        let rest = errors.count > 3 ? " and \(format.count(errors.count - 3)) more" : ""
        return shown.isEmpty ? NumberFormat.missing : shown.joined(separator: ", ") + rest
    }

    func similarSequel(_ sequel: Aftermath.Sequel?) -> String {
        sequel.map(self.sequel) ?? "not known"
    }
}
