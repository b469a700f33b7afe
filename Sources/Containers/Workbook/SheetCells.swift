import Values

/// What the cells of all sheets refer to.
struct WorkbookContext {
    var strings: [[UInt8]]
    /// The kind of date that each cell format shows, by index; `nil` where none.
    var formats: [DateFormatKind?]
    var dates: SerialDate
}

/// The rows of a sheet as CSV with commas.
struct SheetTable {
    /// All rows, one after the other, without line ends.
    private(set) var bytes: [UInt8] = []
    /// Where each row ends in `bytes`, and how many cells it has.
    private(set) var rows: [(end: Int, cells: Int)] = []
    /// Rows with at least two cells that are not empty.
    private(set) var fullRows = 0

    private var filled = 0
    private var cells = 0

    /// A header and a row, both of at least two cells: less is no table.
    var isTable: Bool { fullRows >= 2 }

    /// Appends a cell to the current row; `column` counts from 0, cells left out before it are
    /// empty.
    mutating func append(_ cell: [UInt8], column: Int) {
        while cells <= column {
            if cells > 0 { bytes.append(0x2C) }
            cells += 1
        }
        guard !cell.isEmpty else { return }
        filled += 1
        let isSpecial = cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard isSpecial || cell.first == 0x20 || cell.last == 0x20 else {
            bytes += cell
            return
        }
        bytes.append(0x22)
        for byte in cell {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    mutating func endRow() {
        rows.append((bytes.count, cells))
        if filled >= 2 { fullRows += 1 }
        (filled, cells) = (0, 0)
    }

    /// Writes the rows, each filled up to the cells of the widest, in pieces of about 256 KiB.
    func write(to take: (ArraySlice<UInt8>) throws(ContainerFault) -> Void) throws(ContainerFault) {
        let width = rows.reduce(0) { max($0, $1.cells) }
        var (start, buffer) = (0, [UInt8]())
        for row in rows {
            buffer += bytes[start..<row.end]
            // A row without cells stays an empty line.
            if row.cells > 0 { buffer += [UInt8](repeating: 0x2C, count: width - row.cells) }
            buffer.append(0x0A)
            start = row.end
            if buffer.count > 1 << 18 {
                try take(buffer[...])
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try take(buffer[...])
    }
}

/// Reads the cells of one sheet (ECMA-376, part 1, 18.3.1).
struct SheetReader {
    private let context: WorkbookContext
    private var xml: XMLPull
    private var table = SheetTable()
    private var nextRow = 1
    private var nextColumn = 0
    private var cell = Cell()

    /// At most so many empty rows between two others are kept; a longer gap is left out.
    private static let gapLimit = 100_000

    private struct Cell {
        var type = "n"
        var style = 0
        var column = 0
        var value: [UInt8] = []
        var inline: [UInt8] = []
    }

    init(_ bytes: [UInt8], _ context: WorkbookContext) {
        self.context = context
        xml = XMLPull(bytes)
    }

    mutating func read() throws(ContainerFault) -> SheetTable {
        var path: [String] = []
        while true {
            switch try xml.next() {
            case .start(let name, let isEmpty):
                try begin(name)
                if isEmpty { end(name) } else { path.append(name) }
                guard path.count <= 64 else { throw .damaged(entry: nil) }
            case .end(let name):
                guard path.popLast() == name else { throw .damaged(entry: nil) }
                end(name)
            case .text:
                if path.last == "v" { cell.value += xml.text }
                // Phonetic readings of Japanese text are in `rPh` and are no part of it.
                if path.last == "t", path.contains("is"), !path.contains("rPh") {
                    cell.inline += xml.text
                }
            case .finished:
                guard path.isEmpty else { throw .damaged(entry: nil) }
                return table
            }
        }
    }

    private mutating func begin(_ name: String) throws(ContainerFault) {
        switch name {
        case "row":
            let number = xml.attribute("r").flatMap { Int($0) } ?? nextRow
            guard number >= nextRow, number <= 1_048_576 else { throw .damaged(entry: nil) }
            if number - nextRow <= Self.gapLimit, nextRow > 1 || !table.rows.isEmpty {
                for _ in nextRow..<number { table.endRow() }
            }
            (nextRow, nextColumn) = (number + 1, 0)
        case "c":
            cell = Cell()
            cell.type = xml.attribute("t") ?? "n"
            cell.style = xml.attribute("s").flatMap { Int($0) } ?? 0
            cell.column = xml.attribute("r").flatMap(Self.column) ?? nextColumn
            guard cell.column >= nextColumn, cell.column < 16_384 else {
                throw .damaged(entry: nil)
            }
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "c":
            table.append(text(), column: cell.column)
            nextColumn = cell.column + 1
        case "row": table.endRow()
        default: break
        }
    }

    /// The column of a reference such as `AB12`, from 0; `nil` without letters or beyond the last
    /// one.
    private static func column(_ reference: String) -> Int? {
        var number = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            number = number * 26 + Int(byte) - 0x40
            guard number <= 16_384 else { return nil }
        }
        return number > 0 ? number - 1 : nil
    }

    /// The cell's value as the table shows it; empty where a shared string is missing.
    private func text() -> [UInt8] {
        switch cell.type {
        case "s":
            let number = Int(String(decoding: cell.value, as: UTF8.self)) ?? -1
            return context.strings.indices.contains(number) ? context.strings[number] : []
        case "inlineStr": return SharedStrings.unescaped(cell.inline)
        case "b": return Array((cell.value.first == 0x31 ? "TRUE" : "FALSE").utf8)
        case "str": return SharedStrings.unescaped(cell.value)
        case "e": return cell.value
        case "d": return cell.value
        default: return number()
        }
    }

    private func number() -> [UInt8] {
        guard !cell.value.isEmpty else { return cell.inline }
        let written = String(decoding: cell.value, as: UTF8.self)
        guard let value = Double(written) else { return cell.value }
        if context.formats.indices.contains(cell.style), let kind = context.formats[cell.style],
            let date = context.dates.text(value, kind)
        {
            return Array(date.utf8)
        }
        return Array(CellNumber.text(value, written: written).utf8)
    }
}
