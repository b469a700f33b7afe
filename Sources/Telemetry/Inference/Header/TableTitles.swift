import Values

/// What the lines above the rows call the columns.
struct TableTitles {
    /// The name of each column, with its group in front where there are groups.
    let names: [[UInt8]]
    /// The unit of each column as written; empty without a line of units.
    let units: [[UInt8]]

    /// Reads the lines of names and units of a text that begins where the file does.
    init(_ text: PaddedBytes, _ dialect: CSVDialect) {
        let cells = { (line: Int?) -> [[UInt8]] in
            let cells = line.map { HeadLine.cells(line: $0, of: text, dialect) } ?? []
            let isTitle = dialect.sections?.mark.map { TableSections.isTitle(cells, of: $0) }
            return isTitle == true ? Array(cells.dropFirst()) : cells
        }
        let names = cells(dialect.head.names)
        let groups = cells(dialect.head.groups)
        self.names = groups.isEmpty ? names : Self.joined(groups, names)
        units = cells(dialect.head.units)
    }

    /// `Room 1`, ``, `Room 2` above `T`, `RH`, `T`: `Room 1 T`, `Room 1 RH`, `Room 2 T`.
    static func joined(_ groups: [[UInt8]], _ names: [[UInt8]]) -> [[UInt8]] {
        var group: [UInt8] = []
        return names.enumerated().map { column, name in
            if column < groups.count, !groups[column].isEmpty { group = groups[column] }
            return group.isEmpty || group == name ? name : group + [0x20] + name
        }
    }
}
