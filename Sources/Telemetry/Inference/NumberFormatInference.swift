import Values

/// What the cells of a column show of how its numbers are written.
struct NumberEvidence {
    /// Cells that only a decimal point explains, and only a decimal comma.
    private(set) var pointDecimals = 0
    private(set) var commaDecimals = 0
    /// Cells such as `18.500` and `18,500`, which may be thousands or decimals.
    private(set) var unclearPoints = 0
    private(set) var unclearCommas = 0
    /// Cells by their thousands separator.
    private(set) var grouping: [UInt8: Int] = [:]
    /// Cells by the text behind the number.
    private(set) var suffixes: [String: Int] = [:]
    /// Cells that begin with a number.
    private(set) var numbers = 0
    /// Cells by the single digit that follows a comma at their end.
    private(set) var digitsBehindComma: [UInt8: Int] = [:]
    /// Cells with a zero before another digit, as serial numbers have.
    private(set) var leadingZeros = 0

    mutating func add(_ cell: [UInt8]) {
        if FullWidth.mayHold(cell.span) {
            let plain = FullWidth.folded(cell.span)
            return FullWidth.mayHold(plain.span) ? () : add(plain)
        }
        if cell.first == 0x28, cell.last == 0x29, cell.count > 2, cell[1] &- 0x30 < 10 {
            return add(Array(cell[1..<(cell.count - 1)]))
        }
        var index = 0
        let bytes = cell.span
        if bytes.byte(at: 0) == 0x2D || bytes.byte(at: 0) == 0x2B { index = 1 }
        if cell.starts(with: [0xE2, 0x88, 0x92]) { index = 3 }
        if index > 0 { bytes.skipBlanks(&index) }
        let start = index
        var run = Run()
        while index < cell.count, let width = run.take(bytes, at: index) { index += width }
        guard run.digits > 0 else { return }
        // With a sign or decimals such zeros only fill the width.
        if start == 0, run.points + run.commas == 0, cell.count > 1, cell[0] == 0x30,
            cell[1] &- 0x30 < 10
        {
            leadingZeros += 1
        }
        numbers += 1
        note(run)
        if run.commas == 1, index == cell.count, index >= 2, cell[index - 2] == 0x2C {
            digitsBehindComma[cell[index - 1], default: 0] += 1
        }
        addSuffix(cell[index...])
    }

    private mutating func addSuffix(_ rest: ArraySlice<UInt8>) {
        guard let first = rest.first(where: { $0 != 0x20 }) else { return }
        // An exponent is no unit.
        let afterMark = rest.dropFirst().first ?? 0
        let isExponent =
            (first | 0x20 == 0x65 || first | 0x20 == 0x64)
            && (afterMark &- 0x30 < 10 || afterMark == 0x2D || afterMark == 0x2B)
        let joins = [0x2D, 0x2F, 0x3A, 0x2E, 0x5F, 0x23, 0x2C].contains(first)
        let hasDigits = rest.contains { $0 &- 0x30 < 10 }
        if isExponent || joins || hasDigits || rest.count > 12 { return }
        suffixes[String(decoding: rest, as: UTF8.self).trimmingSpaces(), default: 0] += 1
    }

    private mutating func note(_ run: Run) {
        for sign in run.groupSigns { grouping[sign, default: 0] += 1 }
        switch (run.points, run.commas) {
        case (0, 0): break
        case (1, 0): run.isUnclear ? (unclearPoints += 1) : (pointDecimals += 1)
        case (0, 1): run.isUnclear ? (unclearCommas += 1) : (commaDecimals += 1)
        case (_, 0): grouping[0x2E, default: 0] += 1
        case (0, _): grouping[0x2C, default: 0] += 1
        default:
            if run.lastSign == 0x2E {
                pointDecimals += 1
                grouping[0x2C, default: 0] += 1
            } else {
                commaDecimals += 1
                grouping[0x2E, default: 0] += 1
            }
        }
    }

    /// The digits and signs at the start of a cell.
    private struct Run {
        var digits = 0
        var points = 0
        var commas = 0
        var lastSign: UInt8 = 0
        var groupSigns: Set<UInt8> = []
        private var digitsBefore = 0
        private var digitsAfter = 0
        private var startsWithZero = false

        /// One sign with three digits after it and one to three before, the first of them not 0.
        var isUnclear: Bool {
            digitsAfter == 3 && (1...3).contains(digitsBefore) && !startsWithZero
                && groupSigns.isEmpty
        }

        mutating func take(_ bytes: Span<UInt8>, at index: Int) -> Int? {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                if digits == 0 { startsWithZero = byte == 0x30 }
                digits += 1
                if lastSign == 0 { digitsBefore += 1 } else { digitsAfter += 1 }
                return 1
            }
            if byte == 0x2E || byte == 0x2C {
                guard let next = bytes.byte(at: index + 1), next &- 0x30 < 10 || digits > 0
                else { return nil }
                if byte == 0x2E { points += 1 } else { commas += 1 }
                lastSign = byte
                digitsAfter = 0
                return 1
            }
            return takeGroupSign(bytes, at: index)
        }

        private mutating func takeGroupSign(_ bytes: Span<UInt8>, at index: Int) -> Int? {
            let byte = bytes[index]
            var width = 1
            if byte == 0xC2, bytes.byte(at: index + 1) == 0xA0 { width = 2 }
            if byte == 0xE2, bytes.byte(at: index + 1) == 0x80 { width = 3 }
            guard byte == 0x27 || byte == 0x20 || width > 1, digits > 0, lastSign == 0 else {
                return nil
            }
            for offset in 0..<3 {
                guard let digit = bytes.byte(at: index + width + offset), digit &- 0x30 < 10
                else { return nil }
            }
            groupSigns.insert(byte == 0x27 ? 0x27 : 0x20)
            return width
        }
    }
}

extension NumberEvidence {
    /// Whether a comma and nearly always the same digit follow each number in a file cut at commas:
    /// its quality, as weather services write it (`+0012,1`).
    var hasFlags: Bool {
        let flagged = digitsBehindComma.values.reduce(0, +)
        let most = digitsBehindComma.values.max() ?? 0
        return numbers >= 20 && pointDecimals == 0 && flagged * 50 >= numbers * 49
            && most * 10 >= flagged * 9
    }

    /// Units of one kind that change from cell to cell, as from meters that choose their range: the
    /// most frequent one, and the factor of each relative to it. `nil` where units do not change.
    var changingUnits: (unit: String, scales: [String: Double])? {
        let units = suffixes.compactMapValues { _ in 0 }.keys.compactMap { text in
            UnitGrammar.parse(text).map { (text: text, unit: $0) }
        }
        let count = units.reduce(0) { $0 + (suffixes[$1.text] ?? 0) }
        let order = units.sorted {
            (suffixes[$1.text] ?? 0, $0.text) < (suffixes[$0.text] ?? 0, $1.text)
        }
        guard units.count >= 2, count * 10 >= numbers * 9, let base = order.first,
            units.allSatisfy({
                $0.unit.dimension == base.unit.dimension && $0.unit.kind == base.unit.kind
                    && $0.unit.offset == base.unit.offset
            })
        else { return nil }
        let scales = Dictionary(
            units.map { ($0.text, $0.unit.factor / base.unit.factor) }, uniquingKeysWith: { $1 })
        return (base.text, scales)
    }

    /// Whether most numbers have decimals, which names and codes do not.
    var hasDecimals: Bool {
        (pointDecimals + commaDecimals + unclearPoints + unclearCommas) * 2 > numbers
    }

    /// Signs and letters that stand alone after some of the numbers, as remarks about single
    /// readings; `nil` for none. Letters that multiply (`512K`, `1.2M`) and hexadecimal digits are
    /// no remarks.
    var marks: String? {
        let single = suffixes.filter { $0.key.utf8.count == 1 }
        let letters = single.filter { $0.key.first?.isLetter == true }
        let signs = single.filter { "*?!#^~+".contains($0.key) }
        let marked = letters.values.reduce(0, +) + signs.values.reduce(0, +)
        guard marked > 0, marked * 2 < numbers, letters.count + signs.count <= 8 else { return nil }
        let isScale = letters.keys.contains { "kKMGTPBmun".contains($0) }
        // Whole numbers with letters from a to f are hexadecimal.
        let isHex = !hasDecimals && letters.keys.contains { "abcdefABCDEF".contains($0) }
        let allowed = isScale || isHex ? signs : letters.merging(signs) { $1 }
        return allowed.isEmpty ? nil : allowed.keys.sorted().joined()
    }
}

/// Decides once per column how its numbers are written.
enum NumberFormatInference {
    struct Result {
        var format: NumberNotation
        /// There are values like `18.500`, and nothing in the file decides what they mean.
        var isAmbiguous: Bool
    }

    /// The decimal sign that more columns of a file use: `true` for the comma; `nil` without any
    /// clear number.
    static func commonSign(_ columns: [NumberEvidence]) -> Bool? {
        let points = columns.filter { $0.pointDecimals > $0.commaDecimals }.count
        let commas = columns.filter { $0.commaDecimals > $0.pointDecimals }.count
        return points == 0 && commas == 0 ? nil : commas > points
    }

    /// The format of one column. `common` is the file's decimal sign, `forced` the one a person
    /// set; `true` for the comma.
    static func format(
        _ evidence: NumberEvidence, common: Bool?, delimiter: UInt8, forced: Bool?
    ) -> Result {
        let isClear = evidence.pointDecimals != evidence.commaDecimals
        let unclear = evidence.unclearPoints + evidence.unclearCommas
        var comma = evidence.commaDecimals > evidence.pointDecimals
        if !isClear {
            // Where commas cut fields, a comma within one is more likely a thousands separator.
            let bySign = evidence.unclearCommas > evidence.unclearPoints && delimiter != 0x2C
            comma = common ?? bySign
            if evidence.grouping[0x2E] != nil { comma = true }
            if evidence.grouping[0x2C] != nil { comma = false }
        }
        comma = forced ?? comma
        if evidence.hasFlags, delimiter == 0x2C, forced == nil {
            return Result(format: NumberNotation(flagSign: 0x2C), isAmbiguous: false)
        }
        var format = NumberNotation(decimalComma: comma)
        let other: UInt8 = comma ? 0x2E : 0x2C
        let others = comma ? evidence.unclearPoints : evidence.unclearCommas
        if evidence.grouping[other] != nil || others > 0 { format.grouping = other }
        for sign: UInt8 in [0x20, 0x27] where evidence.grouping[sign] != nil {
            format.grouping = sign
        }
        if let suffix = evidence.suffixes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            suffix.value * 2 > evidence.numbers
        {
            format.suffix = suffix.key
        }
        format.marks = evidence.marks
        if let changing = evidence.changingUnits {
            format.suffix = changing.unit
            format.scales = changing.scales
        }
        let decided = isClear || common != nil || forced != nil || !evidence.grouping.isEmpty
        return Result(format: format, isAmbiguous: unclear > 0 && !decided)
    }
}
