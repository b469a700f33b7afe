import Reports
import Values

extension EnglishPhrases {
    func versionsTitle(_ versions: ModelVersions) -> String {
        guard let current = versions.current else { return "Training settings" }
        let pinned = versions.pinned == nil ? "" : " (pinned)"
        return
            "Model version \(format.count(current))\(pinned) and training settings"
    }

    func horizonReason(_ horizon: Double, lead: LeadTime?, isChosen: Bool) -> Sentence {
        let length = format.length(horizon)
        guard !isChosen else {
            return "The horizon of \(length) was set by hand."
        }
        guard let lead else {
            return
                "No signs were found before failures, so the horizon is the default for readings as frequent as these: \(length)."
        }
        let code = lead.code.map { " (\($0))" } ?? ""
        return
            "The horizon is \(length), the time before failures\(code) at which \(source(lead.source)) starts to differ from other days of the same device. This was found in \(format.counted(lead.failures, "failure", "failures")) before the test period."
    }

    func horizonByData() -> String { "automatic" }

    func since(_ since: CalibrationSince) -> Sentence {
        let expected = format.figure((since.expected * 10).rounded() / 10)
        return
            "Since training (\(format.counted(since.horizons, "horizon", "horizons"))) the model expected \(expected) failing devices; \(format.count(since.observed)) failed."
    }

    func versionColumns(isFailure: Bool) -> VersionColumns {
        VersionColumns(
            version: "Version", learned: "Trained", rows: "Rows", horizon: "Horizon",
            score: isFailure ? "Average precision, held out" : "RMSE, held out",
            rule: "Simple rule", cause: "Reason")
    }

    func versionCause(_ cause: ModelVersions.Cause) -> String {
        switch cause {
        case .first: "first version"
        case .grown: "more or changed data"
        case .drifted: "failures rarer or more frequent than predicted"
        case .asked: "requested by hand"
        }
    }

    func versionState(isPinned: Bool) -> String { isPinned ? "in use, pinned" : "in use" }

    func versionAction(_ action: PredictorForm, isCurrent: Bool) -> String {
        switch action {
        case .horizon: "Train with this horizon"
        case .use: isCurrent ? "Pin" : "Use this version"
        case .newest: "Use the newest version"
        case .off: "Switch off for this data set"
        case .on: "Switch on"
        }
    }
}
