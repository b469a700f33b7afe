package import Reports
package import Values

/// Words of Import.
package protocol ImportPhrases {
    /// What people should know about the set and its files, each only once.
    func notes(_ report: ImportReport) -> [Sentence]
    func importAnswer(_ report: ImportReport) -> Sentence
    func load(_ report: ImportReport, _ context: ReportContext?) -> CardWords
    func loadStatus(_ report: ImportReport) -> String
    /// The first and the last time of a file; `nil` says that there are none.
    func covers(_ range: ClosedRange<Double>?) -> String
    func roles(_ file: FileReport) -> CardWords
    func roleOf(_ column: String) -> String
    func unitOf(_ column: String) -> String
    /// The name of a column, also of one that has none.
    func columnName(_ name: String) -> String
    /// The card on how a file is written: its dialect.
    func written(_ file: FileReport) -> CardWords
    func headerFact(_ dialect: CSVDialect) -> String
    func quoteFact(_ dialect: CSVDialect) -> String
    /// What the guess of a part of the dialect rests on.
    func reasonFact(_ dialect: CSVDialect, of kind: DialectFact) -> String
    func dayOrder(_ dayFirst: Bool) -> String
    func preview(_ file: FileReport) -> CardWords
    /// The card of `notes`.
    func worth(_ report: ImportReport) -> CardWords
    func quality(_ file: FileReport) -> CardWords
    func grade(_ signal: SignalQuality) -> (status: Status, words: String)
    func issues(_ file: FileReport) -> CardWords
    func thisSet(_ report: ImportReport, _ context: ReportContext?) -> CardWords
    /// The head of the row that sums up a table.
    func sum() -> String
    func cells() -> String
    /// The text of a button: `Correct it`.
    func correct() -> String
    func yes() -> String
    func no() -> String
    /// The head of the column that says what an issue left out.
    func leftOut() -> String
    func leftOut(_ wholeRow: Bool) -> String
    func deleteAnswer(_ set: String) -> Sentence
    /// The same where only the connection to a database goes.
    func disconnectAnswer(_ set: String) -> Sentence
}

/// A part of a dialect whose reasons are told.
package enum DialectFact { case encoding, delimiter }

/// Words of Rows.
package protocol RowsPhrases {
    func rowsAnswer(_ report: RowsReport) -> Sentence
    func rows(_ report: RowsReport) -> CardWords
}
