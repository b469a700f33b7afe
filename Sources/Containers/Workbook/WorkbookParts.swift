/// The parts of a written workbook that do not hold cells.
enum WorkbookParts {
    /// The formats of cells, by their place in `styles`.
    enum Style: Int {
        case plain = 0
        /// Bold.
        case head = 1
        case moment = 2
        /// With milliseconds.
        case fineMoment = 3
        /// Stays text when somebody edits the cell.
        case quoted = 4
        /// In percent, with a decimal.
        case share = 5
        /// In hours and minutes, beyond a day too.
        case duration = 6
    }

    private static let declaration =
        #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// What a worksheet's part begins with.
    static let sheetStart = declaration + #"<worksheet xmlns="\#(main)">"#

    /// `_rels/.rels`, which leads to the book.
    static let root =
        declaration + #"<Relationships xmlns="\#(packages)/relationships">"#
        + #"<Relationship Id="rId1" Type="\#(relations)/officeDocument" "#
        + #"Target="xl/workbook.xml"/></Relationships>"#

    /// `xl/styles.xml`.
    static let styles =
        declaration + #"<styleSheet xmlns="\#(main)"><numFmts count="4">"#
        + #"<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/>"#
        + #"<numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss.000"/>"#
        + #"<numFmt numFmtId="166" formatCode="0.0%"/>"#
        + #"<numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>"#
        + #"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>"#
        + #"<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#
        + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
        + #"<fill><patternFill patternType="gray125"/></fill></fills>"#
        + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
        + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#
        + #"</cellStyleXfs><cellXfs count="7">"# + format(0, font: 0)
        + format(0, font: 1, #" applyFont="1""#)
        + format(164, font: 0, #" applyNumberFormat="1""#)
        + format(165, font: 0, #" applyNumberFormat="1""#)
        + format(0, font: 0, #" quotePrefix="1""#)
        + format(166, font: 0, #" applyNumberFormat="1""#)
        + format(167, font: 0, #" applyNumberFormat="1""#)
        + #"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>"#
        + "</cellStyles></styleSheet>"

    private static func format(_ number: Int, font: Int, _ rest: String = "") -> String {
        #"<xf numFmtId="\#(number)" fontId="\#(font)" fillId="0" borderId="0" xfId="0"\#(rest)/>"#
    }

    /// The path of the part of a sheet, counted from 1.
    static func path(ofSheet number: Int) -> String { "xl/worksheets/sheet\(number).xml" }

    /// `xl/workbook.xml`.
    static func book(_ names: [String]) -> [UInt8] {
        var bytes = Array(
            (declaration + #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)"><sheets>"#).utf8)
        for (place, name) in names.enumerated() {
            bytes += #"<sheet name=""#.utf8
            bytes += SheetText.escaped(name)
            bytes += #"" sheetId="\#(place + 1)" r:id="rId\#(place + 1)"/>"#.utf8
        }
        return bytes + "</sheets></workbook>".utf8
    }

    /// `xl/_rels/workbook.xml.rels`: the parts of so many sheets and of the styles.
    static func bookRelations(sheets: Int) -> String {
        let parts = (1...max(1, sheets)).map { number in
            #"<Relationship Id="rId\#(number)" Type="\#(relations)/worksheet" "#
                + #"Target="worksheets/sheet\#(number).xml"/>"#
        }
        return declaration + #"<Relationships xmlns="\#(packages)/relationships">"#
            + parts.joined() + #"<Relationship Id="rId\#(sheets + 1)" Type="\#(relations)/styles" "#
            + #"Target="styles.xml"/></Relationships>"#
    }

    /// `[Content_Types].xml`.
    static func contentTypes(sheets: Int) -> String {
        let parts = (1...max(1, sheets)).map { number in
            #"<Override PartName="/\#(path(ofSheet: number))" "#
                + #"ContentType="\#(types).worksheet+xml"/>"#
        }
        return declaration + #"<Types xmlns="\#(packages)/content-types">"#
            + #"<Default Extension="rels" "#
            + #"ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + #"<Override PartName="/xl/workbook.xml" ContentType="\#(types).sheet.main+xml"/>"#
            + #"<Override PartName="/xl/styles.xml" ContentType="\#(types).styles+xml"/>"#
            + parts.joined() + "</Types>"
    }
}
