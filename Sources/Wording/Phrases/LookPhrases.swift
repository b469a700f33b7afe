package import Reports
package import Values

/// Words about files that wait to be taken in.
package protocol LookPhrases {
    /// How many files wait, and whether they can be taken in.
    func lookAnswer(_ look: LookReport) -> Sentence
    /// Where they would go, and until when they wait.
    func lookPlan(_ look: LookReport) -> CardWords
    /// The name of a file, with its size and shape.
    func look(_ file: LookReport.File) -> CardWords
    /// `36 rows, none refused`; for a part of the file, also how large the part is.
    func lookRows(_ sample: LookReport.Sample) -> String
    /// The first and the last time with the zone; for a part of the file it says so. `nil` says
    /// that there are no times.
    func lookSpan(_ range: ClosedRange<Double>?, isWhole: Bool) -> String
    /// `3 devices`; for a part of the file, also in how many rows.
    func lookDevices(_ sample: LookReport.Sample, _ origin: DeviceOrigin) -> String
    /// What the cells of a column hold: `number`, `time: YYYY-MM-DD`.
    func cellType(_ type: ColumnType) -> String
    /// What is not shown, where a file has so many columns.
    func columnsLeftOut(_ count: Int) -> String
}
