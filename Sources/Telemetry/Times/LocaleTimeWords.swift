private import Foundation

/// Names of months and weekdays, and marks for the halves of the day, in one language.
struct LocaleTimeWords: Sendable {
    /// 1 to 12.
    private(set) var months: [String: Int] = [:]
    /// 0 = Monday.
    private(set) var weekdays: [String: Int] = [:]
    private(set) var halves: [String: Int] = [:]

    /// All languages that the system knows; made once, when a word is in none of the built-in
    /// lists, which takes about a fifth of a second.
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
        // Foundation's weeks begin with Sunday.
        for list in weekdays { Self.add(list ?? [], to: &self.weekdays) { ($0 + 6) % 7 } }
        let marks: [String?] = [formatter.amSymbol, formatter.pmSymbol]
        Self.add(marks.map { $0 ?? "" }, to: &halves) { $0 }
    }

    /// Adds names, also without diacritics; a form without them that already means another number
    /// is left out.
    ///
    /// `least`: letters that a name in Latin script must have: `de` is more often a word than a
    /// month in some small language.
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

    /// Tables that know all of the words: one for each reading that languages agree on, the one of
    /// most languages first.
    ///
    /// Each merges the tables of its languages, without other words on which these differ.
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
