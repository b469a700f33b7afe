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
        if let number = names.number(of: column.name) {
            if units[number] == nil { units[number] = column.unit }
            guard let unit = column.unit, unit != units[number] else { return number }
            return insert("\(column.name) [\(unit)]", unit: unit, limit: limit)
        }
        return insert(column.name, unit: column.unit, limit: limit)
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
