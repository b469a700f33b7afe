package import Reports

/// Words about devices or periods set side by side.
package protocol ComparePhrases {
    /// What differs most, or that nothing does; why there is nothing to compare.
    func compareAnswer(_ report: ComparisonReport) -> Sentence
    func compareLines(_ report: ComparisonReport, shown: Int) -> CardWords
    func compareReadings(_ report: ComparisonReport) -> CardWords
    func compareEvents(_ report: ComparisonReport) -> CardWords
    func compareChanges(_ report: ComparisonReport) -> CardWords
    /// A device, a period, or the group by its attribute.
    func sideName(_ report: ComparisonReport, _ side: Int) -> String
    /// Below the axis of what time is counted from: `days since the last repair`.
    func offsetTitle(_ report: ComparisonReport, _ unit: Length.Unit) -> String
    /// `× 4.5`; in words where there was nothing on the other side.
    func ratio(_ ratio: ComparisonReport.Ratio?, _ report: ComparisonReport) -> String
    func limits(_ ratio: ComparisonReport.Ratio?) -> String
    func againstOption(_ against: ComparisonQuestion.Against) -> String
    func alignmentOption(_ alignment: ComparisonQuestion.Alignment) -> String
    /// An attribute of which a device's value makes its group; nil for all devices.
    func groupOption(_ attribute: String?) -> String
}
