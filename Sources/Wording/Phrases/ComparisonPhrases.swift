package import Reports

/// Words about detectors and models side by side.
package protocol ComparisonPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords
    func detector(_ detector: DetectorComparison.Detector) -> String
    /// Behind the name of one that is no model; else nothing.
    func builtInNote(_ detector: DetectorComparison.Detector) -> String
    func detectorTitle() -> String
    func nowTitle() -> String
    func alarmShareTitle() -> String
    func detectedTitle(_ truth: DetectorComparison.Truth) -> String
    func trueAlarmsTitle() -> String
    /// Behind the name of one whose threshold is not its own; else nothing.
    func limitNote(_ limit: DetectorComparison.Limit) -> String
    func alarmMark() -> String
    func belowThreshold() -> String
    func alarmTitle(
        _ alarm: DetectorComparison.Alarm, _ detector: DetectorComparison.Detector
    ) -> String
    /// The lane of what really happened.
    func truthLane(_ truth: DetectorComparison.Truth) -> String
}
