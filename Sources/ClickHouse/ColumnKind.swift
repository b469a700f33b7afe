/// What a column of a table can hold, read from the name of its type.
enum ColumnKind: Sendable, Hashable {
    case number
    /// Whole seconds.
    case moment
    /// Seconds with that many decimals.
    case fineMoment(decimals: Int)
    /// A day on the wall calendar.
    case day
    case text
    /// Anything that is written as text: an enumeration, an address, a UUID.
    case named
    /// A list, a map, a state of an aggregate: nothing that a cell of a table could hold.
    case other

    /// `Nullable` and `LowCardinality` make no difference.
    init(_ type: String) {
        var name = Substring(type)
        for wrapper in ["LowCardinality(", "Nullable("] where name.hasPrefix(wrapper) {
            name = name.dropFirst(wrapper.count).dropLast()
        }
        let head = name.prefix { $0 != "(" }
        switch head {
        case "DateTime": self = .moment
        case "DateTime64":
            let digits = name.dropFirst(head.count + 1).prefix { $0.isNumber }
            self = .fineMoment(decimals: Int(digits) ?? 3)
        case "Date", "Date32": self = .day
        case "String", "FixedString": self = .text
        case "Enum8", "Enum16", "UUID", "IPv4", "IPv6", "Bool": self = .named
        default:
            let isNumber = ["Int", "UInt", "Float", "Decimal"].contains { prefix in
                head.hasPrefix(prefix) && head.dropFirst(prefix.count).allSatisfy(\.isNumber)
            }
            self = isNumber ? .number : .other
        }
    }

    /// Whether a null can stand in the column.
    static func isNullable(_ type: String) -> Bool {
        type.hasPrefix("Nullable(") || type.hasPrefix("LowCardinality(Nullable(")
    }
}
