package import Values

/// Writes a workbook (ECMA-376, SpreadsheetML; `.xlsx`) to a file, row by row, in memory that does
/// not grow with the rows. The file appears under its name when it is complete.
///
///     let book = try WorkbookWriter(replacing: path)
///     try book.begin("Devices", header: ["device", "since"])
///     try book.append([.text("p1"), .moment(0)])
///     try book.finish()
package final class WorkbookWriter {
    private let zip: ZipWriter
    private var names = SheetNames()
    private var rows: SheetRows?
    private var header: [String] = []
    private var wanted = ""

    /// What did not fit so far; the sheet being written counts once it has ended.
    package private(set) var cuts = WorkbookCuts()

    /// Begins a workbook; throws `.system` where the file cannot be made.
    package init(replacing path: String) throws(ContainerFault) {
        zip = try ZipWriter(replacing: path)
        try part("_rels/.rels", Array(WorkbookParts.root.utf8))
        try part("xl/styles.xml", Array(WorkbookParts.styles.utf8))
    }

    /// Begins a sheet and ends the one before.
    ///
    /// - Parameters:
    ///   - name: made one that a sheet can have, different from the others.
    ///   - header: the first row, bold and kept in sight; none where it is empty.
    package func begin(_ name: String, header: [String]) throws(ContainerFault) {
        try endSheet()
        (self.header, wanted) = (header, name)
        let title = names.add(name)
        if header.count > WorkbookLimits.columns { cuts.wideSheets[title] = header.count }
        rows = SheetRows(header: header)
        try zip.begin(WorkbookParts.path(ofSheet: names.taken.count))
    }

    /// Adds a row to the sheet begun last; a full sheet goes on in another one with the same
    /// header.
    package func append(_ cells: [WorkbookCell]) throws(ContainerFault) {
        if rows?.isFull == true { try begin(wanted, header: header) }
        rows?.append(cells)
        if let bytes = rows?.drain(isLast: false) { try zip.write(bytes) }
    }

    /// Ends the sheet begun last, so that `cuts` tells of it too.
    package func endSheet() throws(ContainerFault) {
        guard let bytes = rows?.drain(isLast: true) else { return }
        try zip.write(bytes)
        cuts.longTexts += rows?.longTexts ?? 0
        rows = nil
    }

    /// Completes the file, with an empty sheet where none was begun.
    package func finish() throws(ContainerFault) {
        if names.taken.isEmpty { try begin("Sheet", header: []) }
        try endSheet()
        let count = names.taken.count
        try part("xl/workbook.xml", WorkbookParts.book(names.taken))
        try part(
            "xl/_rels/workbook.xml.rels", Array(WorkbookParts.bookRelations(sheets: count).utf8))
        try part("[Content_Types].xml", Array(WorkbookParts.contentTypes(sheets: count).utf8))
        try zip.finish()
    }

    private func part(_ path: String, _ bytes: [UInt8]) throws(ContainerFault) {
        try zip.begin(path)
        try zip.write(bytes)
    }
}
