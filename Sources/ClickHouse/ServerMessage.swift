import Values

/// What a server says where a query fails: `Code: 60, e.displayText() = DB::Exception: …` before
/// version 20, `Code: 60. DB::Exception: … (UNKNOWN_TABLE)` since.
struct ServerMessage {
    /// The number behind `Code:`; `nil` for a text of another origin.
    let code: Int?
    /// Its words without ornament, at most 300 characters.
    let words: String

    init(_ text: String) {
        let head = "Code: "
        var code: Int?
        if let start = text.range(of: head) {
            code = Int(text[start.upperBound...].prefix { $0.isASCII && $0.isNumber })
        }
        self.code = code
        words = Self.plain(text)
    }

    private static func plain(_ text: String) -> String {
        var rest = Substring(text)
        if let mark = rest.range(of: "DB::Exception: ") { rest = rest[mark.upperBound...] }
        for end in [", e.what()", " (version ", ": While executing", "\nStack trace"] {
            if let mark = rest.range(of: end) { rest = rest[..<mark.lowerBound] }
        }
        return String(rest.split(separator: "\n").joined(separator: " ").prefix(300))
    }

    /// The fault that it stands for.
    func fault(user: String, seconds: Int) -> SourceFault {
        switch code {
        case 192, 193, 194, 516: .login(user: user)
        case 164, 291, 497: .rights(user: user, words)
        case 60, 81, 218: .noTable(words)
        case 159, 160, 209: .slow(seconds: seconds)
        case 173, 241: .memory
        case 158, 307, 396, 397: .tooLarge
        case 198, 210, 279, 519: .shard(words)
        case 394: .ended
        case .some(let code): .server(code: code, words)
        case nil: .garbled
        }
    }
}

extension StringProtocol {
    /// The first place of a text.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while let place = self[start...].firstIndex(where: { $0 == text.first }) {
            if self[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
            start = index(after: place)
        }
        return nil
    }
}
