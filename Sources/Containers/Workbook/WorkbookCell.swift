/// A cell of a workbook that is written; text is never a formula.
package enum WorkbookCell: Sendable, Hashable {
    case text(String)
    /// With all its digits; an empty cell where it is not finite.
    case number(Double)
    /// Text beyond 2^53, since workbooks hold doubles.
    case count(Int)
    /// A part of a whole, 0 to 1, shown in percent.
    case share(Double)
    /// A date and time of day, in seconds since 1970-01-01 00:00 on the wall clock; text where
    /// workbooks know no such date (before March 1900, from the year 10,000 on).
    case moment(Double)
    /// A length of time in seconds, shown in hours and minutes.
    case duration(Double)
    case flag(Bool)
    case empty
}

/// The limits of a worksheet, as spreadsheet programs state them.
package enum WorkbookLimits {
    /// Rows of a sheet, its head included.
    package static let rows = 1_048_576
    package static let columns = 16_384
    /// UTF-16 units of the text of a cell.
    package static let text = 32_767
}

/// What did not fit into a workbook.
package struct WorkbookCuts: Sendable, Hashable {
    /// Sheets of which columns were left out, with the number of columns of their table.
    package var wideSheets: [String: Int] = [:]
    /// Cells of which the end of the text was left out.
    package var longTexts = 0

    /// Nothing was left out.
    package init() {}

    package var isEmpty: Bool { wideSheets.isEmpty && longTexts == 0 }
}
