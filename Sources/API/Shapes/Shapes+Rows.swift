import Reports
import Values
import Wording

extension Shapes {
    /// Raw rows of a file.
    static let rows: Shape<RowsReport> = .object(
        "Rows", "Raw rows of one file, as written.",
        [
            .text("file", "The file.") { $0.page.file },
            .field("files", "Files that can be asked for.", Shape<String>.text.list) {
                $0.page.files
            },
            .field("header", "Names of the columns.", Shape<String>.text.list) {
                $0.page.header
            },
            .list("rows", "The rows.", rawRow) { $0.page.rows },
            .count("total", "Rows that match, as far as they were counted.") { $0.page.total },
            .count("offset", "Matching rows before these.") { $0.offset },
            .optionalText("next", "The cursor of the next part; null at the end.") {
                let end = $0.offset + $0.page.rows.count
                return end < $0.page.total ? Cursor(end).text : nil
            },
        ])

    private static let rawRow: Shape<RowPage.RawRow> = .object(
        "RawRow", "A row as the file has it.",
        [
            .count("line", "The line in the file, from 1.") { $0.line },
            .field("cells", "Its cells, in the order of the header.", Shape<String>.text.list) {
                $0.cells
            },
        ])

    /// What a person wrote down about a device.
    static let deviceNote: Shape<DeviceNote> = .object(
        "Note", "What a person wrote down about a device at a time.",
        [
            .text("id", "Unique among the notes of the set.") { $0.id },
            .text("device", "The device.") { $0.device },
            .moment("time", "The time that it is about.") { $0.time },
            .field("kind", "What the note is.", .choice) { $0.kind },
            .text("text", "May be empty where the kind says enough.") { $0.text },
        ])
}
