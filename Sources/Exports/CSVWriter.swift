/// Writes a table as CSV (RFC 4180, but for the delimiter) in UTF-8 with CRLF line ends.
///
/// Text that a spreadsheet would run as a formula (starting with `=`, `+`, `-`, `@`, tab or
/// carriage return) gets an apostrophe in front; texts that are numbers stay as they are.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether such texts get the apostrophe; files for other programs go without.
    var guardsFormulas = true
    var form = CSVForm.commas

    mutating func row(_ cells: [TableCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(form.delimiter) }
            switch cell {
            case .text(let text): append(guarded(text))
            case .written(let text): append(form.written(guarded(text)))
            case .number(let value), .share(let value), .length(let value):
                bytes += Array(form.number(value).utf8)
            case .moment(let time): bytes += Array(form.moment(time).utf8)
            case .count(let value): bytes += Array(String(value).utf8)
            case .flag(let value): bytes.append(value ? 0x31 : 0x30)
            case .empty: break
            }
        }
        bytes += [13, 10]
    }

    /// Returns what was written since the last call, and forgets it.
    mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private func guarded(_ text: String) -> String {
        guardsFormulas && Self.isFormula(text) ? "'" + text : text
    }

    private mutating func append(_ text: String) {
        guard text.utf8.contains(where: { [0x22, form.delimiter, 0x0A, 0x0D].contains($0) }) else {
            bytes += Array(text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first, Double(text) == nil else { return false }
        return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    }
}
