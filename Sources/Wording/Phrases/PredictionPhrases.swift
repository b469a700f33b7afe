package import Reports

/// Words about predictions: risks of failure and remaining lives.
package protocol PredictionPhrases {
    /// What follows the first sentence of Overview; empty where no model predicts.
    func outlook(_ state: PredictionState) -> Sentence
    /// What follows the first sentence of Diagnostics; empty where no model predicts for the
    /// device.
    func outlook(_ state: PredictionState, for row: OverviewReport.DeviceRow) -> Sentence
    /// Why devices with an open problem have a low risk of failure.
    func statusAndRisk(_ devices: Int) -> String
    /// The status of a device that shows no trouble but is predicted to fail or end soon.
    func atRisk() -> String
    func predictions(_ state: PredictionState) -> CardWords
    /// The head of a column: `Risk, 24 h`.
    func predictionColumn(_ quantity: FleetPrediction.Quantity) -> String
    /// `93 %`, `7 cycles (3 to 12)`.
    func predicted(_ row: FleetPrediction.Row, _ quantity: FleetPrediction.Quantity) -> String
    func driversTitle() -> String
    /// `error5: 2 in 7 days (usually 0)`.
    func driver(_ driver: FleetPrediction.Driver) -> String
    /// How the remaining life told of a device has developed.
    func lifeCourse(_ life: ModelPanel.LifeCourse, file: String) -> CardWords
    /// `cycles left`, `days left`.
    func lifeCourseAxis() -> String
    func aftermath(_ aftermath: Aftermath) -> CardWords
    /// `failed (comp2) after 14 hours`.
    func sequel(_ sequel: Aftermath.Sequel) -> String
    func sequelTitle() -> String
}
