import Reports
import Values

extension EnglishPhrases {
    func versionsTitle(_ versions: ModelVersions) -> String {
        guard let current = versions.current else { return "Settings of learning" }
        let pinned = versions.pinned == nil ? "" : " (kept in use)"
        return
            "Model version \(format.count(current))\(pinned) and its settings"
    }

    func horizonReason(_ versions: ModelVersions) -> Sentence? {
        guard let version = versions.versions.first(where: { $0.number == versions.current }),
            let horizon = version.horizon
        else { return nil }
        let length = format.length(horizon)
        guard versions.horizon == nil else {
            return "The horizon of \(length) was chosen by hand."
        }
        guard let lead = versions.leadTime else {
            return
                "Nothing stands out before failures, so the horizon of \(length) is a usual one for readings as frequent as these."
        }
        let code = lead.code.map { " (\($0))" } ?? ""
        return
            "The horizon is \(length): so long before failures\(code) \(source(lead.source)) begins to differ from other days of the same device, as \(format.counted(lead.failures, "failure", "failures")) of the time before the test show."
    }

    func horizonByData() -> String { "automatic" }

    func since(_ since: CalibrationSince) -> Sentence {
        let expected = format.figure((since.expected * 10).rounded() / 10)
        return
            "Since the model was learned (\(format.counted(since.horizons, "horizon", "horizons"))) it expected \(expected) failing devices; \(format.count(since.observed)) failed."
    }

    func versionColumns(isFailure: Bool) -> VersionColumns {
        VersionColumns(
            version: "Version", learned: "Learned", rows: "Rows", horizon: "Horizon",
            score: isFailure ? "Average precision, held out" : "Error, held out",
            rule: "Plain rule", cause: "Why")
    }

    func versionCause(_ cause: ModelVersions.Cause) -> String {
        switch cause {
        case .first: "the first one"
        case .grown: "more or other data"
        case .drifted: "failures came rarer or more often than said"
        case .asked: "another horizon was asked for"
        }
    }

    func versionState(isPinned: Bool) -> String { isPinned ? "in use, kept" : "in use" }

    func versionAction(_ action: PredictorForm, isCurrent: Bool) -> String {
        switch action {
        case .horizon: "Learn with this horizon"
        case .use: isCurrent ? "Keep in use" : "Go back to this one"
        case .newest: "Use the newest again"
        case .off: "Switch off for this set"
        case .on: "Switch on"
        }
    }
}
