import Values

/// Finds files whose rows begin with a record type (`$IMU,…`, `$BARO,…`): several tables, row by
/// row.
struct RecordTypes {
    /// Rows of one type.
    private struct Group {
        var name: [UInt8]
        var rows: [[[UInt8]]] = []
        /// Cells in most rows, where nearly all have as many; else `nil`.
        var width: Int? {
            let usual = DelimiterScore.usualCount(rows.map(\.count))
            let count = rows.count { $0.count == usual }
            return count * 10 >= rows.count * 9 ? usual : nil
        }
    }

    private static let typeLimit = 60

    /// The tables; `nil` where the first cells are no types, or do not settle how long a row is.
    static func sections(_ lines: [HeadLine], taken: Int?) -> TableSections? {
        var groups: [[UInt8]: Group] = [:]
        var order: [[UInt8]] = []
        let rows = lines.filter { !$0.isComment && $0.cells.count > 1 }
        for line in rows {
            guard let first = line.cells.first, isType(first) else { return nil }
            if groups[first] == nil {
                order.append(first)
                groups[first] = Group(name: first)
            }
            groups[first]?.rows.append(line.cells)
            if groups.count > max(typeLimit, rows.count / 4) { return nil }
        }
        // Lines that define the others are few and of all lengths.
        let tables = order.compactMap { groups[$0] }.filter { group in
            group.rows.count >= 3 && (group.width != nil || group.rows.count * 20 > rows.count)
        }
        let covered = tables.reduce(0) { $0 + $1.rows.count }
        let widths = tables.compactMap(\.width)
        guard rows.count >= 12, tables.count > 1, covered * 10 >= rows.count * 8,
            widths.count == tables.count, Set(widths).count > 1
        else { return nil }
        let best = tables.indices.max {
            let (left, right) = (tables[$0], tables[$1])
            return (left.rows.count * (left.width ?? 0), $1)
                < (right.rows.count * (right.width ?? 0), $0)
        }
        return TableSections(
            kind: .recordType, names: tables.map { String(decoding: $0.name, as: UTF8.self) },
            rows: tables.map(\.rows.count),
            taken: taken.flatMap { tables.indices.contains($0) ? $0 : nil } ?? best ?? 0)
    }

    private static func isType(_ cell: [UInt8]) -> Bool {
        let kind = CellKind(cell)
        return kind == .word && cell.count <= 24
    }
}

extension TableSections {
    /// The first cell of the rows that are read, where that tells the tables apart; else `nil`.
    var mark: [UInt8]? {
        kind == .recordType && names.indices.contains(taken) ? Array(names[taken].utf8) : nil
    }

    /// Whether a line is about the table that is read: its first cell is the mark or, in a line
    /// such as `$COL,IMU,time,…`, the second one is, without the sign in front.
    func concerns(_ cells: [[UInt8]]) -> Bool {
        guard let mark else { return true }
        return cells.first == mark || Self.isTitle(cells, of: mark)
    }

    static func isTitle(_ cells: [[UInt8]], of mark: [UInt8]) -> Bool {
        let bare = Array(mark.drop { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) })
        return cells.count > 2 && !bare.isEmpty && (cells[1] == bare || cells[1] == mark)
    }
}
