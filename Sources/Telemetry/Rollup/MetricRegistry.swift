import Values

/// The metrics of a data set while it is read.
struct MetricRegistry: Sendable {
    private(set) var names = NameTable<String>()
    private(set) var units: [String?] = []
    /// Columns that found no place.
    private(set) var columnsBeyondLimit = 0

    /// The numbers of a file's columns, `nil` for those beyond the limit.
    ///
    /// Columns of one name in several files are one metric unless their units differ: then the unit
    /// becomes part of the name, so that °C and °F are never averaged. Columns of one file are never
    /// one metric: where their names differ only in what is left out, they are kept whole.
    mutating func insert(_ columns: [ColumnSchema], limit: Int) -> [Int?] {
        zip(columns, Self.names(of: columns)).map { column, name in
            insert(name, of: column, limit: limit)
        }
    }

    /// A column among others of the same name: with the label of its sensor, else as written.
    private static func labelled(_ column: ColumnSchema) -> String {
        let name = ColumnName(column.name)
        return name.label.map { "\(name.text) (\($0))" } ?? column.name
    }

    /// What the columns of one file are called as metrics.
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

    /// The name without the unit that stands apart in the header, and without serial numbers: what
    /// two loggers that measure the same have in common.
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
