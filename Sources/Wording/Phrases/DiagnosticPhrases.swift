package import Reports
package import Values

/// Words of Diagnostics.
package protocol DiagnosticPhrases {
    /// `Device 23, model1, 17 years: what is wrong, why, and how may it go on?`
    func diagnosticQuestion(_ report: DiagnosticReport) -> String
    func diagnosticAnswer(_ report: DiagnosticReport) -> Sentence
    func nextDevice(_ device: DeviceRef) -> String
    func deviceList(_ count: Int) -> CardWords
    func windowOption(_ stretch: Stretch?) -> String
    func signals(_ report: DiagnosticReport, _ context: ReportContext) -> CardWords
    func furthestDrawn(_ shown: Int, of total: Int) -> String
    /// Tooltip of a reading that is out; `index` counts the values of the signal.
    func outTitle(_ signal: DiagnosticReport.Signal, _ index: Int) -> String
    func eventTitle(_ mark: DiagnosticReport.EventMark) -> String
    func health(_ report: DiagnosticReport) -> CardWords
    /// How the health comes from the points lost: `100 − sum`.
    func healthSum(_ value: Double) -> String
    func contributions(_ report: DiagnosticReport) -> CardWords
    /// The card on what excursions such as this device's led to.
    func outcomes(_ report: DiagnosticReport) -> CardWords
    func outcomePoint(_ outcome: DiagnosticReport.Outcome) -> String
    /// `68 of 137`.
    func ofCount(_ part: Int, _ whole: Int) -> String
    func interval80() -> String
    /// `12 rows`.
    func rowCount(_ count: Int) -> String
    func outcomeAxis() -> String
    func parts(_ report: DiagnosticReport) -> CardWords
    func partsAxis() -> String
    func partRange(_ part: DiagnosticReport.PartAge) -> String
    func deviceCodes(_ report: DiagnosticReport, _ context: ReportContext) -> CardWords
    func signalForecast(_ forecast: DiagnosticReport.SignalForecast) -> CardWords
    func thresholdLabel(_ threshold: DiagnosticReport.SignalForecast.Threshold) -> String
    func found(_ report: DiagnosticReport) -> CardWords
    /// - Parameters:
    ///   - own: how many notes the device has.
    ///   - device: how its alarms were judged.
    ///   - fleet: how all alarms of the set were judged.
    func notes(own: Int, device: AlarmJudgements, fleet: AlarmJudgements) -> CardWords
    /// How many of the judged alarms were false; empty where none was judged.
    func judgements(_ fleet: AlarmJudgements) -> Sentence
    func noteKind(_ kind: DeviceNote.Kind) -> String
    /// The card of the devices most like this one.
    func alike(_ report: DiagnosticReport) -> CardWords
    /// A distance in standard deviations with its sign, for tables.
    func sigmas(signed distance: Double) -> String
    func excursions(_ report: DiagnosticReport) -> CardWords
    /// For the end of an excursion that is not over: `still out`.
    func openUntil() -> String
}

/// Words about models.
package protocol ModelPhrases {
    func models(_ panel: ModelPanel) -> CardWords
    func modelTitle(_ card: ModelPanel.Card) -> String
    func meaning(_ meaning: ModelPanel.Meaning) -> String
    func outcome(_ outcome: ModelPanel.Outcome, _ card: ModelPanel.Card) -> Sentence
    func modelFormat(_ card: ModelPanel.Card) -> String
    func scoreAxis(_ meaning: ModelPanel.Meaning) -> String
    func milliseconds(_ value: Double) -> String
    func modelUpload() -> String
    func sendModel() -> String
    func modelChanges() -> String
    /// The line behind which models stand that ask for other columns.
    func otherModels(_ count: Int) -> String
    func renameModel() -> String
    func taskTitle() -> String
    func horizonTitle() -> String
    func weightsTitle() -> String
    func task(_ task: ModelPanel.Training.Task) -> String
    /// How far training is, or how it ended; nil where there is nothing to say.
    func training(_ state: ModelPanel.Training.State, set: String) -> Sentence?
    /// Which of two autoencoders was kept, and which rows were left out.
    func autoencoder(_ selection: AutoencoderSelection) -> Sentence
    /// What alarms would have cost; nil where there were none to judge.
    func costs(_ alarmCosts: [BackTest.AlarmCost], _ prices: AlarmPrices) -> Sentence?
    func missedFailurePriceTitle() -> String
    func falseAlarmPriceTitle() -> String
    func alarmSourcesTitle() -> String
    func alarmSourceTitle() -> String
    func alarmSource(_ source: BackTest.AlarmSource, _ test: BackTest) -> String
    func averagePrecisionTitle() -> String
    func truePositivesTitle() -> String
    func falseAlarmsTitle() -> String
    func costTitle() -> String
    func rmseTitle() -> String
    func importanceTitle() -> String
    func importanceNote(_ test: BackTest) -> String
    func importanceLossTitle(_ test: BackTest) -> String
    func source(_ source: BackTest.Source) -> String
    func columnsTitle() -> String
    func saveColumns() -> String
    /// `Feature 3`, for a model that does not name its features.
    func featureNumber(_ number: Int) -> String
}
