import Telemetry
import Values
import Wording

/// The flags of `load` and `push` that correct what is guessed about a file.
extension Configuration {
    /// What `perfmon --help` says about these flags.
    static let loadFlags = """
        Corrections for load and push: --delimiter comma|semicolon|tab|bar|space|colon, --encoding utf8|utf16LittleEndian|
        windows1252|iso8859p2|koi8R|cp866|shiftJIS|gb18030|… (those of the Import page), --quote CHARACTER, --header yes|no, --skip-lines N, --decimal comma|point,
        --date-order day|month, --table N (of several in a file, from 1), --role COLUMN=ROLE, --unit COLUMN=UNIT (both repeatable),
        --event-kind KIND
        """

    /// Applies a flag of `load`.
    ///
    /// - Returns: false where `name` is no such flag.
    /// - Throws: `UsageProblem` where the value is none of the flag's.
    mutating func correct(_ name: String, _ value: String) throws(UsageProblem) -> Bool {
        var dialect = correction.dialect ?? DialectCorrection()
        switch name {
        case "--delimiter":
            dialect.delimiter = try Self.byte(name, value, words: Self.delimiters)
        case "--quote": dialect.quote = try Self.byte(name, value, words: [:])
        case "--encoding":
            dialect.encoding = try Self.known(name, value, CSVDialect.Encoding.init(rawValue:))
        case "--header": dialect.hasHeader = try Self.choice(name, value, ("yes", "no"))
        case "--skip-lines":
            dialect.skippedLines = try Self.known(name, value) { Int($0).map { max(0, $0) } }
        case "--table":
            dialect.table = try Self.known(name, value) {
                Int($0).flatMap { $0 > 0 ? $0 - 1 : nil }
            }
        case "--decimal": dialect.decimalComma = try Self.choice(name, value, ("comma", "point"))
        case "--date-order": dialect.dayFirst = try Self.choice(name, value, ("day", "month"))
        case "--event-kind":
            correction.eventKind = try Self.known(name, value, EventKind.init(rawValue:))
        case "--role", "--unit": try correctColumn(name, value)
        default: return false
        }
        if dialect != DialectCorrection() { correction.dialect = dialect }
        return true
    }

    /// Takes `COLUMN=VALUE`; the name of the column may contain `=` itself.
    private mutating func correctColumn(_ name: String, _ value: String) throws(UsageProblem) {
        guard let sign = value.lastIndex(of: "="), sign > value.startIndex else {
            throw .value(of: name, given: value, expected: .assignment)
        }
        let column = String(value[..<sign])
        let text = String(value[value.index(after: sign)...])
        if name == "--unit" {
            correction.units[column] = text
        } else {
            correction.roles[column] = try Self.known(name, text, ColumnRole.init(rawValue:))
        }
    }

    private static let delimiters: [String: UInt8] = [
        "comma": 0x2C, "semicolon": 0x3B, "tab": 0x09, "bar": 0x7C, "space": 0x20, "colon": 0x3A,
    ]

    private static func byte(
        _ name: String, _ value: String, words: [String: UInt8]
    ) throws(UsageProblem) -> UInt8 {
        try known(name, value) { text in
            words[text] ?? (text.utf8.count == 1 ? text.utf8.first : nil)
        }
    }

    private static func choice(
        _ name: String, _ value: String, _ words: (yes: String, no: String)
    ) throws(UsageProblem) -> Bool {
        try known(name, value) { $0 == words.yes ? true : $0 == words.no ? false : nil }
    }

    private static func known<Value>(
        _ name: String, _ value: String, _ find: (String) -> Value?
    ) throws(UsageProblem) -> Value {
        guard let found = find(value) else {
            throw .value(of: name, given: value, expected: .listed)
        }
        return found
    }
}
