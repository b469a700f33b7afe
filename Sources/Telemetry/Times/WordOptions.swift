import Values

/// What the words at one place of a column may mean.
enum WordOption {
    case month([String: Int])
    case weekday([String: Int])
    case half([String: Int])
    /// The unit of the number before it.
    case unit(TimeLayout.Field)
    /// An abbreviation of a zone before the time.
    case zone
    /// The IANA name of a zone.
    case place(String)
    /// Nothing; the same in all cells.
    case literal

    /// The meanings of a place's words, the most telling first. Where the built-in words do not
    /// have all of them, those of all languages that the system knows are tried.
    static func all(_ place: LayoutColumn.Place) -> [WordOption] {
        let words = place.words
        guard !words.isEmpty, words.count <= 60 else { return [] }
        let only = words.count == 1 ? words.first : nil
        if let only, let field = TimeWords.units[only] {
            return [.unit(field), .literal] + day(words)
        }
        if let only, only.contains("/") {
            return Zone(named: place.raw) == nil ? [] : [.place(place.raw)]
        }
        if words == ["t"] || words == ["w"] || words.isSubset(of: TimeWords.ordinals) {
            return [.literal]
        }
        var options = known(words)
        if options.isEmpty { options = foreign(words) }
        if let only {
            if ZoneWords.offsets[only] != nil { options.append(.zone) }
            options.append(.literal)
        }
        return options
    }

    /// 日 may also be a Sunday.
    private static func day(_ words: Set<String>) -> [WordOption] {
        covers(TimeWords.weekdays, words) ? [.weekday(TimeWords.weekdays)] : []
    }

    private static func covers(_ table: [String: Int], _ words: Set<String>) -> Bool {
        words.allSatisfy { table[$0] != nil }
    }

    private static func known(_ words: Set<String>) -> [WordOption] {
        var options: [WordOption] = []
        if covers(TimeWords.months, words) { options.append(.month(TimeWords.months)) }
        if covers(TimeWords.weekdays, words) { options.append(.weekday(TimeWords.weekdays)) }
        if covers(TimeWords.halves, words) { options.append(.half(TimeWords.halves)) }
        return options
    }

    private static func foreign(_ words: Set<String>) -> [WordOption] {
        let months = LocaleTimeWords.readings(of: words) { $0.months }.prefix(3)
        let weekdays = LocaleTimeWords.readings(of: words) { $0.weekdays }.prefix(2)
        let halves = LocaleTimeWords.readings(of: words) { $0.halves }.prefix(2)
        return months.map(WordOption.month) + weekdays.map(WordOption.weekday)
            + halves.map(WordOption.half)
    }
}
