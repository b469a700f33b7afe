import Reports
import Samples
import Values

@testable import Wording

/// Files, columns and what was refused.
extension PhraseCases {
    var schemas: Chapter {
        Chapter("SchemaPhrases") {
            Said("role(_:)", ColumnRole.allCases) { phrases.role($0) }
            Said("roleReason(_:)", Self.roleReasons) { phrases.roleReason($0) }
            Said("dialectReason(_:)", Self.dialectReasons + Self.countedDialects) {
                phrases.dialectReason($0)
            }
            Said("schemaNote(_:)", Self.schemaNotes) { phrases.schemaNote($0) }
            Said("datasetNote(_:)", Self.datasetNotes) { phrases.datasetNote($0) }
            Said("issue(_:value:)", Self.issues) { reason in
                ["abc", ""].map { phrases.issue(reason, value: $0) }
            }
            Said("shape(_:)", Self.pairs(FileShape.allCases, EventKind.allCases)) { shape, kind in
                phrases.shape(Self.with(file.schema) { ($0.shape, $0.eventKind) = (shape, kind) })
            }
            Said("eventKind(_:)", EventKind.allCases) { phrases.eventKind($0) }
            Said("encoding(_:)", CSVDialect.Encoding.allCases) { encoding in
                phrases.encoding(
                    CSVDialect(encoding: encoding, hasByteOrderMark: encoding == .utf16BigEndian))
            }
            Said("delimiter(_:)", [0x2C, 0x3B, 0x09, 0x7C, 0x20, 0x5E]) { phrases.delimiter($0) }
            Said("lineEnd(_:)", CSVDialect.LineEnd.allCases) { phrases.lineEnd($0) }
        }
    }

    private static let issues: [IssueReason] =
        [.notANumber, .numberOutOfRange, .notATime, .missingTime, .missingDevice]
        + counts.map { .tooFewFields(expected: 7, found: $0) }
        + [9, 21].map { .tooManyFields(expected: 7, found: $0) }
        + [
            .invalidBytes, .fieldTooLong(limit: 1_000_000), .openQuote, .clockChange,
            .unknownSignal,
        ]

    private static let roleReasons: [RoleReason] =
        (["YYYY-MM-DD"] + TimeFormat.Form.allCases.filter { isCounted($0) }.map(\.rawValue)).map {
            .timestamps(format: $0, share: 0.998)
        } + [
            .timePart, .cycle, .devicePart, .repeatsColumn("id"), .numbers(share: 1), .labelFlags,
            .eventFlags, .rowNumber, .constant, .followsTime, .empty, .constantPerDevice,
            .besideSignals, .intervalEnd, .eventDetail, .otherTime, .corrected,
        ]
        + [1, 2, 5, 21].flatMap { count -> [RoleReason] in
            [
                .namedDevice(distinct: count), .repeatedIdentifiers(distinct: count, rows: count),
                .signalNames(distinct: count), .categories(distinct: count),
                .severityWords(distinct: count), .freeText(distinct: count),
                .integerCategory(distinct: count), .quality(bad: count),
            ]
        }

    /// Whether a form has words of its own rather than a pattern.
    private static func isCounted(_ form: TimeFormat.Form) -> Bool {
        TimeFormat(form: form, pattern: "").isCount && form != .elapsed
    }

    static let dialectReasons: [DialectReason] = [
        .byteOrderMark, .plainASCII, .validUTF8, .codePage(invalidBytes: 12),
        .encodingInDoubt(runnerUp: .windows1254),
        .delimiter(0x3B, fields: 7, lines: 1_000, share: 1), .separatorLine, .singleColumn,
        .header(names: 7), .noHeader, .skippedLines(2), .commentLines(1, mark: 0x23),
        .unitsRow, .escapedQuotes(0x5C),
    ]

    private static let countedDialects: [DialectReason] = [1, 2, 5, 21].flatMap {
        count -> [DialectReason] in
        [
            .codePage(invalidBytes: count),
            .delimiter(0x2C, fields: count, lines: count, share: 0.998), .header(names: count),
            .skippedLines(count), .commentLines(count, mark: 0x3B),
        ]
    }
}
