/// How the cells of a table are written as text: in samples, in rows that come over, on pages.
struct CellText {
    let column: TableDescription.Column

    /// An expression with a text, empty where the cell holds nothing.
    ///
    /// Moments are written in UTC, so that no server's zone matters. A moment of zero is what this
    /// kind of server keeps where a time was missing or before 1970.
    var expression: String {
        let name = SQL.name(column.name)
        switch column.kind {
        case .moment:
            return filled("if(toUInt32(\(name)) = 0, '', concat(toString(\(name), 'UTC'), 'Z'))")
        case .fineMoment: return filled("concat(toString(\(name), 'UTC'), 'Z')")
        case .text where column.type.contains("FixedString"):
            return filled("toStringCutToZero(\(name))")
        case .text: return filled(name)
        case .number, .day, .named, .other: return filled("toString(\(name))")
        }
    }

    /// The same as part of a CSV file, where numbers need no quotes.
    var field: String {
        let isBare = column.kind == .number && !ColumnKind.isNullable(column.type)
        let name = SQL.name(column.name)
        return isBare ? name : "\(expression) AS \(SQL.name("pm text of " + column.name))"
    }

    private func filled(_ expression: String) -> String {
        ColumnKind.isNullable(column.type) ? "ifNull(\(expression), '')" : expression
    }
}
