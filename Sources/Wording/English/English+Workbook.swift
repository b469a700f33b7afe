extension EnglishPhrases {
    func columnsLeftOut(sheet: String, shown: Int, of total: Int) -> String {
        "Sheet “\(sheet)” contains the first \(format.count(shown)) of \(format.counted(total, "column", "columns")): spreadsheets have no more. The CSV file contains all of them."
    }

    func textsShortened(_ count: Int, limit: Int) -> String {
        let verb = count == 1 ? "is" : "are"
        return
            "\(format.counted(count, "text", "texts")) longer than \(format.count(limit)) characters \(verb) shortened, marked by “…”: spreadsheet cells hold no more."
    }
}
