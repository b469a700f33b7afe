package import Reports

/// Words about detectors and models side by side.
package protocol ComparisonPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords
    func detector(_ detector: DetectorComparison.Detector) -> String
    /// Stands behind the name of a detector; empty for models.
    func builtInNote(_ detector: DetectorComparison.Detector) -> String
    func detectorTitle() -> String
    func nowTitle() -> String
    func alarmShareTitle() -> String
    func detectedTitle(_ truth: DetectorComparison.Truth) -> String
    func trueAlarmsTitle() -> String
    /// Stands behind the name of a detector whose threshold is not its own; else empty.
    func limitNote(_ limit: DetectorComparison.Limit) -> String
    /// The legend of the marks: `Alarm begins`.
    func alarmMark() -> String
    func belowThreshold() -> String
    func alarmTitle(
        _ alarm: DetectorComparison.Alarm, _ detector: DetectorComparison.Detector
    ) -> String
    /// The name of the lane of what really happened.
    func truthLane(_ truth: DetectorComparison.Truth) -> String
}
