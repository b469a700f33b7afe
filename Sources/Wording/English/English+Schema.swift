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
        case .eventDetail: "duration or cost of the event, not a reading of the device"
        case .intervalEnd: "end of the interval that the row describes"
        case .cycle: "counts up and restarts for each device: a cycle"
        case .namedDevice(let distinct):
            "named like a device; \(format.counted(distinct, "value", "values")) in the rows sampled"
        case .repeatedIdentifiers(let distinct, let rows):
            "\(format.counted(distinct, "value", "values")), repeated over \(format.counted(rows, "row", "rows"))"
        case .devicePart: "names the device together with other columns"
        case .repeatsColumn(let column): "a second name of \(column)"
        case .numbers(let share): "varying numbers in \(format.percent(share)) of the cells"
        case .categories(let distinct):
            format.counted(distinct, "repeated value", "repeated values")
        case .signalNames(let distinct):
            "names the metric of the value beside it; \(format.counted(distinct, "name", "names"))"
        case .severityWords(let distinct):
            format.counted(distinct, "severity word", "severity words")
        case .labelFlags: "marks rows (0 or 1), and its name suggests a fault or label"
        case .eventFlags: "marks rows (0 or 1): each mark is an event with the column’s name"
        case .rowNumber: "counts up with the rows: a row number"
        case .constant: "the same value in every row"
        case .followsTime: "derived from the time column"
        case .freeText(let distinct):
            "free text, \(format.counted(distinct, "distinct value", "distinct values"))"
        case .empty: "all cells are empty"
        case .integerCategory(let distinct):
            "whole numbers with only \(format.counted(distinct, "value", "values")): a category, not a measurement"
        case .constantPerDevice: "one value for each device"
        case .quality(let bad):
            "tells which rows to trust; values beside \(format.counted(bad, "of its texts", "of its texts")) count as missing"
        case .besideSignals: "belongs to the moment, not to a single reading"
        case .otherTime: "a second time, beside the one in use"
        case .corrected: "set by hand"
        }
    }

    func dialectReason(_ reason: DialectReason) -> String {
        switch reason {
        case .byteOrderMark: "the file starts with a byte order mark"
        case .plainASCII: "plain ASCII"
        case .validUTF8: "valid UTF-8 throughout"
        case .codePage(let invalid):
            "\(format.counted(invalid, "byte is", "bytes are")) not UTF-8; chosen by the letters"
        case .encodingInDoubt(let other):
            "\(other.title) fits almost as well"
        case .delimiter(let byte, let fields, let lines, let share):
            "\(delimiter(byte)): \(format.counted(fields, "field", "fields")) in \(format.percent(share)) of \(format.counted(lines, "line", "lines"))"
        case .separatorLine: "a line “sep=” names it"
        case .singleColumn: "one column only"
        case .header(let names): format.counted(names, "name", "names")
        case .noHeader: "none: the first line looks like the rows below"
        case .skippedLines(let count):
            "\(format.counted(count, "line", "lines")) before it skipped"
        case .commentLines(let count, let mark):
            "\(format.counted(count, "comment line", "comment lines")) with “\(character(mark))”"
        case .unitsRow: "the line below names the units"
        case .escapedQuotes(let byte): "quotes inside are escaped with “\(character(byte))”"
        }
    }

    private func character(_ byte: UInt8) -> String { String(Character(Unicode.Scalar(byte))) }

    func schemaNote(_ note: SchemaNote) -> Sentence {
        switch note {
        case .fileIsDevice:
            "\(strong: "No column names a device"), so the file is treated as one device."
        case .counter(let column, let rate):
            "\(strong: "\(column) is a counter"): its increase per hour is shown, in \(rate). To see its level, set its role to “metric”."
        case .noTime: "\(strong: "A file has no time column"): its rows are counted in file order."
        case .signalsInRows(let column, let count):
            "\(strong: "Each row names its metric") in “\(column)” (\(format.counted(count, "metric", "metrics"))). Values are assigned to metrics by that name."
        case .cycleTime: "\(strong: "Time is a counter"), such as a cycle or a step, not a date."
        case .naiveTimes:
            "\(strong: "No time zone is given.") Times are shown as written, as local time."
        case .ambiguousDayMonth(let column, let dayFirst):
            "\(strong: "Day and month of “\(column)” could be swapped"): the \(dayFirst ? "day" : "month") is read first. Correct it if that is wrong."
        case .ambiguousTime(let column, let pattern, let other):
            "\(strong: "“\(column)” can be read in two ways"): as \(timePattern(pattern)) (used) or as \(timePattern(other)). Correct it if that is wrong."
        case .yearNotNamed(let column, let year):
            "\(strong: "The dates of “\(column)” have no year.") The first is read as \(String(year)): days, weeks and durations are right, the year is not."
        case .startTaken(let column, let start):
            "\(strong: "“\(column)” has no date of its own.") \(format.writtenDay(start)) is used, as given above the rows or in the file name."
        case .timesAsColumns(let count):
            "\(strong: "\(format.counted(count, "column is", "columns are")) named by a time of day"): each row is a day, and its readings are not ordered by that time."
        case .timeNotUnderstood(let column, let example):
            "\(strong: "“\(column)” looks like a time but cannot be read"), for example “\(example)”. It is not used as time."
        case .ambiguousDecimal(let column, let comma):
            "\(strong: "“\(column)” could hold decimals or thousands"): the \(comma ? "comma" : "point") is read as the decimal sign."
        case .sentinel(let column, let value, let count):
            "\(strong: "\(format.exact(value)) in “\(column)” is read as a missing value") (\(count == 1 ? "once" : "\(format.count(count)) times")), because it lies far from all others."
        case .repeatedNames(let count):
            "\(strong: format.counted(count, "column has", "columns have") + " the name of another column"), so a number is added."
        case .unnamedColumns(let count):
            "\(strong: format.counted(count, "column has", "columns have") + " no name"), so \(count == 1 ? "its position serves" : "their positions serve") as a name."
        case .eachRowIsUnit:
            "\(strong: "Each row stands alone"): there is no time, and no device appears twice."
        case .raggedRows(let share):
            "\(strong: "\(format.percent(share)) of the rows have a different number of fields") from the header."
        }
    }

    func datasetNote(_ note: DatasetNote) -> Sentence {
        switch note {
        case .fileNamesSeparateDevices(let files, let shared):
            "\(strong: "\(format.counted(shared, "device name means", "device names mean")) different devices in different files"), so the file name was added: \(list(files))."
        case .overlappingReadings(let kept, let left, let count):
            "\(strong: "\(kept) and \(left) hold the same readings") of \(devices(count)). The finer ones of \(kept) are used."
        case .sameContent(let kept, let left):
            "\(strong: "\(left) is an exact copy of \(kept)"), so it is counted once."
        case .unreadableFile(let name, let error):
            "\(strong: "\(name) could not be used.") \(loadError(error))"
        case .bucketWidened(let from, let to):
            "\(strong: "Readings are aggregated over \(format.length(to))") instead of \(format.length(from)), to fit into memory."
        case .devicesBeyondLimit(let limit, let rows):
            "\(strong: "There are more than \(format.count(limit)) devices"). The rest (\(format.counted(rows, "row", "rows"))) counts as “other”."
        case .codesBeyondLimit(let limit, let events):
            "\(strong: "There are more than \(format.count(limit)) codes"). The rest (\(format.counted(events, "event", "events"))) counts as “other”."
        case .metricsBeyondLimit(let limit, let columns):
            "\(strong: "There are more than \(format.count(limit)) readings"). The rest (\(format.counted(columns, "column", "columns"))) is left out."
        case .tableRead(let name, let rows, let way, let transfer):
            tableRead(name, way) + transferred(rows, transfer)
        case .finerStarts(let reach):
            finerStarts(reach)
        case .otherTimeAxis(let file):
            "\(strong: "\(file) is left out") because its times are of a different kind (dates or counters) than in the other files."
        }
    }

    private func finerStarts(_ reach: FinerReach) -> Sentence {
        let asked =
            reach.asked == reach.starts
            ? format.count(reach.asked)
            : "\(format.count(reach.asked)) of \(format.count(reach.starts)), as time for it is limited,"
        return
            "\(strong: "The starts of the gravest troubles were looked up in finer readings"): \(asked) in \(format.duration(reach.seconds)), \(format.count(reach.told)) told more closely. Where there is no jump the step of the whole set stays."
    }

    private func tableRead(_ name: String, _ way: TableWay) -> Sentence {
        switch way {
        case .rows: "\(strong: "\(name) was read row by row") from its database."
        case .sums:
            "\(strong: "\(name) was summed up by its database"), by device and step of time; only events came over row by row."
        case .keptSums(let width):
            "\(strong: "\(name) was read from sums that its database keeps"), in steps of \(format.duration(width)); they hold every row of the table."
        }
    }

    private func transferred(_ rows: Int, _ transfer: TableTransfer) -> Sentence {
        let all = format.counted(rows, "row", "rows")
        let part: Sentence =
            if let since = transfer.since {
                "Of its \(all) those from \(format.instant(since)) on came again, as"
            } else {
                "Its \(all) came as"
            }
        return part
            + "\(format.bytes(transfer.bytes)) in \(format.counted(transfer.answers, "answer", "answers")) within \(format.duration(transfer.seconds)), the last at \(format.instant(transfer.at))."
    }

    func issue(_ reason: IssueReason, value: String) -> String {
        let cell = value.isEmpty ? "an empty cell" : "“\(value)”"
        switch reason {
        case .notANumber: return "\(cell) is not a number"
        case .numberOutOfRange: return "\(cell) is out of the range of numbers"
        case .notATime: return "\(cell) is not a time"
        case .missingTime: return "the time is missing"
        case .missingDevice: return "the device is missing"
        case .tooFewFields(let expected, let found):
            return
                "\(format.counted(found, "field", "fields")) instead of \(format.count(expected))"
        case .tooManyFields(let expected, let found):
            return
                "\(format.counted(found, "field", "fields")) instead of \(format.count(expected))"
        case .invalidBytes: return "bytes that are not text in this encoding"
        case .fieldTooLong(let limit): return "a field longer than \(format.bytes(limit))"
        case .openQuote: return "a quote that is never closed"
        case .unknownSignal:
            return "\(cell) is a metric that does not occur in the sample of the file"
        case .clockChange:
            return "\(cell) does not exist or exists twice because of a clock change"
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
        case 0x7C: "vertical bar"
        case 0x20: "spaces"
        default: "“\(character(byte))”"
        }
    }

    func lineEnd(_ end: CSVDialect.LineEnd) -> String {
        switch end {
        case .lf: "LF"
        case .crlf: "CR LF"
        case .cr: "CR"
        case .mixed: "mixed line endings"
        }
    }
}
