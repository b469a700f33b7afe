import Reports

extension EnglishPhrases {
    func backTest(_ test: BackTest) -> Sentence {
        guard test.rmse == nil else { return lives(test) }
        guard let alarms = test.alarms else { return "" }
        let rows = format.counted(test.rows, "held-out row", "held-out rows")
        return
            "\(found(test, alarms))\(likely(test)) Tested on \(rows), all later than the training data."
    }

    /// What alarms find: as many as a crew can look after, or all above the threshold.
    private func found(_ test: BackTest, _ alarms: BackTest.Alarms) -> Sentence {
        guard let budget = test.tellingBudget else {
            let lead =
                test.medianLeadTime.map { ", with a median lead time of \(format.length($0))" }
                ?? ""
            return
                "Its alarms find \(strong: format.percent(alarms.recall)) of \(format.counted(test.positives ?? 0, "row", "rows")) before a failure\(lead). \(strong: format.percent(alarms.precision)) of the alarms are true."
        }
        let precision =
            budget.precision.map { " \(format.percent($0)) of these alarms are true." } ?? ""
        return
            "\(strong: "\(format.counted(budget.perWeek, "alarm", "alarms")) a week on average \(budget.perWeek == 1 ? "finds" : "find") \(format.percent(budget.share)) of \(format.counted(budget.failures, "failure", "failures"))")\(ahead(budget)).\(precision)"
    }

    private func ahead(_ budget: BackTest.Budget) -> String {
        guard let median = budget.leadTime else { return "" }
        guard let ends = budget.leadEnds, ends.lowerBound < ends.upperBound else {
            return ", with a lead time of \(format.length(median))"
        }
        let range = leadLabel(from: ends.lowerBound, to: ends.upperBound)
        return
            ", with a median lead time of \(format.length(median)) (8 of 10 failures: \(range))"
    }

    private func likely(_ test: BackTest) -> Sentence {
        guard test.calibration != nil else { return "" }
        guard let likely = test.likely else {
            return " It never predicted a risk of 50 % or more."
        }
        let rows = format.counted(likely.rows, "row", "rows")
        return
            " Where it predicted a risk of 50 % or more (\(rows)), the mean was \(format.percent(likely.predicted)), and a failure followed in \(strong: format.percent(likely.share)) of them."
    }

    private func lives(_ test: BackTest) -> Sentence {
        guard let lives = test.lives else {
            return
                "The root mean square error (RMSE) is \(strong: format.length(test.rmse ?? .nan)) on \(format.counted(test.rows, "row", "rows")) of held-out devices."
        }
        let devices = format.counted(lives.units, "held-out device", "held-out devices")
        let covered: Sentence =
            lives.covered.map {
                " The \(format.percent(BackTest.coverage)) intervals covered \(format.percent($0)) of the actual ends."
            } ?? ""
        return
            "\(strong: "The median error is \(life(lives.medianError))") on \(devices). \(strong: format.percent(lives.late)) of the predictions are too long, by a median of \(life(lives.lateBy)).\(covered)"
    }

    func calibration(_ test: BackTest) -> Sentence? {
        guard let error = test.calibrationError else { return nil }
        let points = format.figure(100 * error)
        return
            "Predicted probabilities and observed frequencies differ by \(strong: points) percentage points on average over all rows. Vertical lines: 95 % confidence intervals."
    }

    func calibrationTitle() -> String { "Predicted probability and observed frequency" }

    func calibrationPredictedTitle() -> String { "Predicted" }

    func calibrationMeanTitle() -> String { "Mean predicted" }

    func calibrationObservedTitle() -> String { "Failure followed" }

    func calibrationAxis() -> String { "mean predicted probability, %" }

    func calibrationValueAxis() -> String { "failure followed, %" }

    func calibrationPoint(_ bin: BackTest.CalibrationBin) -> String {
        "predicted \(format.percent(bin.predicted, decimals: 1)) on \(format.counted(bin.rows, "row", "rows")), a failure followed in \(format.percent(bin.share, decimals: 1))"
    }

    func budgetsTitle() -> String { "Failures found by number of alarms" }

    func budgetTitle() -> String { "Alarms a week" }

    func announcedTitle() -> String { "Failures found" }

    func budgetPrecisionTitle() -> String { "True alarms" }

    func leadTimeTitle() -> String { "Median lead time" }

    func leadsTitle(_ budget: BackTest.Budget) -> String {
        "Failures by lead time, with \(format.counted(budget.perWeek, "alarm", "alarms")) a week"
    }

    func leadLabel(from: Double, to: Double) -> String {
        let ends = format.lengths(from, to)
        return ends.low == ends.high ? ends.high : "\(ends.low) to \(ends.high)"
    }

    func unannounced() -> String { "missed" }

    func costCurveTitle() -> String { "Cost by alarm threshold" }

    func costCurveAxis() -> String { "alarm threshold (predicted probability), %" }

    func cheapest(_ point: BackTest.CostPoint) -> String {
        "lowest cost \(format.figure(point.cost)), at a threshold of \(format.percent(point.threshold))"
    }

    func lifeErrorsTitle() -> String { "RMSE by remaining life" }

    func lifeLeftTitle() -> String { "Remaining life" }

    func tooLongTitle() -> String { "Too long" }

    func tooLong(_ share: Double) -> String { "too long: \(format.percent(share))" }
}
