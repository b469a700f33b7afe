package import Reports
import Values

/// Words about the models learned of a set one after the other.
package protocol VersionPhrases {
    /// The summary of the choice: `Version 3 of the model · horizon, earlier versions, off`.
    func versionsTitle(_ versions: ModelVersions) -> String
    /// Where a horizon, in the axis' unit, comes from: somebody, the signs before failures, or how
    /// often there are readings.
    func horizonReason(_ horizon: Double, lead: LeadTime?, isChosen: Bool) -> Sentence
    /// The option that leaves the horizon to the data.
    func horizonByData() -> String
    /// How the model in use has done since it was learned.
    func since(_ since: CalibrationSince) -> Sentence
    func versionColumns(isFailure: Bool) -> VersionColumns
    func versionCause(_ cause: ModelVersions.Cause) -> String
    /// Marks the version in use.
    func versionState(isPinned: Bool) -> String
    /// The text of a button.
    func versionAction(_ action: PredictorForm, isCurrent: Bool) -> String
}

/// The heads of the table of versions.
package struct VersionColumns {
    package var version: String
    package var learned: String
    package var rows: String
    package var horizon: String
    package var score: String
    package var rule: String
    package var cause: String
}

extension VersionPhrases {
    /// Where the horizon of the version in use comes from; nil before anything was learned.
    package func horizonReason(_ versions: ModelVersions) -> Sentence? {
        versions.versions.first { $0.number == versions.current }?.horizon.map {
            horizonReason($0, lead: versions.leadTime, isChosen: versions.horizon != nil)
        }
    }

    package func versionAction(_ action: PredictorForm) -> String {
        versionAction(action, isCurrent: false)
    }
}
