package import Reports
package import Values

/// Words about files that wait to be taken in.
package protocol LookPhrases {
    /// How many files wait, and whether they can be taken in.
    func lookAnswer(_ look: LookReport) -> Sentence
    /// Where they would go, and until when they wait.
    func lookPlan(_ look: LookReport) -> CardWords
    /// What a file is.
    func look(_ file: LookReport.File) -> CardWords
    /// `36 rows, none refused`; of a part of the file how large that is.
    func lookRows(_ sample: LookReport.Sample) -> String
    /// First and last time with the zone; of a part of the file saying so. `nil`: there is no time.
    func lookSpan(_ range: ClosedRange<Double>?, isWhole: Bool) -> String
    /// `3 devices`; of a part of the file in how many rows.
    func lookDevices(_ sample: LookReport.Sample, _ origin: DeviceOrigin) -> String
    /// What the cells of a column hold: `number`, `time: YYYY-MM-DD`.
    func cellType(_ type: ColumnType) -> String
    /// What is not shown of so many columns.
    func columnsLeftOut(_ count: Int) -> String
}
