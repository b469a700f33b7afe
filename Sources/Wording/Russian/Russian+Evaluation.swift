import Reports

extension RussianPhrases {
    func backTest(_ test: BackTest) -> Sentence {
        guard test.rmse == nil else { return lives(test) }
        guard let alarms = test.alarms else { return "" }
        return
            "\(found(test, alarms))\(likely(test)) Проверено на более поздних данных, которых модель не видела (\(counted(test.rows, .row)))."
    }

    /// What alarms find: as many as a crew can look after, or all above the threshold.
    private func found(_ test: BackTest, _ alarms: BackTest.Alarms) -> Sentence {
        guard let budget = test.tellingBudget else {
            let lines = format.counted(test.positives ?? 0, "строки", "строк", "строк")
            let lead =
                test.medianLeadTime.map { ", медиана упреждения — \(format.length($0))" } ?? ""
            return
                "Тревоги находят \(strong: format.percent(alarms.recall)) из \(lines) перед отказом\(lead), верны \(strong: format.percent(alarms.precision)) тревог."
        }
        let right = budget.precision.map { "; верны \(format.percent($0)) этих тревог" } ?? ""
        return
            "\(strong: "При \(format.count(budget.perWeek)) тревогах в неделю бригада находит \(format.percent(budget.share)) из \(countedOf(budget.failures, .failure))")\(ahead(budget))\(right)."
    }

    private func ahead(_ budget: BackTest.Budget) -> String {
        guard let median = budget.leadTime else { return "" }
        guard let ends = budget.leadEnds, ends.lowerBound < ends.upperBound else {
            return ", за \(accusative(format.measured(median))) до отказа"
        }
        let range = leadLabel(from: ends.lowerBound, to: ends.upperBound)
        return ", медиана упреждения — \(format.length(median)) (8 из 10: \(range))"
    }

    private func likely(_ test: BackTest) -> Sentence {
        guard test.calibration != nil else { return "" }
        guard let likely = test.likely else {
            return " Вероятность 50 % и выше модель не назвала ни разу."
        }
        return
            " Где модель называла 50 % и выше (\(counted(likely.rows, .row))), в среднем названо \(format.percent(likely.predicted)), а отказ последовал в \(strong: format.percent(likely.share)) случаев."
    }

    private func lives(_ test: BackTest) -> Sentence {
        guard let lives = test.lives else {
            return
                "На новых для неё устройствах (\(counted(test.rows, .row))) среднеквадратичная ошибка — \(strong: format.figure(test.rmse))."
        }
        let covered: Sentence =
            lives.covered.map {
                " Интервалы, рассчитанные на \(format.percent(BackTest.coverage)) исходов, накрыли \(strong: format.percent($0))."
            } ?? ""
        return
            "\(strong: "Половина ответов отличается от истины не более чем на \(life(lives.medianError))") (новых для модели устройств: \(format.count(lives.units))); завышено \(strong: format.percent(lives.late)) ответов, медиана завышения — \(life(lives.lateBy)).\(covered)"
    }

    func calibration(_ test: BackTest) -> Sentence? {
        guard let error = test.calibrationError else { return nil }
        let points = format.figure(100 * error)
        return
            "По всем строкам названное и случившееся расходятся в среднем на \(strong: points) п. п. Отвесные линии — что оставляет случай, 19 раз из 20."
    }

    func calibrationTitle() -> String { "Названные вероятности и что случилось" }

    func calibrationPredictedTitle() -> String { "Названо" }

    func calibrationMeanTitle() -> String { "Названо в среднем" }

    func calibrationObservedTitle() -> String { "Отказ последовал" }

    func calibrationAxis() -> String { "названо в среднем, %" }

    func calibrationValueAxis() -> String { "отказ последовал, %" }

    func calibrationPoint(_ bin: BackTest.CalibrationBin) -> String {
        "названо \(format.percent(bin.predicted, decimals: 1)) (\(counted(bin.rows, .row))), отказ последовал в \(format.percent(bin.share, decimals: 1)) случаев"
    }

    func budgetsTitle() -> String { "Что находит такое число тревог в неделю" }

    func budgetTitle() -> String { "Тревог в неделю" }

    func announcedTitle() -> String { "Найдено отказов" }

    func budgetPrecisionTitle() -> String { "Верных тревог" }

    func leadTimeTitle() -> String { "Упреждение, медиана" }

    func leadsTitle(_ budget: BackTest.Budget) -> String {
        "Упреждение при \(format.count(budget.perWeek)) тревогах в неделю: отказы"
    }

    func leadLabel(from: Double, to: Double) -> String {
        let ends = format.lengths(from, to)
        return ends.low == ends.high ? ends.high : "\(ends.low) – \(ends.high)"
    }

    func unannounced() -> String { "не найдено" }

    func costCurveTitle() -> String { "Цена в зависимости от вероятности для тревоги" }

    func costCurveAxis() -> String { "тревога от этой вероятности, %" }

    func cheapest(_ point: BackTest.CostPoint) -> String {
        "\(format.figure(point.cost)) при тревогах от \(format.percent(point.threshold))"
    }

    func lifeErrorsTitle() -> String { "Среднеквадратичная ошибка в зависимости от остатка" }

    func lifeLeftTitle() -> String { "Остаток" }

    func tooLongTitle() -> String { "Завышено" }

    func tooLong(_ share: Double) -> String { "завышено: \(format.percent(share))" }
}
