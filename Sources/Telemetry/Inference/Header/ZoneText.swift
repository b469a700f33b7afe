import Values

/// Names of time zones as headers and preambles write them.
enum ZoneText {
    /// The zone a text names, as `Zone` knows it; `nil` where that is not certain.
    ///
    /// `UTC`, `GMT-07:00`, `UTC+1`, `+0530`, `Europe/Berlin`, `(UTC+01:00) Amsterdam, Berlin`.
    static func zone(_ text: String) -> String? {
        let text = text.trimmingSpaces()
        if let place = seasons[text] { return place }
        let bare = text.hasPrefix("(") ? String(text.dropFirst().prefix { $0 != ")" }) : text
        if let offset = offset(bare) { return offset }
        let first = String(bare.prefix { $0 != " " })
        if first.contains("/"), Zone(named: first) != nil { return first }
        return abbreviation(bare)
    }

    /// Both abbreviations of a zone with summer time, as one of its places.
    private static let seasons = [
        "CET/CEST": "Europe/Berlin", "MEZ/MESZ": "Europe/Berlin", "EET/EEST": "Europe/Helsinki",
        "WET/WEST": "Europe/Lisbon", "GMT/BST": "Europe/London", "EST/EDT": "America/New_York",
        "CST/CDT": "America/Chicago", "MST/MDT": "America/Denver", "PST/PDT": "America/Los_Angeles",
    ]

    /// `EDT`, `CEST`: abbreviations that mean one offset everywhere, and `EST`, which nearly always
    /// does.
    private static func abbreviation(_ text: String) -> String? {
        let word = text.lowercased()
        guard (3...4).contains(word.count), text == text.uppercased(),
            ZoneWords.doubt([word]) == nil || word == "est", let seconds = ZoneWords.offsets[word]
        else { return nil }
        return offset("UTC" + ZoneWords.name(ofOffset: seconds).replacing("UTC", with: ""))
    }

    private static func offset(_ text: String) -> String? {
        var rest = text[...]
        var isNamed = false
        for name in ["UTC", "GMT", "Etc/UTC", "Z"]
        where rest.uppercased().hasPrefix(name.uppercased()) {
            rest = rest.dropFirst(name.count)
            isNamed = true
            break
        }
        rest = rest.drop { $0 == " " }
        if rest.isEmpty { return isNamed ? "UTC" : nil }
        guard let sign = rest.first, "+-−±".contains(sign) else { return nil }
        let digits = rest.dropFirst().filter(\.isNumber)
        let isClean = rest.dropFirst().allSatisfy { $0.isNumber || $0 == ":" }
        guard isClean, let number = Int(digits), (1...4).contains(digits.count) else { return nil }
        let (hours, minutes) = digits.count <= 2 ? (number, 0) : (number / 100, number % 100)
        guard hours <= 14, minutes < 60 else { return nil }
        if hours == 0, minutes == 0 { return "UTC" }
        let isWest = sign == "-" || sign == "−"
        return "GMT" + (isWest ? "-" : "+") + pad(hours) + pad(minutes)
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
