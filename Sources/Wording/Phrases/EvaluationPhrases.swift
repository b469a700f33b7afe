package import Reports

/// Words on how a model fared on what it had not seen.
package protocol EvaluationPhrases {
    /// What a crew would get from it.
    func backTest(_ test: BackTest) -> Sentence
    /// What was kept from it since it holds the answer, each with the reason.
    func setAside(_ test: BackTest) -> [Sentence]
    /// Whether probabilities can be taken at their word; nil where none were predicted.
    func calibration(_ test: BackTest) -> Sentence?
    func calibrationTitle() -> String
    func calibrationPredictedTitle() -> String
    func calibrationMeanTitle() -> String
    func calibrationObservedTitle() -> String
    /// `told, %`
    func calibrationAxis() -> String
    /// `a failure followed on, %`
    func calibrationValueAxis() -> String
    func calibrationPoint(_ bin: BackTest.CalibrationBin) -> String
    func budgetsTitle() -> String
    func budgetTitle() -> String
    func announcedTitle() -> String
    func budgetPrecisionTitle() -> String
    func leadTimeTitle() -> String
    func leadsTitle(_ budget: BackTest.Budget) -> String
    /// `6 to 12 hours`
    func leadLabel(from: Double, to: Double) -> String
    func unannounced() -> String
    func costCurveTitle() -> String
    func costCurveAxis() -> String
    /// `1,310 with alarms from 12 % on`
    func cheapest(_ point: BackTest.CostPoint) -> String
    func lifeErrorsTitle() -> String
    func lifeLeftTitle() -> String
    func tooLongTitle() -> String
    /// `too long: 54 %`
    func tooLong(_ share: Double) -> String
}
