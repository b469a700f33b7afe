import Values

/// The XML of a worksheet while it is written: its head, with the widths of columns, is made once
/// some rows are known.
struct SheetRows {
    private let header: [String]
    private var rows = 0
    private var body: [UInt8] = []
    private var widths: [Int]
    private var isHeadWritten = false
    private var letters: [[UInt8]] = []
    private var columns = 0
    /// Texts of which the end was left out.
    private(set) var longTexts = 0

    /// Rows by which widths are measured.
    private static let measured = 200
    private static let portion = 128 << 10
    private static let widest = 60

    /// - Parameter header: the first row, bold and kept in sight; none where it is empty.
    init(header: [String]) {
        self.header = Array(header.prefix(WorkbookLimits.columns))
        widths = []
        if !header.isEmpty {
            append(header.map(WorkbookCell.text), isHead: true)
        }
    }

    /// Whether a further row would be one too many.
    var isFull: Bool { rows >= WorkbookLimits.rows }

    mutating func append(_ cells: [WorkbookCell], isHead: Bool = false) {
        rows += 1
        let number = Array(String(rows).utf8)
        body += #"<row r=""#.utf8
        body += number
        body += #"">"#.utf8
        for (column, cell) in cells.prefix(WorkbookLimits.columns).enumerated() {
            append(cell, column, number, isHead: isHead)
        }
        body += "</row>".utf8
    }

    /// What can be written now; `isLast` ends the sheet.
    mutating func drain(isLast: Bool) -> [UInt8] {
        guard isLast || (rows > Self.measured && body.count >= Self.portion) else { return [] }
        var bytes: [UInt8] = []
        if !isHeadWritten {
            bytes = head
            isHeadWritten = true
        }
        bytes += body
        body.removeAll(keepingCapacity: true)
        if isLast { bytes += end }
        return bytes
    }

    private var head: [UInt8] {
        var text = WorkbookParts.sheetStart
        if !header.isEmpty {
            text += #"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" "#
            text += #"activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
        }
        if !widths.isEmpty {
            text += "<cols>"
            for (column, width) in widths.enumerated() {
                text += #"<col min="\#(column + 1)" max="\#(column + 1)" width="\#(width + 2)" "#
                text += #"customWidth="1"/>"#
            }
            text += "</cols>"
        }
        return Array((text + "<sheetData>").utf8)
    }

    /// Names and codes that consist of digits are meant as text: no mark says otherwise.
    private var end: [UInt8] {
        let last = String(decoding: columns > 0 ? letters[columns - 1] : [0x41], as: UTF8.self)
        let marks =
            #"<ignoredErrors><ignoredError sqref="A1:\#(last)\#(max(1, rows))" "#
            + #"numberStoredAsText="1"/></ignoredErrors>"#
        return Array(("</sheetData>" + marks + "</worksheet>").utf8)
    }
}

// MARK: - Cells

extension SheetRows {
    private mutating func append(
        _ cell: WorkbookCell, _ column: Int, _ row: [UInt8], isHead: Bool
    ) {
        while letters.count <= column { letters.append(Self.letters(letters.count)) }
        columns = max(columns, column + 1)
        let place = letters[column] + row
        switch cell {
        case .text(let text): append(text: text, at: place, column, isHead: isHead)
        case .number(let value):
            guard value.isFinite else { return }
            append(value: WholeNumber.text(value), .plain, at: place, column)
        case .count(let count):
            guard count.magnitude <= 1 << 53 else {
                return append(text: String(count), at: place, column, isHead: false)
            }
            append(value: String(count), .plain, at: place, column)
        case .share(let share):
            guard share.isFinite else { return }
            append(value: WholeNumber.text(share), .share, at: place, column)
        case .duration(let seconds):
            guard seconds.isFinite else { return }
            append(value: WholeNumber.text(seconds / 86_400), .duration, at: place, column)
        case .moment(let seconds): append(moment: seconds, at: place, column)
        case .flag(let flag):
            append(value: flag ? "1" : "0", .plain, type: "b", at: place, column)
        case .empty: return
        }
    }

    private mutating func append(moment seconds: Double, at place: [UInt8], _ column: Int) {
        guard seconds.isFinite else { return }
        let rounded = (seconds * 1_000).rounded() / 1_000
        let serial = rounded / 86_400 + 25_569
        // Day 60 of the calendar of workbooks never was.
        guard serial >= 61, serial < 2_958_466 else {
            let text = CivilTime(secondsSince1970: seconds).isoText(withTime: true)
            return append(text: text, at: place, column, isHead: false)
        }
        let style: WorkbookParts.Style = rounded == rounded.rounded() ? .moment : .fineMoment
        append(value: "\(serial)", style, at: place, column)
        widen(column, to: style == .moment ? 19 : 23)
    }

    private mutating func append(
        value: String, _ style: WorkbookParts.Style, type: String? = nil, at place: [UInt8],
        _ column: Int
    ) {
        start(place, style, type: type)
        body += "<v>".utf8
        body += value.utf8
        body += "</v></c>".utf8
        if style != .moment, style != .fineMoment { widen(column, to: min(value.utf8.count, 12)) }
    }

    private mutating func append(
        text: String, at place: [UInt8], _ column: Int, isHead: Bool
    ) {
        guard !text.isEmpty else { return }
        let fitting = text.utf16.count > WorkbookLimits.text ? shortened(text) : text
        let isLikeFormula = "=+-@\t\r".unicodeScalars.contains { $0 == text.unicodeScalars.first }
        start(place, isHead ? .head : isLikeFormula ? .quoted : .plain, type: "inlineStr")
        body += #"<is><t xml:space="preserve">"#.utf8
        body += SheetText.escaped(fitting)
        body += "</t></is></c>".utf8
        if rows <= Self.measured { widen(column, to: fitting.prefix(Self.widest).count) }
    }

    private mutating func shortened(_ text: String) -> String {
        longTexts += 1
        return text.prefix(units16: WorkbookLimits.text - 1) + "…"
    }

    private mutating func start(_ place: [UInt8], _ style: WorkbookParts.Style, type: String?) {
        body += #"<c r=""#.utf8
        body += place
        body.append(UInt8(ascii: "\""))
        if style != .plain { body += #" s="\#(style.rawValue)""#.utf8 }
        if let type { body += #" t="\#(type)""#.utf8 }
        body.append(UInt8(ascii: ">"))
    }

    private mutating func widen(_ column: Int, to width: Int) {
        guard rows <= Self.measured else { return }
        while widths.count <= column { widths.append(6) }
        widths[column] = min(max(widths[column], width), Self.widest)
    }

    /// The letters of a column counted from 0: `A` to `Z`, `AA` and so on.
    private static func letters(_ column: Int) -> [UInt8] {
        var rest = column + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.insert(UInt8(truncatingIfNeeded: 0x41 + (rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// Numbers in the notation of XML Schema.
private enum WholeNumber {
    /// The shortest text that reads back as this number; no decimals for whole ones.
    static func text(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}
