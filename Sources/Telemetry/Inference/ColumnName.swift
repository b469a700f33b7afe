/// A column's name, taken apart into words.
struct ColumnName: Sendable {
    /// The name as written, without a unit in brackets or behind a comma and without serial numbers.
    let text: String
    /// Its words in lower case: `machineID` is `machine`, `id`; `EventId` is `event`, `id`.
    let words: [String]
    /// The unit that the header names, spelled as in `UnitGrammar.canonical`.
    let unit: String?
    /// The serial number of the device that the header names: its logger, else its only one.
    let serial: String?
    /// What the owner called the sensor, where the header names it beside the reading.
    let label: String?
    /// The serial number of the sensor, where the header names it beside the logger's.
    let sensorSerial: String?

    init(_ header: String) {
        let header = header.trimmingSpaces()
        let numbers = SerialNumbers(header)
        let found = HeaderUnit(numbers?.rest ?? header)
        text = found.name
        label = numbers?.label
        words = Self.words(of: found.name)
        unit = found.unit?.symbol
        serial = numbers?.logger ?? numbers?.sensor
        sensorSerial = numbers?.sensor
    }

    /// The unit of a text that stands where units do, in a line or a column of them, for a column
    /// of this name; `nil` where it is none.
    func unit(named cell: String) -> String? {
        UnitInName(name: text).marked(cell.trimmingSpaces(), isCertain: true)?.symbol
    }

    /// All words together, for names such as `date time` and `DateTime`.
    var joined: String { words.joined() }

    /// Whether any word is in the list.
    func mentions(_ list: Set<String>) -> Bool {
        list.contains(joined)
            || words.contains { list.contains($0) || Self.isCompound($0, of: list) }
    }

    /// Whether a word is a compound that begins with one of the list: `Störungsbeginn`.
    func begins(with list: Set<String>) -> Bool {
        words.contains { word in
            word.count >= 9 && list.contains { $0.count >= 6 && word.hasPrefix($0) }
        }
    }

    /// `Istkosten` and `Störungsbeginn` end with a word of the list, as compounds do; names in Chinese,
    /// Japanese or Korean hold one, since these languages write no blanks.
    private static func isCompound(_ word: String, of list: Set<String>) -> Bool {
        let isEastern = word.unicodeScalars.contains { $0.value >= 0x2E80 }
        guard isEastern || word.count >= 9 else { return false }
        return list.contains { part in
            if isEastern {
                return part.count >= 2 && part.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
                    && word.contains(part)
            }
            return part.count >= 6 && part.count < word.count && word.hasSuffix(part)
        }
    }

    /// Whether every word is in one of the lists, and at least one in the first.
    func consists(of list: Set<String>, and others: Set<String>) -> Bool {
        if list.contains(joined) { return true }
        return words.contains { list.contains($0) }
            && words.allSatisfy { list.contains($0) || others.contains($0) }
    }

    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            let previous = index > 0 ? characters[index - 1] : " "
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // `machineID` and `HTTPStatus` are two words each.
            let breaks =
                character.isUppercase
                && (previous.isLowercase || (previous.isUppercase && next.isLowercase))
            if breaks, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(contentsOf: character.lowercased())
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension String {
    /// The text without spaces and line ends around it.
    func trimmingSpaces() -> String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
