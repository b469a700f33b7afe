import Reports

extension EnglishPhrases {
    func backTest(_ test: BackTest) -> Sentence {
        guard test.rmse == nil else { return lives(test) }
        guard let alarms = test.alarms else { return "" }
        let lines = format.counted(test.rows, "later line", "later lines")
        return
            "\(found(test, alarms))\(likely(test)) Judged on \(lines) it had not seen."
    }

    /// What alarms find: as many as a crew can look after, or all above the threshold.
    private func found(_ test: BackTest, _ alarms: BackTest.Alarms) -> Sentence {
        guard let budget = test.tellingBudget else {
            let lead =
                test.medianLeadTime.map { ", \(format.length($0)) ahead in the median" } ?? ""
            return
                "Its alarms find \(strong: format.percent(alarms.recall)) of \(format.counted(test.positives ?? 0, "line before a failure", "lines before a failure"))\(lead), and \(strong: format.percent(alarms.precision)) of them are right."
        }
        let right =
            budget.precision.map { "; \(format.percent($0)) of these alarms are right" } ?? ""
        return
            "\(strong: "With \(format.count(budget.perWeek)) alarms a week a crew finds \(format.percent(budget.share)) of \(format.counted(budget.failures, "failure", "failures"))")\(ahead(budget))\(right)."
    }

    private func ahead(_ budget: BackTest.Budget) -> String {
        guard let median = budget.leadTime else { return "" }
        guard let ends = budget.leadEnds, ends.lowerBound < ends.upperBound else {
            return ", \(format.length(median)) ahead"
        }
        let range = leadLabel(from: ends.lowerBound, to: ends.upperBound)
        return ", \(format.length(median)) ahead in the median (8 of 10: \(range))"
    }

    private func likely(_ test: BackTest) -> Sentence {
        guard test.calibration != nil else { return "" }
        guard let likely = test.likely else {
            return " It never told a probability of 50 % or more."
        }
        let lines = format.counted(likely.rows, "line", "lines")
        return
            " Where it told 50 % or more (\(lines)), it told \(format.percent(likely.predicted)) on average, and a failure followed on \(strong: format.percent(likely.share))."
    }

    private func lives(_ test: BackTest) -> Sentence {
        guard let lives = test.lives else {
            return
                "On \(format.counted(test.rows, "line", "lines")) of devices it had not seen it was off by \(strong: format.figure(test.rmse)) (root mean square)."
        }
        let devices = format.counted(lives.units, "device", "devices")
        let covered: Sentence =
            lives.covered.map {
                " Intervals that are to hold \(format.percent(BackTest.coverage)) of the ends held \(strong: format.percent($0))."
            } ?? ""
        return
            "\(strong: "Half of what it tells is within \(life(lives.medianError)) of the truth"), on \(devices) it had not seen; \(strong: format.percent(lives.late)) is too long, by \(life(lives.lateBy)) in the median.\(covered)"
    }

    func calibration(_ test: BackTest) -> Sentence? {
        guard let error = test.calibrationError else { return nil }
        let points = format.figure(100 * error)
        return
            "Over all lines, what it told and what happened lie \(strong: points) percentage points apart on average. The upright lines are what chance leaves open, 19 times out of 20."
    }

    func calibrationTitle() -> String { "Probabilities told, and what happened" }

    func calibrationPredictedTitle() -> String { "Told" }

    func calibrationMeanTitle() -> String { "Told on average" }

    func calibrationObservedTitle() -> String { "A failure followed on" }

    func calibrationAxis() -> String { "told on average, %" }

    func calibrationValueAxis() -> String { "a failure followed on, %" }

    func calibrationPoint(_ bin: BackTest.CalibrationBin) -> String {
        "told \(format.percent(bin.predicted, decimals: 1)) on \(format.counted(bin.rows, "line", "lines")), a failure followed on \(format.percent(bin.share, decimals: 1))"
    }

    func budgetsTitle() -> String { "What so many alarms a week find" }

    func budgetTitle() -> String { "Alarms a week" }

    func announcedTitle() -> String { "Failures found" }

    func budgetPrecisionTitle() -> String { "Alarms right" }

    func leadTimeTitle() -> String { "Ahead, median" }

    func leadsTitle(_ budget: BackTest.Budget) -> String {
        "How long ahead, with \(format.count(budget.perWeek)) alarms a week: failures"
    }

    func leadLabel(from: Double, to: Double) -> String {
        let ends = format.lengths(from, to)
        return ends.low == ends.high ? ends.high : "\(ends.low) to \(ends.high)"
    }

    func unannounced() -> String { "not found" }

    func costCurveTitle() -> String { "Cost by the probability that raises an alarm" }

    func costCurveAxis() -> String { "alarm from this probability on, %" }

    func cheapest(_ point: BackTest.CostPoint) -> String {
        "\(format.figure(point.cost)) with alarms from \(format.percent(point.threshold)) on"
    }

    func lifeErrorsTitle() -> String { "Off by (root mean square), by what was left" }

    func lifeLeftTitle() -> String { "Left" }

    func tooLongTitle() -> String { "Too long" }

    func tooLong(_ share: Double) -> String { "too long: \(format.percent(share))" }
}
