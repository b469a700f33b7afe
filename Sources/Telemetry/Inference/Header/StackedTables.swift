import Values

/// Finds several tables one behind the other, each below names of its own.
struct StackedTables {
    /// A line of names and the lines up to the next one.
    private struct Block {
        var first: Int
        var names: [[UInt8]]
        var rows = 0
    }

    private let lines: [HeadLine]

    init(_ lines: [HeadLine]) {
        self.lines = lines
    }

    /// The tables, and the lines of the one that is read; `nil` for a single table, even one whose
    /// names are repeated.
    func sections(taken: Int?) -> (sections: TableSections, lines: Range<Int>)? {
        let blocks = blocks().filter { $0.rows >= 2 }
        guard blocks.count > 1, Set(blocks.map(\.names)).count > 1 else { return nil }
        var tables: [Block] = []
        for block in blocks where !tables.contains(where: { $0.names == block.names }) {
            tables.append(block)
        }
        let best = tables.indices.max {
            let (left, right) = (tables[$0], tables[$1])
            return (left.rows * left.names.count, $1) < (right.rows * right.names.count, $0)
        }
        let choice = taken.flatMap { tables.indices.contains($0) ? $0 : nil } ?? best ?? 0
        let start = lines[tables[choice].first].number
        let next = blocks.first {
            lines[$0.first].number > start && $0.names != tables[choice].names
        }
        let sections = TableSections(
            kind: .stacked, names: tables.map { title($0, among: tables) },
            rows: tables.map(\.rows), taken: choice)
        return (sections, start..<(next.map { lines[$0.first].number } ?? .max))
    }

    /// Two names that only this table has; without any of its own, its first two.
    private func title(_ block: Block, among tables: [Block]) -> String {
        let others = tables.filter { $0.names != block.names }.flatMap(\.names)
        let own = block.names.filter { !$0.isEmpty && !others.contains($0) }
        return (own.isEmpty ? block.names : own).prefix(2)
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    }

    private func blocks() -> [Block] {
        var blocks: [Block] = []
        var previous = -2
        for index in lines.indices {
            if isNames(index) {
                // Lines right below names are units and the like.
                if previous != index - 1 {
                    blocks.append(Block(first: index, names: lines[index].cells))
                }
                previous = index
            } else if !lines[index].isComment, let last = blocks.indices.last,
                lines[index].cells.count == blocks[last].names.count
            {
                blocks[last].rows += 1
            }
        }
        return blocks
    }

    /// Whether a line is distinct names above cells of numbers and times, none of which repeats its
    /// name.
    private func isNames(_ index: Int) -> Bool {
        let cells = lines[index].cells
        let filled = cells.filter { !$0.isEmpty }
        // sar writes the time of its start before the names.
        let isTimed = filled.first.map { CellKind($0) == .time } ?? false
        guard filled.count >= (isTimed ? 4 : 2), filled.count * 10 >= cells.count * 7,
            filled.dropFirst(isTimed ? 1 : 0).allSatisfy(HeadLine.isName),
            Set(filled).count == filled.count
        else { return false }
        let below = lines[(index + 1)...].lazy
            .filter { !$0.isComment && $0.cells.count == cells.count }.prefix(6)
        var (typed, named, numbers) = (0, 0, 0)
        for row in below {
            for (column, cell) in row.cells.enumerated() {
                if !cell.isEmpty, cell == cells[column] { return false }
                let kind = CellKind(cell)
                guard kind == .number || kind == .time else { continue }
                numbers += column > 0 && kind == .number ? 1 : 0
                typed += 1
                named += cells[column].isEmpty ? 0 : 1
            }
        }
        if isTimed, numbers * 10 < below.count * (cells.count - 1) * 7 { return false }
        return typed > 0 && named * 10 >= typed * 8
            && lines[(index + 1)...].prefix(3).contains { $0.cells.count == cells.count }
    }
}
