import Reports

/// Words about detectors and models side by side.
protocol ComparisonPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords
    func watcher(_ watcher: DetectorComparison.Watcher) -> String
    /// Behind the name of one that is no model; else nothing.
    func builtInNote(_ watcher: DetectorComparison.Watcher) -> String
    func watcherTitle() -> String
    func nowTitle() -> String
    func alarmShareTitle() -> String
    func verdictToldTitle(_ truth: DetectorComparison.Truth) -> String
    func verdictRightTitle() -> String
    /// Behind the name of one whose threshold is not its own; else nothing.
    func limitNote(_ limit: DetectorComparison.Limit) -> String
    func alarmMark() -> String
    func belowThreshold() -> String
    func alarmTitle(
        _ alarm: DetectorComparison.Alarm, _ watcher: DetectorComparison.Watcher
    ) -> String
    /// The lane of what really happened.
    func truthLane(_ truth: DetectorComparison.Truth) -> String
}
