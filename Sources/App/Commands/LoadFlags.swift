import Values

extension SchemaCorrection {
    /// The flags of `load` that make this correction, as a shell reads them; `nil` where a part of
    /// it has none, or nothing is corrected.
    var loadFlags: String? {
        var rest = self
        var flags = rest.roles.sorted { $0.key < $1.key }.map { column, role in
            "--role " + Self.quoted("\(column)=\(role.rawValue)")
        }
        rest.roles = [:]
        if let kind = rest.eventKind { flags.append("--event-kind \(kind.rawValue)") }
        rest.eventKind = nil
        if var dialect = rest.dialect {
            flags += dialect.takeFlags()
            rest.dialect = dialect == DialectCorrection() ? nil : dialect
        }
        return rest == SchemaCorrection() && !flags.isEmpty ? flags.joined(separator: " ") : nil
    }

    /// Quotes a word for a POSIX shell, if needed.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "_-.=/".utf8.contains(byte)
            }
        }
        guard !isPlain else { return text }
        let inner = text.split(separator: "'", omittingEmptySubsequences: false)
        return "'" + inner.joined(separator: "'\\''") + "'"
    }
}

extension DialectCorrection {
    /// Removes the corrections that have flags, and gives these flags.
    fileprivate mutating func takeFlags() -> [String] {
        var flags: [String] = []
        if let encoding { flags.append("--encoding \(encoding.rawValue)") }
        if let table { flags.append("--table \(table + 1)") }
        if let decimalComma { flags.append("--decimal \(decimalComma ? "comma" : "point")") }
        if let dayFirst { flags.append("--date-order \(dayFirst ? "day" : "month")") }
        (encoding, table, decimalComma, dayFirst) = (nil, nil, nil, nil)
        return flags
    }
}
