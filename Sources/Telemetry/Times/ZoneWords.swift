import Values

/// Abbreviations of zones.
enum ZoneWords {
    /// Seconds ahead of UTC.
    static let offsets: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 3_600, "cet": 3_600, "cest": 7_200,
        "mez": 3_600, "mesz": 7_200, "eet": 7_200, "eest": 10_800, "oez": 7_200, "oesz": 10_800,
        "msk": 10_800, "мск": 10_800, "bst": 3_600, "ist": 19_800, "est": -18_000,
        "edt": -14_400, "cst": -21_600, "cdt": -18_000, "mst": -25_200, "mdt": -21_600,
        "pst": -28_800, "pdt": -25_200, "akst": -32_400, "akdt": -28_800, "hst": -36_000,
        "ast": -14_400, "adt": -10_800, "nzst": 43_200, "nzdt": 46_800, "aest": 36_000,
        "aedt": 39_600, "acst": 34_200, "acdt": 37_800, "awst": 28_800, "jst": 32_400,
        "kst": 32_400, "hkt": 28_800, "sgt": 28_800, "sast": 7_200, "wib": 25_200, "wita": 28_800,
        "wit": 32_400, "pkt": 18_000, "brt": -10_800,
    ]

    /// Abbreviations that have another meaning elsewhere: the one of summer time whose presence
    /// settles them, and that other meaning.
    static let doubtful: [String: (settledBy: String, other: String)] = [
        "cst": ("cdt", "CST = China, +08:00"), "ist": ("", "IST = Israel, +02:00; Ireland, +01:00"),
        "bst": ("gmt", "BST = Bangladesh, +06:00"), "ast": ("adt", "AST = Arabia, +03:00"),
        "est": ("edt", "EST = Australia, +10:00"), "mst": ("mdt", "MST = Malaysia, +08:00"),
    ]

    /// The other meaning of one of a column's abbreviations; `nil` where all are clear.
    static func doubt(_ words: Set<String>) -> String? {
        words.sorted().lazy.compactMap { word in
            guard let entry = doubtful[word], !words.contains(entry.settledBy) else { return nil }
            return entry.other
        }.first
    }

    /// `+01:00`; `UTC` for 0.
    static func name(ofOffset seconds: Int) -> String {
        if seconds == 0 { return "UTC" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + (minutes / 60).padded(to: 2) + ":"
            + (minutes % 60).padded(to: 2)
    }
}
