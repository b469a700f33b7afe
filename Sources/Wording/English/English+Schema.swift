import Values

extension EnglishPhrases {
    func role(_ role: ColumnRole) -> String {
        switch role {
        case .time: "time"
        case .device: "device"
        case .metric: "metric"
        case .signal: "name of the metric"
        case .code: "code"
        case .severity: "severity"
        case .label: "label"
        case .attribute: "attribute"
        case .ignore: "ignore"
        }
    }

    func roleReason(_ reason: RoleReason) -> String {
        switch reason {
        case .timestamps(let pattern, let share):
            "\(timePattern(pattern)) in \(format.percent(share)) of the cells"
        case .timePart: "a part of the time, joined with the others"
        case .eventDetail: "how long the event took or what it cost, no reading of the device"
        case .intervalEnd: "when what the row tells of ended"
        case .cycle: "counts up and starts anew for each device: a cycle"
        case .namedDevice(let distinct):
            "the name says so; \(format.counted(distinct, "value", "values"))"
        case .repeatedIdentifiers(let distinct, let rows):
            "\(format.counted(distinct, "value", "values")) that come back in \(format.counted(rows, "row", "rows"))"
        case .devicePart: "names the device together with other columns"
        case .repeatsColumn(let column): "a second name of \(column)"
        case .numbers(let share): "numbers that vary, in \(format.percent(share)) of the cells"
        case .categories(let distinct):
            "\(format.counted(distinct, "different value that comes", "different values that come")) back"
        case .signalNames(let distinct):
            "names what the value beside it measures; \(format.counted(distinct, "name", "names"))"
        case .severityWords(let distinct):
            "words of severity, \(format.counted(distinct, "different one", "different ones"))"
        case .labelFlags: "marks rows (0 or 1), and its name speaks of a fault or label"
        case .eventFlags: "marks rows (0 or 1): each mark is an event with the column’s name"
        case .rowNumber: "counts up with the rows: a row number"
        case .constant: "the same value in every row"
        case .followsTime: "follows from the time column"
        case .freeText(let distinct):
            "free text, \(format.counted(distinct, "different value", "different values"))"
        case .empty: "no cell is filled"
        case .integerCategory(let distinct):
            "whole numbers with \(format.counted(distinct, "value", "values")) only: a category, no measurement"
        case .constantPerDevice: "one value for each device"
        case .quality(let bad):
            "says which rows to trust; the values beside \(format.counted(bad, "of its texts count", "of its texts count")) as missing"
        case .besideSignals: "belongs to the moment, not to each of the readings"
        case .otherTime: "a second time beside the one that is used"
        case .corrected: "set by hand"
        }
    }

    func dialectReason(_ reason: DialectReason) -> String {
        switch reason {
        case .byteOrderMark: "the file starts with a byte order mark"
        case .plainASCII: "plain ASCII"
        case .validUTF8: "valid UTF-8 throughout"
        case .codePage(let invalid):
            "\(format.counted(invalid, "byte is", "bytes are")) no UTF-8; chosen by the letters"
        case .encodingInDoubt(let other):
            "\(other.title) would give words nearly as well"
        case .delimiter(let byte, let fields, let lines, let share):
            "\(delimiter(byte)): \(format.counted(fields, "field", "fields")) in \(format.percent(share)) of \(format.counted(lines, "line", "lines"))"
        case .separatorLine: "a line “sep=” names it"
        case .singleColumn: "one column only"
        case .header(let names): format.counted(names, "name", "names")
        case .noHeader: "none: the first line looks like the rows below"
        case .skippedLines(let count):
            "\(format.counted(count, "line", "lines")) before it passed over"
        case .commentLines(let count, let mark):
            "\(format.counted(count, "comment line", "comment lines")) with “\(character(mark))”"
        case .unitsRow: "the line below names the units"
        case .escapedQuotes(let byte): "quotes inside are escaped with “\(character(byte))”"
        }
    }

    private func character(_ byte: UInt8) -> String { String(Character(Unicode.Scalar(byte))) }

    func schemaNote(_ note: SchemaNote) -> Sentence {
        switch note {
        case .fileIsDevice: "\(strong: "No column names a device"), so the file stands for one."
        case .counter(let column, let rate):
            "\(strong: "\(column) is a counter"): shown is how much it rises in an hour, in \(rate). To see its level, set its role to “metric”."
        case .noTime: "\(strong: "No column is a time"): rows are counted in their order."
        case .signalsInRows(let column, let count):
            "\(strong: "Each row names its metric") in “\(column)”: \(format.counted(count, "metric", "metrics")). The values were sorted by it."
        case .cycleTime: "\(strong: "Time is a counter"), such as a cycle or a step, not a date."
        case .naiveTimes:
            "\(strong: "No time zone is named.") Times are shown as written and called local."
        case .ambiguousDayMonth(let column, let dayFirst):
            "\(strong: "Day and month of “\(column)” could be exchanged"); the \(dayFirst ? "day" : "month") was taken as the first. Correct it if that is wrong."
        case .ambiguousTime(let column, let pattern, let other):
            "\(strong: "“\(column)” could be read in another way"): it was taken for \(timePattern(pattern)), but may be \(timePattern(other)). Correct it if that is wrong."
        case .yearNotNamed(let column, let year):
            "\(strong: "The dates of “\(column)” name no year"); \(String(year)) was taken for the first, so that days, weeks and lengths are right and the year is not."
        case .startTaken(let column, let start):
            "\(strong: "“\(column)” names no day of its own"); \(format.writtenDay(start)) was taken, which stands above the rows or in the file's name."
        case .timesAsColumns(let count):
            "\(strong: "\(format.counted(count, "column is", "columns are")) called by a time of day"): each row is a day, and its readings are not put in order by that time."
        case .timeNotUnderstood(let column, let example):
            "\(strong: "“\(column)” looks like a time that is not understood"), such as “\(example)”; it is not used as one."
        case .ambiguousDecimal(let column, let comma):
            "\(strong: "“\(column)” could hold decimals or thousands"); the \(comma ? "comma" : "point") was taken as the decimal sign."
        case .sentinel(let column, let value, let count):
            "\(strong: "\(format.exact(value)) in “\(column)” stands for a missing value"), \(count == 1 ? "once" : "\(format.count(count)) times"): it lies far from all others."
        case .repeatedNames(let count):
            "\(strong: format.counted(count, "column has", "columns have") + " the name of another one"); a number was added."
        case .unnamedColumns(let count):
            "\(strong: format.counted(count, "column has", "columns have") + " no name"); such a column is called by its place."
        case .eachRowIsUnit:
            "\(strong: "Each row stands for itself"): no time, and no device comes back."
        case .raggedRows(let share):
            "\(strong: "\(format.percent(share)) of the rows have another number of fields") than the header."
        }
    }

    func datasetNote(_ note: DatasetNote) -> Sentence {
        switch note {
        case .fileNamesSeparateDevices(let files, let shared):
            "\(strong: "\(format.counted(shared, "device name stands", "device names stand")) in several files but for different devices"), so the file’s name became a part of it: \(list(files))."
        case .overlappingReadings(let kept, let left, let count):
            "\(strong: "\(kept) and \(left) hold the same readings") of \(devices(count)); the finer ones of \(kept) are used."
        case .sameContent(let kept, let left):
            "\(strong: "\(left) is \(kept) once more"), byte for byte; it is counted once."
        case .unreadableFile(let name, let error):
            "\(strong: "\(name) could not be used.") \(loadError(error))"
        case .bucketWidened(let from, let to):
            "\(strong: "Readings are kept per \(format.length(to))") instead of \(format.length(from)), so that they fit into memory."
        case .devicesBeyondLimit(let limit, let rows):
            "\(strong: "More than \(format.count(limit)) devices"): the rest, \(format.counted(rows, "row", "rows")), counts as “other”."
        case .codesBeyondLimit(let limit, let events):
            "\(strong: "More than \(format.count(limit)) codes"): the rest, \(format.counted(events, "event", "events")), counts as “other”."
        case .metricsBeyondLimit(let limit, let columns):
            "\(strong: "More than \(format.count(limit)) readings"): the rest, \(format.counted(columns, "column", "columns")), is left out."
        case .otherTimeAxis(let file):
            "\(strong: "\(file) is left out"): its times are of another kind (dates or counters) than those of the other files."
        }
    }

    func issue(_ reason: IssueReason, value: String) -> String {
        let cell = value.isEmpty ? "an empty cell" : "“\(value)”"
        switch reason {
        case .notANumber: return "\(cell) is no number"
        case .numberOutOfRange: return "\(cell) is beyond what a number can be"
        case .notATime: return "\(cell) is no time"
        case .missingTime: return "the time is missing"
        case .missingDevice: return "the device is missing"
        case .tooFewFields(let expected, let found):
            return
                "\(format.counted(found, "field", "fields")) instead of \(format.count(expected))"
        case .tooManyFields(let expected, let found):
            return
                "\(format.counted(found, "field", "fields")) instead of \(format.count(expected))"
        case .invalidBytes: return "bytes that are no text in this encoding"
        case .fieldTooLong(let limit): return "a field longer than \(format.bytes(limit))"
        case .openQuote: return "a quote that is never closed"
        case .unknownSignal:
            return "\(cell) is a metric that the sample of the file does not show"
        case .clockChange: return "\(cell) does not exist or exists twice: the clock was changed"
        }
    }

    func shape(_ schema: FileSchema) -> String {
        switch schema.shape {
        case .telemetry: "readings"
        case .events:
            schema.eventKind == .other ? "event log" : eventKind(schema.eventKind) + " log"
        case .intervals: "intervals"
        case .devices: "list of devices"
        case .table: "table"
        }
    }

    func eventKind(_ kind: EventKind) -> String {
        switch kind {
        case .error: "error"
        case .failure: "failure"
        case .repair: "repair"
        case .other: "other"
        }
    }

    func encoding(_ dialect: CSVDialect) -> String {
        let name = dialect.encoding.title
        return name + (dialect.hasByteOrderMark ? ", byte order mark" : "")
    }

    func delimiter(_ byte: UInt8) -> String {
        switch byte {
        case 0x2C: "comma"
        case 0x3B: "semicolon"
        case 0x09: "tab"
        case 0x7C: "bar"
        case 0x20: "spaces"
        default: "“\(character(byte))”"
        }
    }

    func lineEnd(_ end: CSVDialect.LineEnd) -> String {
        switch end {
        case .lf: "LF"
        case .crlf: "CR LF"
        case .cr: "CR"
        case .mixed: "mixed line ends"
        }
    }
}
