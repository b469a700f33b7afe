import Reports
internal import Values

extension EnglishPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords {
        let start = comparison.starts.first ?? comparison.end
        let period = ClosedRange(between: start, and: comparison.end).map(shortPeriod) ?? ""
        return CardWords(
            title: "Who says what, on one axis",
            sub: "0 = usual, 1 = each one’s alarm threshold · drawn up to 3 · \(period)",
            say: "\(now(comparison))\(best(comparison))", note: truthNote(comparison))
    }

    private func now(_ comparison: DetectorComparison) -> Sentence {
        let all = comparison.lanes.count
        let names = comparison.lanes.filter(\.isAlarmNow).map { detector($0.detector) }
        guard !names.isEmpty else {
            return "None of the \(format.count(all)) raises an alarm on the last rows."
        }
        return
            "\(strong: "\(format.count(names.count)) of \(format.count(all))") \(names.count == 1 ? "raises" : "raise") an alarm on the last rows: \(list(names))."
    }

    private func best(_ comparison: DetectorComparison) -> Sentence {
        guard let lane = comparison.best, let verdict = lane.verdict, let f1 = verdict.f1 else {
            return ""
        }
        let isLabels = comparison.truth == .labels
        let what = isLabels ? "the rows that the data mark" : "the failures that came"
        let place = verdict.isBackTest ? "In its own test" : "On the whole set"
        guard verdict.isNear else {
            return
                " None comes near \(what): the best, \(detector(lane.detector)), reaches F1 \(format.figure(f1))."
        }
        return
            " \(place) \(strong: detector(lane.detector)) comes nearest to \(what) (F1 \(format.figure(f1)))."
    }

    private func truthNote(_ comparison: DetectorComparison) -> String {
        let devices =
            "\(format.count(comparison.devicesEvaluated)) of \(format.counted(comparison.devicesShown, "device", "devices"))"
        let tested =
            comparison.lanes.contains { $0.verdict?.isBackTest == true }
            ? " A model that predicts is judged by its own test, on later lines that it had not seen."
            : ""
        switch comparison.truth {
        case nil: return "The data hold neither marked rows nor failures to judge alarms by."
        case .labels:
            return
                "Told and right are counted in rows of \(devices), without the first rows of each, which the row detector takes as normal. F1 is the harmonic mean of both shares.\(tested)"
        case .failures(let horizon):
            let length = format.duration(horizon)
            return
                "A failure is told by an alarm in the \(length) before it, and an alarm is right if a failure comes in the \(length) after it. Counted on \(devices), without the first rows of each, which the row detector takes as normal. F1 is the harmonic mean of both shares.\(tested)"
        }
    }

    func detector(_ detector: DetectorComparison.Detector) -> String {
        switch detector {
        case .bands: "Expected bands"
        case .rows: "Row detector"
        case .model(let file): file
        }
    }

    func builtInNote(_ detector: DetectorComparison.Detector) -> String {
        if case .model = detector { "" } else { " (built in)" }
    }

    func detectorTitle() -> String { "Who" }

    func nowTitle() -> String { "Now" }

    func alarmShareTitle() -> String { "Alarm on" }

    func detectedTitle(_ truth: DetectorComparison.Truth) -> String {
        truth == .labels ? "Marked rows told" : "Failures told"
    }

    func trueAlarmsTitle() -> String { "Alarms right" }

    func limitNote(_ limit: DetectorComparison.Limit) -> String {
        switch limit {
        case .own: ""
        case .half: " (alarm from a probability of 50 %, as it names none)"
        case .hundredth: " (alarm on its highest 1 % of rows, as it names none)"
        }
    }

    func alarmMark() -> String { "Alarm begins" }

    func belowThreshold() -> String { "Below the alarm threshold" }

    func alarmTitle(
        _ alarm: DetectorComparison.Alarm, _ detector: DetectorComparison.Detector
    ) -> String {
        let peak = format.figure(alarm.peak)
        let name = self.detector(detector)
        guard alarm.to > alarm.from else {
            return "\(name), \(format.place(alarm.from)): alarm, score \(peak)"
        }
        return
            "\(name), \(format.place(alarm.from)) to \(format.place(alarm.to)): alarm, highest score \(peak)"
    }

    func truthLane(_ truth: DetectorComparison.Truth) -> String {
        truth == .labels ? "Marked" : "Failures"
    }
}
