import Reports

extension EnglishPhrases {
    func calibration(_ test: BackTest) -> Sentence? {
        guard let error = test.calibrationError else { return nil }
        let points = format.figure(100 * error)
        guard let likely = test.likely else {
            return
                "It never told a probability of 50 % or more. Over all lines, what it told and what happened lie \(strong: points) percentage points apart on average."
        }
        let lines = format.counted(likely.rows, "line", "lines")
        return
            "Where it told 50 % or more (\(lines), \(format.percent(likely.predicted)) on average), a failure followed on \(strong: format.percent(likely.share)). Over all lines, what it told and what happened lie \(strong: points) percentage points apart on average."
    }

    func calibrationTitle() -> String { "Probabilities told, and what happened" }

    func calibrationPredictedTitle() -> String { "Told" }

    func calibrationMeanTitle() -> String { "Told on average" }

    func calibrationObservedTitle() -> String { "A failure followed on" }
}
