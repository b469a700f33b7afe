/// Makes names that worksheets can have: 1 to 31 UTF-16 units without `[]:*?/\` and control
/// characters, neither beginning nor ending with an apostrophe, different whatever their case.
struct SheetNames {
    /// Taken by spreadsheet programs for what has changed in a book.
    private static let reserved = "history"
    private static let limit = 31

    private(set) var taken: [String] = []
    private var keys: Set<String> = [reserved]

    /// The name of the next sheet, as near to the wanted one as can be.
    mutating func add(_ wanted: String) -> String {
        let plain = Self.valid(wanted)
        var name = plain
        var number = 2
        while !keys.insert(name.lowercased()).inserted {
            let mark = " (\(number))"
            name = Self.prefix(plain, Self.limit - mark.utf16.count) + mark
            number += 1
        }
        taken.append(name)
        return name
    }

    private static func valid(_ wanted: String) -> String {
        let forbidden = "[]:*?/\\"
        let allowed = String(
            wanted.unicodeScalars.map { scalar -> Character in
                let isControl = scalar.properties.generalCategory == .control
                return isControl || forbidden.unicodeScalars.contains(scalar)
                    || (0xFFFE...0xFFFF).contains(scalar.value) ? "_" : Character(scalar)
            })
        let name = trimmed(prefix(trimmed(allowed), limit))
        return name.isEmpty ? "Sheet" : name
    }

    private static func trimmed(_ text: String) -> String {
        let isLoose = { (character: Character) in character == "'" || character.isWhitespace }
        var rest = text.drop(while: isLoose)
        while let last = rest.last, isLoose(last) { rest.removeLast() }
        return String(rest)
    }

    private static func prefix(_ text: String, _ units: Int) -> String {
        text.prefix(units16: units)
    }
}

extension String {
    /// The longest beginning of whole characters with at most so many UTF-16 units.
    func prefix(units16 limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var used = 0
        var end = startIndex
        for place in indices {
            used += self[place].utf16.count
            guard used <= limit else { break }
            end = index(after: place)
        }
        return String(self[..<end])
    }
}
