/// Words about what did not fit into a workbook.
package protocol WorkbookPhrases {
    /// A sheet ends before the last columns of its table.
    func columnsLeftOut(sheet: String, shown: Int, of total: Int) -> String
    /// So many cells hold only the beginning of their text, `limit` characters of it.
    func textsShortened(_ count: Int, limit: Int) -> String
}
