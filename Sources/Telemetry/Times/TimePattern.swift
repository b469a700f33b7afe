import Values

/// Writes a layout as a person would.
enum TimePattern {
    /// The pattern, such as `DD MM YYYY hh:mm`, from a cell written in the layout.
    static func text(_ layout: TimeLayout, example: [UInt8]) -> String {
        var (pattern, index, end) = ("", 0, 0)
        for part in layout.parts {
            guard let token = TimeScanner.next(example.span, &index, limit: part.digits ?? 19)
            else {
                break
            }
            pattern += raw(example, end..<token.range.lowerBound)
            end = token.range.upperBound
            if part.field == .zone {
                pattern += raw(example, token.range.lowerBound..<example.count, digit: "z")
                return pattern
            }
            pattern += piece(part.field, token, example)
        }
        return pattern + raw(example, end..<example.count, digit: layout.has(.second) ? "f" : nil)
    }

    private static func piece(
        _ field: TimeLayout.Field, _ token: TimeToken, _ example: [UInt8]
    ) -> String {
        switch field {
        case .monthName:
            String(decoding: example[token.range], as: UTF8.self).count > 4 ? "MMMM" : "MMM"
        case .weekdayName: "EEE"
        default:
            letters[field].map { String(repeating: $0, count: token.digits) }
                ?? raw(example, token.range)
        }
    }

    private static let letters: [TimeLayout.Field: String] = [
        .year: "Y", .yearOfCentury: "Y", .month: "M", .day: "D", .dayOfYear: "D", .week: "w",
        .dayOfWeek: "d", .hour: "h", .minute: "m", .second: "s", .fraction: "f",
    ]

    private static func raw(_ bytes: [UInt8], _ range: Range<Int>, digit: String? = nil) -> String {
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard let digit else { return text }
        return text.map { $0.isASCII && $0.isNumber ? digit : String($0) }.joined()
    }
}
