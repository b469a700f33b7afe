import Reports
internal import Values

extension EnglishPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords {
        let start = comparison.starts.first ?? comparison.end
        let period = ClosedRange(between: start, and: comparison.end).map(shortPeriod) ?? ""
        return CardWords(
            title: "Detectors compared",
            sub: "0 = median, 1 = alarm threshold of each detector · drawn up to 3 · \(period)",
            say: "\(now(comparison))\(best(comparison))", note: truthNote(comparison))
    }

    private func now(_ comparison: DetectorComparison) -> Sentence {
        let all = comparison.lanes.count
        let names = comparison.lanes.filter(\.isAlarmNow).map { detector($0.detector) }
        guard !names.isEmpty else {
            return "None of the \(format.count(all)) detectors raises an alarm on the latest row."
        }
        return
            "\(strong: "\(format.count(names.count)) of \(format.count(all)) detectors") \(names.count == 1 ? "raises" : "raise") an alarm on the latest row: \(list(names))."
    }

    private func best(_ comparison: DetectorComparison) -> Sentence {
        guard let lane = comparison.best, let verdict = lane.verdict, let f1 = verdict.f1 else {
            return ""
        }
        let isLabels = comparison.truth == .labels
        let what = isLabels ? "the marked rows" : "the recorded failures"
        let place = verdict.isBackTest ? "in its own back-test" : "across the devices"
        guard verdict.isNear else {
            return
                " No detector matches \(what) well: the best, \(detector(lane.detector)), reaches F1 \(format.figure(f1)) \(place)."
        }
        return
            " \(strong: detector(lane.detector)) matches \(what) best (F1 \(format.figure(f1)) \(place))."
    }

    private func truthNote(_ comparison: DetectorComparison) -> String {
        let devices =
            "\(format.count(comparison.devicesEvaluated)) of \(format.counted(comparison.devicesShown, "device", "devices"))"
        let tested =
            comparison.lanes.contains { $0.verdict?.isBackTest == true }
            ? " A predictive model is evaluated by its own back-test, on rows before a failure in held-out data."
            : ""
        let scope =
            "on \(devices) in the selected period, without the first rows of each, which the row detector takes as normal. F1 is the harmonic mean of recall and precision.\(tested)"
        switch comparison.truth {
        case nil: return "The data have no marked rows or failures to evaluate alarms against."
        case .labels: return "Marked rows and alarms are counted in rows \(scope)"
        case .failures(let horizon):
            let length = format.duration(horizon)
            return
                "A failure counts as found if there was an alarm in the \(length) before it. An alarm is true if a failure follows within \(length). Counted \(scope)"
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

    func detectorTitle() -> String { "Detector" }

    func nowTitle() -> String { "Latest score" }

    func alarmShareTitle() -> String { "Rows with alarm" }

    func detectedTitle(_ truth: DetectorComparison.Truth) -> String {
        truth == .labels ? "Marked rows found" : "Failures found"
    }

    func trueAlarmsTitle() -> String { "True alarms" }

    func limitNote(_ limit: DetectorComparison.Limit) -> String {
        switch limit {
        case .own: ""
        case .half: " (no threshold given: alarm above a probability of 50 %)"
        case .hundredth: " (no threshold given: alarm on the highest 1 % of rows)"
        }
    }

    func alarmMark() -> String { "Start of alarm" }

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
