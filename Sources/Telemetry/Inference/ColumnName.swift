/// A column's name, taken apart into words.
struct ColumnName: Sendable {
    /// The name as written, without serial numbers and a unit in brackets or behind a comma.
    let text: String
    /// Its words in lower case: `machineID` is `machine`, `id`; `EventId` is `event`, `id`.
    let words: [String]
    /// The unit in the header, spelled as in `UnitGrammar.canonical`.
    let unit: String?
    /// The device's serial number in the header: the logger's, else the sensor's.
    let serial: String?
    /// What the owner called the sensor, where the header has it.
    let label: String?
    /// The serial number of the sensor, also where it is the only one in the header.
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

    /// The unit in a cell where units are expected (a line or a column of them) for a column of
    /// this name; `nil` where it is none.
    func unit(named cell: String) -> String? {
        UnitInName(name: text).marked(cell.trimmingSpaces(), isCertain: true)?.symbol
    }

    /// All words joined, for names such as `date time` and `DateTime`.
    var joined: String { words.joined() }

    /// Whether any word, or all joined, is in the list or a compound of one in it.
    func mentions(_ list: Set<String>) -> Bool {
        list.contains(joined)
            || words.contains { list.contains($0) || Self.isCompound($0, of: list) }
    }

    /// Whether a word is a compound that begins with one in the list: `Störungsbeginn`.
    func begins(with list: Set<String>) -> Bool {
        words.contains { word in
            word.count >= 9 && list.contains { $0.count >= 6 && word.hasPrefix($0) }
        }
    }

    /// Whether a word contains one in the list: at its end as in compounds such as `Istkosten`,
    /// anywhere in Chinese, Japanese and Korean, which write no blanks.
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

    /// Whether every word is in one of the lists and at least one in the first; or all joined are.
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
            // `machineID` and `HTTPStatus` are two words each, `DTCs` is one.
            let after = index + 2 < characters.count ? characters[index + 2] : " "
            let isPlural = next == "s" && !after.isLetter
            let breaks =
                character.isUppercase
                && (previous.isLowercase
                    || (previous.isUppercase && next.isLowercase && !isPlural))
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
    func trimmingSpaces() -> String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
