/// A token of a cell, or an offset of several; fractions of seconds are left out.
struct TimeElement {
    enum Kind: Hashable { case number, word, sign, zone }

    var kind: Kind
    /// The number, the sign's ASCII code, or the offset's seconds.
    var value = 0
    var digits = 0
    /// The word in lower case, without points and blanks.
    var text = ""
    var range: Range<Int>
    var isGlued = false

    /// The elements of a cell; `nil` where there are more than a time can have.
    static func all(of cell: [UInt8]) -> [TimeElement]? {
        var reader = TimeElementReader(cell)
        return reader.read()
    }

    /// The structure of a cell: kinds of elements, and which signs.
    static func signature(_ elements: [TimeElement]) -> String {
        elements.map { element in
            switch element.kind {
            case .number: "N"
            case .word: "W"
            case .zone: "Z"
            case .sign: String(Unicode.Scalar(UInt8(truncatingIfNeeded: element.value)))
            }
        }.joined()
    }
}

/// Combines tokens where those around them tell what they are.
private struct TimeElementReader {
    private let cell: [UInt8]
    private var tokens: [TimeToken] = []
    private var elements: [TimeElement] = []

    init(_ cell: [UInt8]) {
        self.cell = cell
        var index = 0
        while tokens.count < 40, let token = TimeScanner.next(cell.span, &index) {
            tokens.append(token)
        }
    }

    mutating func read() -> [TimeElement]? {
        guard tokens.count < 32 else { return nil }
        var index = 0
        while index < tokens.count {
            if isFraction(index) {
                index += 2
            } else if let zone = zone(index) {
                elements.append(zone.element)
                index += zone.count
            } else {
                elements.append(element(tokens[index]))
                index += 1
            }
        }
        return elements
    }

    private func element(_ token: TimeToken) -> TimeElement {
        var element = TimeElement(
            kind: .number, value: token.value, digits: token.digits, range: token.range,
            isGlued: token.isGlued)
        switch token.kind {
        case .number: break
        case .sign: element.kind = .sign
        case .word:
            element.kind = .word
            element.text = TimeWords.folded(String(decoding: cell[token.range], as: UTF8.self))
        }
        return element
    }

    private func sign(_ index: Int) -> UInt8? {
        guard tokens.indices.contains(index), tokens[index].kind == .sign else { return nil }
        return UInt8(truncatingIfNeeded: tokens[index].value)
    }

    private func number(_ index: Int) -> TimeToken? {
        guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
        return tokens[index]
    }

    /// Whether a fraction is here: after `hh:mm:ss` (also `hh:mm:ss;500`, as Rockwell trends write
    /// it) or `hh.mm.ss`, or after a number that ends with `hhmmss`.
    private func isFraction(_ index: Int) -> Bool {
        guard let sign = sign(index), sign == 0x2E || sign == 0x2C || sign == 0x3B,
            tokens[index].isGlued,
            let digits = number(index + 1), digits.isGlued, let second = number(index - 1)
        else { return false }
        if self.sign(index - 2) == 0x3A, self.sign(index - 4) == 0x3A { return second.digits <= 2 }
        if self.sign(index - 2) == 0x2E, self.sign(index - 4) == 0x2E, sign == 0x2E {
            return second.digits == 2 && digits.digits >= 3
        }
        return [12, 14].contains(second.digits)
            || second.digits == 6 && elements.count > 1
                && elements.last?.kind == .number && self.sign(index - 2) == nil
    }

    /// The offset or abbreviation here, which only follows a time of day.
    private func zone(_ index: Int) -> (element: TimeElement, count: Int)? {
        guard hasClock else { return nil }
        var element = TimeElement(kind: .zone, range: tokens[index].range)
        var count = 0
        if tokens[index].kind == .word {
            element.text = self.element(tokens[index]).text
            guard let offset = ZoneWords.offsets[element.text] else { return nil }
            element.value = offset
            count = 1
        }
        if let offset = offset(index + count, afterWord: count > 0) {
            element.value += offset.seconds
            count += offset.count
        }
        guard count > 0 else { return nil }
        element.range = element.range.lowerBound..<tokens[index + count - 1].range.upperBound
        return (element, count)
    }

    /// Whether there was a colon, a `T`, digits for date and clock in one, or a mark like `PM`.
    private var hasClock: Bool {
        elements.contains { $0.kind == .sign && $0.value == 0x3A || $0.text == "t" }
            || elements.contains { $0.kind == .number && [12, 14].contains($0.digits) }
            || elements.contains { TimeWords.halves[$0.text] != nil && $0.text.count > 1 }
    }

    private func offset(_ index: Int, afterWord: Bool) -> (seconds: Int, count: Int)? {
        guard let sign = sign(index), sign == 0x2B || sign == 0x2D, let hours = number(index + 1),
            hours.isGlued, hours.digits <= 2 || hours.digits == 4
        else { return nil }
        var (minutes, count) = (0, 2)
        if hours.digits == 4 {
            minutes = hours.value / 100 * 60 + hours.value % 100
        } else {
            minutes = hours.value * 60
            if self.sign(index + 2) == 0x3A, let rest = number(index + 3), rest.digits == 2 {
                minutes += rest.value
                count = 4
            }
        }
        let rest = tokens[(index + count)...]
        guard minutes <= 15 * 60, rest.allSatisfy({ $0.kind == .word }) else { return nil }
        // A hyphen may also be within a date.
        guard sign == 0x2B || afterWord || endsClock(index - 1) else { return nil }
        return (minutes * (sign == 0x2D ? -60 : 60), count)
    }

    /// Whether the token is the last one of a time of day.
    private func endsClock(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        if tokens[index].kind == .word { return true }
        if sign(index - 1) == 0x3A { return true }
        if let sign = sign(index - 1), sign == 0x2E || sign == 0x2C { return true }
        return number(index).map { $0.digits >= 4 } ?? false
    }
}
