import Values

/// What a cell looks like by itself, before its column is known.
enum CellKind: Hashable {
    case empty, number, time, word, sentence
    /// Holds a character at which another dialect would cut.
    case mixture

    private static let missing = MissingMarkers(ReadOptions.usualMissingMarkers)
    private static let point = NumberParser(NumberNotation(grouping: 0x2C), missing: missing)
    private static let comma = NumberParser(
        NumberNotation(decimalComma: true, grouping: 0x2E), missing: missing)
    private static let timeForms: [TimestampParser] = [
        TimestampParser(.yearFirst), TimestampParser(.dayFirst), TimestampParser(.monthFirst),
        TimestampParser(.timeOfDay), TimestampParser(.monthName),
    ]

    /// The kind of a cell in a file with this delimiter.
    init(_ cell: Span<UInt8>, delimiter: UInt8) {
        let cell = cell.extracting(cell.trimmedRange)
        if Self.missing.contains(cell) {
            self = .empty
        } else if Self.isNumber(cell) {
            self = .number
        } else if Self.isTime(cell) {
            self = .time
        } else {
            self = Self.textKind(cell, delimiter: delimiter)
        }
    }

    /// The kind of a cell in a file with this delimiter; 0: in any file.
    init(_ cell: [UInt8], delimiter: UInt8 = 0) {
        self.init(cell.span, delimiter: delimiter)
    }

    /// Whether the cell is a number with a point or a comma as its decimal sign.
    static func isNumber(_ cell: Span<UInt8>) -> Bool {
        if case .value = point.parse(cell) { return true }
        if case .value = comma.parse(cell) { return true }
        return false
    }

    /// Whether the cell is a time in one of the usual forms, plain numbers excluded.
    static func isTime(_ cell: Span<UInt8>) -> Bool {
        guard cell.count >= 5, cell.count <= 40 else { return false }
        var digits = 0
        for index in 0..<cell.count where cell[index] &- 0x30 < 10 { digits += 1 }
        guard digits >= 3 else { return false }
        for form in timeForms where form.parse(cell) != nil { return true }
        return false
    }

    private static func textKind(_ cell: Span<UInt8>, delimiter: UInt8) -> CellKind {
        var kind = CellKind.word
        for index in 0..<cell.count {
            switch cell[index] {
            case delimiter: continue
            case 0x09, 0x3B, 0x7C: return .mixture
            case 0x2C where kind == .word: kind = .mixture
            case 0x3A where kind == .word: kind = .sentence
            case 0x20 where kind == .word: kind = .sentence
            default: continue
            }
        }
        return kind
    }

    /// How much a cell of this kind speaks for the delimiter that gives it, 0…1.
    var worth: Double {
        switch self {
        case .number, .time: 1
        case .word: 0.7
        case .sentence: 0.4
        case .empty: 0.5
        case .mixture: 0.15
        }
    }
}
