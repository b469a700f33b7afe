import Reports
import Values
import Wording

extension Shapes {
    /// How the files of a set were read.
    static let imports: Shape<ImportReport> = .object(
        "Import", "What was read, what was refused, and how each column was understood.",
        [
            .count("rowsRead", "Rows read, over all files.") { $0.rowsRead },
            .count("rowsKept", "Rows kept.") { $0.rowsKept },
            .count("cellsRefused", "Cells refused.") { $0.cellsRefused },
            .number("seconds", "How long loading took.") { $0.load.seconds },
            .list("notes", "What concerns the set as a whole.", note) { $0.load.notes },
            .list("files", "One for each file, in the order of reading.", file) {
                $0.load.files
            },
        ])

    private static let note = Shape<DatasetNote>(.text()) { note, json, context in
        json.text(context.phrases.datasetNote(note).plain)
    }

    /// How one file was read.
    static let file: Shape<FileReport> = .object(
        "File", "The result of reading one file.",
        [
            .text("name", "The file's path within the data set.") { $0.name },
            .count("bytes", "Its size.") { $0.bytes },
            .text("hash", "XXH64 of its content in hexadecimal digits.") {
                String($0.contentHash, radix: 16)
            },
            .count("rowsRead", "Rows of data in the file.") { $0.rowsRead },
            .count("rowsKept", "Rows that were used.") { $0.rowsKept },
            .count("cellsRefused", "Cells left out of rows that were kept.") {
                $0.cellsRefused
            },
            .count("issueCount", "Cells and rows that could not be used.") { $0.issueCount },
            .count("duplicateRows", "Rows that repeat the one before.") { $0.duplicateRows },
            .count("outOfOrderRows", "Rows earlier than the one before.") {
                $0.outOfOrderRows
            },
            .optional("covers", "First and last time; null without times.", span) {
                $0.timeRange
            },
            .field("schema", "How it is read, and why.", schema) { $0.schema },
            .list("signals", "One for each column of readings.", quality) { $0.signals },
        ])

    /// How a file is read.
    static let schema: Shape<FileSchema> = .object(
        "FileSchema", "How a file is read: its dialect and its columns, with reasons.",
        [
            .field("shape", "What the rows are.", .choice) { $0.shape },
            .field("eventKind", "The kind of the file's events.", .choice) { $0.eventKind },
            .text("encoding", "The encoding of the file's bytes.") {
                "\($0.dialect.encoding)"
            },
            .text("delimiter", "What separates cells.") {
                String(UnicodeScalar($0.dialect.delimiter))
            },
            .list("columns", "All columns, in the order of the file.", column) { $0.columns },
            .field("reasons", "Why the file is split like this.", dialectReason.list) {
                $0.dialect.reasons
            },
            .list("notes", "What a reader should know beside.", schemaNote) { $0.notes },
            .field("questions", "What the data leave open.", question.list) { schema in
                schema.questions.map { ($0, schema) }
            },
        ])

    private static let column: Shape<ColumnSchema> = .object(
        "Column", "One column: its role, and why.",
        [
            .text("name", "The name from the header, unique within the file.") { $0.name },
            .count("index", "Its place in the row, from 0.") { $0.index },
            .field("role", "What the column is used for.", .choice) { $0.role },
            .optionalText("unit", "The unit; null where none is named.") { $0.unit },
            .sentence("reason", "Why this role was chosen.") {
                $1.phrases.roleReason($0.reason)
            },
            .number("confidence", "From 0, a guess, to 1, certain.") { $0.confidence },
            .number("fit", "Share of the sample's filled cells that fit the type.") { $0.fit },
            .field("examples", "The first few distinct values.", Shape<String>.text.list) {
                $0.examples
            },
            .flag("counter", "Whether its rise per hour is the reading.") { $0.isCounter },
        ])

    private static let dialectReason = Shape<DialectReason>(.text()) { reason, json, context in
        json.text(context.phrases.dialectReason(reason))
    }

    private static let schemaNote = Shape<SchemaNote>(.text()) { note, json, context in
        json.text(context.phrases.schemaNote(note).plain)
    }

    private static let question = Shape<(SchemaQuestion, FileSchema)>(
        .text()
    ) { question, json, context in
        json.text(context.phrases.question(question.0, in: question.1).plain)
    }

    private static let quality: Shape<SignalQuality> = .object(
        "SignalQuality", "The quality of one signal in one file.",
        [
            .text("name", "The column's or the signal's name.") { $0.name },
            .optionalText("unit", "Its unit.") { $0.unit },
            .count("count", "Cells with a usable number.") { $0.count },
            .count("missing", "Cells that are empty or mark a missing value.") { $0.missing },
            .count("refused", "Cells with something other than a number.") { $0.refused },
            .number("minimum", "The smallest value.") { $0.minimum },
            .number("maximum", "The largest value.") { $0.maximum },
            .number("mean", "Mean of the values.") { $0.mean },
            .flag("constant", "Whether all values are equal.") { $0.isConstant },
        ])

    /// One cell or row that could not be used.
    static let issue: Shape<(file: String, issue: RowIssue)> = .object(
        "Issue", "A cell or a row that could not be used.",
        [
            .text("file", "The file.") { $0.file },
            .count("line", "The line in the file, from 1.") { $0.issue.line },
            .optionalText("column", "The column; null for a whole row.") { $0.issue.column },
            .text("value", "The value as written, at most 200 characters.") { $0.issue.value },
            .sentence("sentence", "Why it could not be used.") {
                $1.phrases.issue($0.issue.reason, value: $0.issue.value)
            },
            .flag("refusesRow", "Whether the whole row was left out.") { $0.issue.refusesRow },
        ])
}
