package import Reports

/// Words on how a model did on data it had not seen.
package protocol EvaluationPhrases {
    /// What a crew would get from the model.
    func backTest(_ test: BackTest) -> Sentence
    /// What was withheld from training since it contains the answer, each with the reason.
    func setAside(_ test: BackTest) -> [Sentence]
    /// Whether the probabilities are as good as they say; nil where none were predicted.
    func calibration(_ test: BackTest) -> Sentence?
    func calibrationTitle() -> String
    func calibrationPredictedTitle() -> String
    func calibrationMeanTitle() -> String
    func calibrationObservedTitle() -> String
    /// The axis of predicted probabilities: `told, %`.
    func calibrationAxis() -> String
    /// The axis of observed frequencies: `a failure followed on, %`.
    func calibrationValueAxis() -> String
    func calibrationPoint(_ bin: BackTest.CalibrationBin) -> String
    func budgetsTitle() -> String
    func budgetTitle() -> String
    func announcedTitle() -> String
    func budgetPrecisionTitle() -> String
    func leadTimeTitle() -> String
    func leadsTitle(_ budget: BackTest.Budget) -> String
    /// `6 to 12 hours`.
    func leadLabel(from: Double, to: Double) -> String
    func unannounced() -> String
    func costCurveTitle() -> String
    func costCurveAxis() -> String
    /// The label of the cheapest point: `1,310 with alarms from 12 % on`.
    func cheapest(_ point: BackTest.CostPoint) -> String
    func lifeErrorsTitle() -> String
    func lifeLeftTitle() -> String
    func tooLongTitle() -> String
    /// `too long: 54 %`; a share of 0…1.
    func tooLong(_ share: Double) -> String
}
