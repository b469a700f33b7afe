import Values

/// Tells the lines above the rows apart: names, units, and lines of types or aggregations, which
/// say nothing to a reader.
struct HeadingOrder {
    private let lines: [HeadLine]
    private let typed: [Bool]

    init(_ lines: [HeadLine], typed: [Bool]) {
        self.lines = lines
        self.typed = typed
    }

    /// Sets the lines of names and units in the head.
    func assign(to head: inout HeadLines) {
        let ranked = lines.enumerated().map { ($0, nameScore($1)) }
        // Of equals the upper line is taken: descriptions stand below.
        guard let best = ranked.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 0 else { return }
        head.names = lines[best.0].number
        let others = lines.enumerated().filter { $0.offset != best.0 }.map(\.element)
        head.units = others.filter(isUnits).max { units($0) < units($1) }?.number
    }

    /// How much a line looks like names: filled, distinct, with letters, and no list of units or
    /// types.
    private func nameScore(_ line: HeadLine) -> Double {
        let cells = line.cells
        let filled = cells.filter { !$0.isEmpty }
        guard !filled.isEmpty else { return 0 }
        let count = Double(filled.count)
        let numbers = Double(filled.count { !HeadLine.isName($0) })
        let distinct = Double(Set(filled).count)
        let dull = Double(filled.count { Self.isUnit($0) || Self.isType($0) })
        let length = Double(filled.reduce(0) { $0 + $1.count }) / count
        let all = Double(max(cells.count, typed.count, 1))
        // `Hall 1`, `Hall 1`, `Hall 2`: a group over several columns rather than their names.
        let pairs = zip(cells, cells.dropFirst()).count { !$0.isEmpty && $0 == $1 }
        // Columns are hardly ever called 1, 2, 3 where another line has words for them.
        return (2 * count + distinct) / all - (2.5 * numbers + dull) / count
            - (length > 30 ? 0.3 : 0)
            - Double(pairs) / all
    }

    /// Whether a line names units: at least half of its texts above numbers do, type words left
    /// out.
    func isUnits(_ line: HeadLine) -> Bool {
        let texts = textsAboveNumbers(line)
        guard !texts.isEmpty, !texts.contains(where: { CellKind($0) == .number }) else {
            return false
        }
        let types = texts.count { Self.isType($0) }
        return units(line) > 0 && texts.contains { Self.isUnit($0) && $0.first != 0x2D }
            && units(line) * 2 >= texts.count - types
    }

    /// Whether a line further above says that it is the units: `Y_Unit_Label`, `N`, `V`, `°C`.
    func isTitledUnits(_ line: HeadLine) -> Bool {
        guard let first = line.cells.first, line.cells.count >= typed.count else { return false }
        let words = ColumnName(String(decoding: first, as: UTF8.self)).words
        let rest = line.cells.dropFirst().filter { !$0.isEmpty }
        return words.contains { ["unit", "units", "einheit", "einheiten"].contains($0) }
            && !rest.isEmpty && rest.count { Self.isUnit($0) } * 2 >= rest.count
    }

    private func units(_ line: HeadLine) -> Int {
        textsAboveNumbers(line).count { Self.isUnit($0) }
    }

    private func textsAboveNumbers(_ line: HeadLine) -> [[UInt8]] {
        line.cells.enumerated().filter { column, cell in
            !cell.isEmpty && (typed.indices.contains(column) ? typed[column] : true)
        }.map(\.element)
    }

    private static func isUnit(_ cell: [UInt8]) -> Bool {
        let text = String(decoding: cell, as: UTF8.self)
        if text == "-" || text == "--" { return true }
        let brackets: Set<Character> = ["[", "]", "(", ")"]
        return UnitGrammar.isUnit(text.trimmingSpaces())
            || UnitGrammar.isUnit(
                String(text.drop { brackets.contains($0) }.prefix { !brackets.contains($0) }))
    }

    /// Whether a cell is a word for a type or an aggregation.
    private static func isType(_ cell: [UInt8]) -> Bool {
        let text = String(decoding: cell, as: UTF8.self).lowercased()
        // `5s`, `20d`: widths and types in tables of the USGS.
        let isWidth =
            text.count <= 4 && text.count > 1 && "snd".contains(text.last ?? " ")
            && text.dropLast().allSatisfy(\.isNumber)
        return isWidth || types.contains(text)
    }

    private static let types: Set<String> = [
        "smp", "avg", "min", "max", "tot", "std", "med", "wvc", "wvt", "cov", "mom", "ete", "rn",
        "ts",
        "d", "i", "b", "f", "l", "double", "float", "int", "integer", "long", "short", "string",
        "str", "text", "char",
        "varchar", "boolean", "bool", "datetime", "date", "timestamp", "numeric", "real", "number",
        "unsignedlong", "datetime:rfc3339", "float32", "float64", "int32", "int64", "uint16",
        "average", "minimum", "maximum", "sum", "mean", "count", "last", "first", "instant",
    ]
}
