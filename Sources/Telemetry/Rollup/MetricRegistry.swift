import Values

/// The metrics of a data set while it is read, with units.
struct MetricRegistry: Sendable {
    private(set) var names = NameTable<String>()
    private(set) var units: [String?] = []
    /// Columns that were left out.
    private(set) var columnsBeyondLimit = 0

    /// The number of each column's metric, `nil` beyond the limit.
    ///
    /// Columns of the same name in several files are one metric unless their units differ: then the
    /// name gets the unit added, so that °C and °F are never averaged. Columns of one file are
    /// never one metric: names that would coincide once shortened are kept as written.
    mutating func insert(_ columns: [ColumnSchema], limit: Int) -> [Int?] {
        zip(columns, Self.names(of: columns)).map { column, name in
            insert(name, of: column, limit: limit)
        }
    }

    /// The name of a column among others of that name: with its sensor's label, else as written.
    private static func labelled(_ column: ColumnSchema) -> String {
        let name = ColumnName(column.name)
        return name.label.map { "\(name.text) (\($0))" } ?? column.name
    }

    /// The names of one file's columns as metrics, in order.
    static func names(of columns: [ColumnSchema]) -> [String] {
        let names = columns.map(Self.plainName)
        var uses: [String: [String: Int]] = [:]
        for (column, name) in zip(columns, names) {
            uses[name, default: [:]][column.unit ?? "", default: 0] += 1
        }
        return zip(columns, names).map { column, name in
            let units = uses[name] ?? [:]
            let isShared =
                units[column.unit ?? "", default: 0] > 1 || (units.count > 1 && units[""] != nil)
            return isShared ? labelled(column) : name
        }
    }

    private mutating func insert(_ name: String, of column: ColumnSchema, limit: Int) -> Int? {
        if let number = names.number(of: name) {
            if units[number] == nil { units[number] = column.unit }
            guard let unit = column.unit, let known = units[number],
                !UnitGrammar.areSame(unit, known)
            else { return number }
            return insert("\(name) [\(unit)]", unit: unit, limit: limit)
        }
        return insert(name, unit: column.unit, limit: limit)
    }

    /// The name without serial numbers and a unit set apart from it, which two loggers that measure
    /// the same have in common.
    private static func plainName(_ column: ColumnSchema) -> String {
        let name = ColumnName(column.name)
        guard column.unit == nil else { return name.text }
        return name.serial == nil ? column.name : name.text
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
