import Reports

extension RussianPhrases {
    func backTest(_ test: BackTest) -> Sentence {
        guard test.rmse == nil else { return lives(test) }
        guard let alarms = test.alarms else { return "" }
        return
            "\(found(test, alarms))\(likely(test)) Проверено на отложенных данных, более поздних, чем обучающие (\(counted(test.rows, .row)))."
    }

    /// What alarms find: as many as a crew can look after, or all above the threshold.
    private func found(_ test: BackTest, _ alarms: BackTest.Alarms) -> Sentence {
        guard let budget = test.tellingBudget else {
            let lines = format.counted(test.positives ?? 0, "строки", "строк", "строк")
            let lead =
                test.medianLeadTime.map { ", медиана упреждения — \(format.length($0))" } ?? ""
            return
                "Тревоги находят \(strong: format.percent(alarms.recall)) из \(lines) перед отказом\(lead). Верны \(strong: format.percent(alarms.precision)) тревог."
        }
        let precision =
            budget.precision.map { " Верны \(format.percent($0)) этих тревог." } ?? ""
        return
            "\(strong: "При \(format.count(budget.perWeek)) тревогах в неделю (в среднем) найдено \(format.percent(budget.share)) из \(countedOf(budget.failures, .failure))")\(ahead(budget)).\(precision)"
    }

    private func ahead(_ budget: BackTest.Budget) -> String {
        guard let median = budget.leadTime else { return "" }
        guard let ends = budget.leadEnds, ends.lowerBound < ends.upperBound else {
            return ", упреждение — \(format.length(median))"
        }
        let range = leadLabel(from: ends.lowerBound, to: ends.upperBound)
        return ", медиана упреждения — \(format.length(median)) (8 отказов из 10: \(range))"
    }

    private func likely(_ test: BackTest) -> Sentence {
        guard test.calibration != nil else { return "" }
        guard let likely = test.likely else {
            return " Риск 50 % и выше модель не прогнозировала ни разу."
        }
        return
            " Там, где прогноз риска был 50 % и выше (\(counted(likely.rows, .row))), в среднем он составил \(format.percent(likely.predicted)), а отказ последовал в \(strong: format.percent(likely.share)) случаев."
    }

    private func lives(_ test: BackTest) -> Sentence {
        guard let lives = test.lives else {
            return
                "Среднеквадратичная ошибка на отложенных устройствах (\(counted(test.rows, .row))) — \(strong: format.length(test.rmse ?? .nan))."
        }
        let covered: Sentence =
            lives.covered.map {
                " Интервалы \(format.percent(BackTest.coverage)) накрыли \(format.percent($0)) фактических исходов."
            } ?? ""
        return
            "\(strong: "Медиана ошибки — \(life(lives.medianError))") (отложенных устройств: \(format.count(lives.units))). Завышено \(strong: format.percent(lives.late)) прогнозов, медиана завышения — \(life(lives.lateBy)).\(covered)"
    }

    func calibration(_ test: BackTest) -> Sentence? {
        guard let error = test.calibrationError else { return nil }
        let points = format.figure(100 * error)
        return
            "Прогнозные вероятности и наблюдаемые частоты расходятся в среднем по всем строкам на \(strong: points) п. п. Вертикальные линии — доверительные интервалы 95 %."
    }

    func calibrationTitle() -> String { "Прогнозная вероятность и наблюдаемая частота" }

    func calibrationPredictedTitle() -> String { "Прогноз" }

    func calibrationMeanTitle() -> String { "Прогноз в среднем" }

    func calibrationObservedTitle() -> String { "Отказ последовал" }

    func calibrationAxis() -> String { "прогнозная вероятность в среднем, %" }

    func calibrationValueAxis() -> String { "отказ последовал, %" }

    func calibrationPoint(_ bin: BackTest.CalibrationBin) -> String {
        "прогноз \(format.percent(bin.predicted, decimals: 1)) (\(counted(bin.rows, .row))), отказ последовал в \(format.percent(bin.share, decimals: 1)) случаев"
    }

    func budgetsTitle() -> String { "Найденные отказы при разном числе тревог" }

    func budgetTitle() -> String { "Тревог в неделю" }

    func announcedTitle() -> String { "Найдено отказов" }

    func budgetPrecisionTitle() -> String { "Верных тревог" }

    func leadTimeTitle() -> String { "Упреждение, медиана" }

    func leadsTitle(_ budget: BackTest.Budget) -> String {
        "Отказы по времени упреждения, \(format.counted(budget.perWeek, "тревога", "тревоги", "тревог")) в неделю"
    }

    func leadLabel(from: Double, to: Double) -> String {
        let ends = format.lengths(from, to)
        return ends.low == ends.high ? ends.high : "\(ends.low) – \(ends.high)"
    }

    func unannounced() -> String { "пропущено" }

    func costCurveTitle() -> String { "Затраты в зависимости от порога тревоги" }

    func costCurveAxis() -> String { "порог тревоги (прогнозная вероятность), %" }

    func cheapest(_ point: BackTest.CostPoint) -> String {
        "наименьшие затраты \(format.figure(point.cost)) при пороге \(format.percent(point.threshold))"
    }

    func lifeErrorsTitle() -> String {
        "Среднеквадратичная ошибка в зависимости от остаточного ресурса"
    }

    func lifeLeftTitle() -> String { "Остаточный ресурс" }

    func tooLongTitle() -> String { "Завышено" }

    func tooLong(_ share: Double) -> String { "завышено: \(format.percent(share))" }
}
