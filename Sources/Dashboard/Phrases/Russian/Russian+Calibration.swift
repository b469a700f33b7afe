import Reports

extension RussianPhrases {
    func calibration(_ test: BackTest) -> Sentence? {
        guard let error = test.calibrationError else { return nil }
        let points = format.figure(100 * error)
        let whole: Sentence =
            "По всем строкам названное и случившееся расходятся в среднем на \(strong: points) п. п."
        guard let likely = test.likely else {
            return "Вероятность 50 % и выше модель не назвала ни разу. \(whole)"
        }
        return
            "Где модель называла 50 % и выше (\(counted(likely.rows, .row)), в среднем \(format.percent(likely.predicted))), отказ последовал в \(strong: format.percent(likely.share)) случаев. \(whole)"
    }

    func calibrationTitle() -> String { "Названные вероятности и что случилось" }

    func calibrationPredictedTitle() -> String { "Названо" }

    func calibrationMeanTitle() -> String { "Названо в среднем" }

    func calibrationObservedTitle() -> String { "Отказ последовал" }
}
