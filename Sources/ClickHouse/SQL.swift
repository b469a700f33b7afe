import Values

/// Text that is put into statements: names and values of any content, written so that both an old
/// and a current server read them as they are.
enum SQL {
    /// A column's name in backticks.
    static func name(_ name: String) -> String { "`" + escaped(name, quote: "`") + "`" }

    /// A table's name.
    static func name(_ table: TableName) -> String {
        name(table.database) + "." + name(table.table)
    }

    /// A text.
    static func text(_ value: String) -> String { "'" + escaped(value, quote: "'") + "'" }

    /// Texts in parentheses; never true for anything where there are none.
    static func list(_ values: some Sequence<String>) -> String {
        let texts = values.map(text)
        return "(" + (texts.isEmpty ? "NULL" : texts.joined(separator: ", ")) + ")"
    }

    /// A number, in parentheses where it is negative.
    static func number(_ value: Double) -> String {
        value < 0 || value.sign == .minus ? "(\(value))" : "\(value)"
    }

    private static func escaped(_ text: String, quote: Unicode.Scalar) -> String {
        // By scalars: a quote with a combining mark behind it is one character, and still a quote.
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case quote: result.append(contentsOf: ["\\", quote])
            case "\0": result.append(contentsOf: "\\0".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
