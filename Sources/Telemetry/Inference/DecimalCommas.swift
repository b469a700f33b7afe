import Values

/// Finds files with commas both as delimiter and as decimal sign (`1,2e-08,0` for two cells): in
/// such a row nothing says which commas belong to numbers.
enum DecimalCommas {
    /// The cells of the longest row, where rows have more cells than there are names and decimal
    /// commas explain it: no number has a point, and the surplus is digits. `nil` for other files.
    static func fields(of records: [SampleRows.Row], names: Int) -> Int? {
        guard names > 1 else { return nil }
        var wide: [[[UInt8]]] = []
        for record in records {
            let cells = record.cells
            let count = cells.count - cells.reversed().prefix { $0.isEmpty }.count
            if cells.contains(where: hasDecimalPoint) { return nil }
            if count > names { wide.append(Array(cells.prefix(count))) }
        }
        guard wide.count * 20 >= records.count, wide.count >= 2 else { return nil }
        let surplus = wide.allSatisfy { cells in
            let digits = cells.count { CellKind($0) == .number }
            return cells.count <= 2 * names && digits >= 2 * (cells.count - names)
        }
        guard surplus, !isNumberedByRow(wide, names) else { return nil }
        return wide.map(\.count).max()
    }

    /// Whether each row has one cell more than there are names, the first a row's name or number,
    /// as R writes them.
    private static func isNumberedByRow(_ rows: [[[UInt8]]], _ names: Int) -> Bool {
        guard rows.allSatisfy({ $0.count == names + 1 }) else { return false }
        let firsts = rows.map { Int(String(decoding: $0[0], as: UTF8.self)) }
        return firsts.allSatisfy { $0 == nil }
            || zip(firsts, firsts.dropFirst()).allSatisfy { left, right in
                left.flatMap { left in right.map { $0 == left + 1 } } ?? false
            }
    }

    private static func hasDecimalPoint(_ cell: [UInt8]) -> Bool {
        guard cell.contains(0x2E), cell.count(where: { $0 == 0x2E }) == 1 else { return false }
        return CellKind(cell) == .number
    }
}
