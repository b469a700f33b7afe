import Values

/// Those cells of a column that have the same structure, place by place.
struct LayoutColumn {
    /// What is at one place in all the cells.
    struct Place {
        var kind: TimeElement.Kind
        /// The ASCII code, where it is a sign.
        var sign: Int
        var values: [Int] = []
        var digits: ClosedRange<Int>
        /// Words that more than one in fifty cells have there.
        var words: Set<String> = []
        /// The first cell's text there, as written.
        var raw: String
        /// In all cells nothing separates it from the place before.
        var isGlued = true

        /// Whether nearly all numbers are within a range.
        func lies(in range: ClosedRange<Int>) -> Bool {
            values.count { range.contains($0) } * 50 >= values.count * 49
        }

        /// Whether all numbers have that many digits.
        func has(digits count: Int) -> Bool { digits == count...count }
    }

    let places: [Place]
    /// The first cell of this structure.
    let example: [UInt8]
    /// Abbreviations of zones in the cells.
    let zoneWords: Set<String>
    /// Share of the cells with this structure, 0…1.
    let share: Double

    /// Takes the most frequent structure; `nil` where there is none, or one too long for a time.
    init?(_ cells: [[UInt8]]) {
        var groups: [String: [Int]] = [:]
        var parsed: [Int: [TimeElement]] = [:]
        for (row, cell) in cells.enumerated() where cell.count <= 80 {
            guard let elements = TimeElement.all(of: cell) else { continue }
            parsed[row] = elements
            groups[TimeElement.signature(elements), default: []].append(row)
        }
        let most = groups.max { one, other in
            (one.value.count, other.value[0]) < (other.value.count, one.value[0])
        }
        guard let rows = most?.value, let first = rows.first, let head = parsed[first],
            head.count(where: { $0.kind == .number }) <= 9,
            head.count(where: { $0.kind == .word }) <= 9
        else { return nil }
        let columns = rows.compactMap { parsed[$0] }
        example = cells[first]
        share = Double(rows.count) / Double(max(1, cells.count))
        places = head.indices.map { place in
            Self.place(columns.map { $0[place] }, example: cells[first])
        }
        zoneWords = Set(columns.flatMap { $0.filter { $0.kind == .zone }.map(\.text) })
    }

    private static func place(_ elements: [TimeElement], example: [UInt8]) -> Place {
        let first = elements[0]
        var place = Place(
            kind: first.kind, sign: first.value, digits: first.digits...first.digits,
            raw: String(decoding: example[first.range], as: UTF8.self))
        place.isGlued = elements.allSatisfy(\.isGlued)
        var words: [String: Int] = [:]
        var (least, most) = (first.digits, first.digits)
        for element in elements {
            switch element.kind {
            case .number:
                place.values.append(element.value)
                (least, most) = (min(least, element.digits), max(most, element.digits))
            case .word: words[element.text, default: 0] += 1
            case .sign, .zone: break
            }
        }
        place.digits = least...most
        place.words = Set(words.filter { $0.value * 50 > elements.count }.keys)
        return place
    }
}
