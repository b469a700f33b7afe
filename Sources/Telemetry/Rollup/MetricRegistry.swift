import Values

/// The metrics of a data set while it is read.
struct MetricRegistry: Sendable {
    private(set) var names = NameTable<String>()
    private(set) var units: [String?] = []
    /// Columns that found no place.
    private(set) var columnsBeyondLimit = 0

    /// The number of a column's metric; `nil` beyond the limit.
    ///
    /// Columns of one name are one metric unless their units differ: then the unit becomes part of
    /// the name, so that °C and °F are never averaged.
    mutating func insert(_ column: ColumnSchema, limit: Int) -> Int? {
        let name = Self.plainName(column.name, unit: column.unit)
        if let number = names.number(of: name) {
            if units[number] == nil { units[number] = column.unit }
            guard let unit = column.unit, unit != units[number] else { return number }
            return insert("\(name) [\(unit)]", unit: unit, limit: limit)
        }
        return insert(name, unit: column.unit, limit: limit)
    }

    /// The name without the unit in brackets that the header gives behind it.
    static func plainName(_ column: String, unit: String?) -> String {
        guard let unit else { return column }
        for suffix in ["[\(unit)]", "(\(unit))"] where column.hasSuffix(suffix) {
            let name = column.dropLast(suffix.count)
            let end = name.lastIndex { $0 != " " && $0 != "_" }
            if let end { return String(name[...end]) }
        }
        return column
    }

    private mutating func insert(_ name: String, unit: String?, limit: Int) -> Int? {
        if let number = names.number(of: name) { return number }
        guard names.count < limit else {
            columnsBeyondLimit += 1
            return nil
        }
        units.append(unit)
        return names.insert(name)
    }
}
