private import Foundation

/// The names of months and weekdays and the marks of the halves of the day, language by language.
struct LocaleTimeWords: Sendable {
    /// 1 to 12.
    private(set) var months: [String: Int] = [:]
    /// 0 = Monday.
    private(set) var weekdays: [String: Int] = [:]
    private(set) var halves: [String: Int] = [:]

    /// All languages that the system knows; made once, when a word is met that is in none of the
    /// built-in lists. Takes about a fifth of a second.
    static let all: [LocaleTimeWords] = {
        var languages: Set<String> = []
        for identifier in Locale.availableIdentifiers {
            let language = Locale(identifier: identifier).language
            let script = language.script.map { "_" + $0.identifier } ?? ""
            guard let code = language.languageCode?.identifier else { continue }
            languages.insert(code + script)
        }
        return languages.sorted().map(LocaleTimeWords.init)
    }()

    private init(language: String) {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: language)
        formatter.calendar = Calendar(identifier: .gregorian)
        let months: [[String]?] = [
            formatter.monthSymbols, formatter.standaloneMonthSymbols, formatter.shortMonthSymbols,
            formatter.shortStandaloneMonthSymbols,
        ]
        for list in months { Self.add(list ?? [], to: &self.months, least: 3) { $0 + 1 } }
        let weekdays: [[String]?] = [
            formatter.weekdaySymbols, formatter.standaloneWeekdaySymbols,
            formatter.shortWeekdaySymbols, formatter.shortStandaloneWeekdaySymbols,
        ]
        // Foundation begins with Sunday.
        for list in weekdays { Self.add(list ?? [], to: &self.weekdays) { ($0 + 6) % 7 } }
        let marks: [String?] = [formatter.amSymbol, formatter.pmSymbol]
        Self.add(marks.map { $0 ?? "" }, to: &halves) { $0 }
    }

    /// Adds names, also without the marks over their letters; what stands for two is left out.
    ///
    /// `least`: letters that a name of the Latin alphabet must have: `de` is more often a word of
    /// another language than a month of a small one.
    private static func add(
        _ names: [String], to table: inout [String: Int], least: Int = 1, number: (Int) -> Int
    ) {
        for (index, name) in names.enumerated() {
            let word = TimeWords.folded(name)
            let bare = word.folding(options: .diacriticInsensitive, locale: nil)
            for key in Set([word, bare]) where !key.isEmpty && !key.contains(where: \.isNumber) {
                if key.count < least, bare.utf8.allSatisfy({ $0 < 0x80 }) { continue }
                if let other = table[key], other != number(index), key != word { continue }
                table[key] = number(index)
            }
        }
    }

    /// The readings of some words: of languages that know them all, those that agree on these words
    /// together, the reading of most languages first.
    ///
    /// Words on which languages of one group differ are left out of its table.
    static func readings(
        of words: Set<String>, _ table: (LocaleTimeWords) -> [String: Int]
    ) -> [[String: Int]] {
        var groups: [[String: Int]: [[String: Int]]] = [:]
        for language in all {
            let known = table(language)
            let reading = known.filter { words.contains($0.key) }
            if reading.count == words.count { groups[reading, default: []].append(known) }
        }
        let order = { (reading: [String: Int]) in
            reading.sorted { $0.key < $1.key }.map { $0.value }
        }
        return groups.sorted { one, other in
            if one.value.count != other.value.count { return one.value.count > other.value.count }
            return order(one.key).lexicographicallyPrecedes(order(other.key))
        }.map { merged($0.value) }
    }

    private static func merged(_ tables: [[String: Int]]) -> [String: Int] {
        var merged: [String: Int] = [:]
        var doubtful: Set<String> = []
        for table in tables {
            for (word, number) in table {
                if let other = merged[word], other != number { doubtful.insert(word) }
                merged[word] = number
            }
        }
        return merged.filter { !doubtful.contains($0.key) }
    }
}
