package import Values
import Wording

/// What the forms of Import send about one file: roles, units and how the file is written.
///
/// Fields: `set`, `file`; for the n-th column `column.n`, `role.n`, `unit.n`; `eventKind`;
/// `encoding`, `delimiter`, `header`, `decimalComma`, `dayFirst`, `timeZone`. An empty field of the
/// last six means "as guessed"; fields that were not sent change nothing.
package struct SchemaForm: Sendable, Hashable {
    package var set: String?
    package var file: String?
    /// By column name; unknown roles are left out.
    package var roles: [String: ColumnRole] = [:]
    /// By column name, cut to 40 characters; empty for none.
    package var units: [String: String] = [:]
    package var eventKind: EventKind?
    private var dialect: [String: String] = [:]

    /// Takes decoded names and values, the first 10,000.
    package init(_ items: some Sequence<(String, String)>) {
        var columns: [Substring: String] = [:]
        var numbered: [(name: Substring, index: Substring, value: String)] = []
        for (name, value) in items.prefix(10_000) {
            let parts = name.split(separator: ".", maxSplits: 1)
            if parts.count == 2, parts[0] == "column" {
                columns[parts[1]] = value
            } else if parts.count == 2 {
                numbered.append((parts[0], parts[1], value))
            } else {
                take(name, value)
            }
        }
        for field in numbered {
            guard let column = columns[field.index] else { continue }
            if field.name == "role", let role = ColumnRole(rawValue: field.value) {
                roles[column] = role
            } else if field.name == "unit" {
                units[column] = String(field.value.prefix(40))
            }
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        switch name {
        case "set": set = value
        case "file": file = value
        case "eventKind": eventKind = EventKind(rawValue: value)
        case "encoding", "delimiter", "header", "decimalComma", "dayFirst", "timeZone":
            dialect[name] = value
        default: break
        }
    }

    /// The corrections that hold after the form: the earlier ones, and what differs from the schema
    /// that the form showed.
    package func correction(of schema: FileSchema, earlier: SchemaCorrection?) -> SchemaCorrection {
        var result = earlier ?? SchemaCorrection()
        for column in schema.columns {
            if let role = roles[column.name], role != column.role {
                result.roles[column.name] = role
            }
            if let unit = units[column.name], unit != column.unit ?? "" {
                result.units[column.name] = unit
            }
        }
        if let eventKind, eventKind != schema.eventKind { result.eventKind = eventKind }
        if let zone = dialect["timeZone"] { result.timeZone = zone.isEmpty ? nil : zone }
        result.dialect = dialectCorrection(earlier: result.dialect)
        return result
    }

    private func dialectCorrection(earlier: DialectCorrection?) -> DialectCorrection? {
        var result = earlier ?? DialectCorrection()
        if let text = dialect["encoding"] { result.encoding = CSVDialect.Encoding(rawValue: text) }
        if let text = dialect["delimiter"] { result.delimiter = Self.delimiters[text] }
        if let text = dialect["header"] { result.hasHeader = Self.flag(text) }
        if let text = dialect["decimalComma"] { result.decimalComma = Self.flag(text) }
        if let text = dialect["dayFirst"] { result.dayFirst = Self.flag(text) }
        return result == DialectCorrection() ? nil : result
    }

    static let delimiters: [String: UInt8] = [
        "comma": 0x2C, "semicolon": 0x3B, "tab": 0x09, "bar": 0x7C, "space": 0x20,
    ]

    private static func flag(_ text: String) -> Bool? {
        text == "true" ? true : text == "false" ? false : nil
    }
}
