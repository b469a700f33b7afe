private import CKernels
import Values

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// What a cell in a column of numbers holds.
enum ParsedNumber: Equatable {
    case value(Double)
    case missing
    case notANumber
    /// Infinite, or too large for a `Double`.
    case outOfRange
}

/// Parses numbers in one format: `-1,234.5`, `1.234,5 °C`, `6.02e23`.
///
/// The result is the `Double` nearest to the decimal as written, however many digits it has: by W.
/// Clinger, "How to Read Floating Point Numbers Accurately" (1990), for short ones, an exact
/// division of integers for up to 19 digits, the standard library beyond. A unit with a factor
/// multiplies it.
struct NumberParser: Sendable {
    private let decimalSign: UInt8
    private let grouping: UInt8?
    private let suffix: [UInt8]
    private let marks: [UInt8]
    private let flagSign: UInt8?
    /// Texts after a number, with what they multiply it by.
    private let scales: [(text: [UInt8], factor: Double)]
    private let missing: MissingMarkers

    init(_ format: NumberNotation, missing: MissingMarkers) {
        decimalSign = format.decimalComma ? 0x2C : 0x2E
        grouping = format.grouping
        suffix = Array((format.suffix ?? "").utf8).filter { $0 != 0x20 }
        marks = Array((format.marks ?? "").utf8)
        flagSign = format.flagSign
        scales = (format.scales ?? [:]).sorted { $0.key < $1.key }.map {
            (Array($0.key.utf8).filter { $0 != 0x20 }, $0.value)
        }
        self.missing = missing
    }

    /// The number in a cell; spaces around it are ignored. A value is always finite.
    func parse(_ cell: Span<UInt8>) -> ParsedNumber {
        let cell = cell.extracting(cell.trimmedRange)
        if missing.contains(cell) { return .missing }
        if FullWidth.mayHold(cell) {
            let plain = FullWidth.folded(cell)
            return FullWidth.mayHold(plain.span) ? .notANumber : parse(plain.span)
        }
        // `(1.25)`, as accountants write what is negative.
        if cell.byte(at: 0) == 0x28, cell.count > 2, cell[cell.count - 1] == 0x29,
            cell[1] &- 0x30 < 10,
            case .value(let value) = parse(cell.extracting(1..<(cell.count - 1)))
        {
            return .value(-value)
        }
        var digits = Digits()
        var index = 0
        digits.isNegative = Self.sign(cell, &index)
        Self.skipPadding(cell, &index)
        if Self.isInfinity(cell, from: index) { return .outOfRange }
        guard integerPart(cell, &index, &digits) else { return .notANumber }
        if cell.byte(at: index) == decimalSign {
            index += 1
            while let byte = cell.byte(at: index), byte &- 0x30 < 10 {
                digits.append(byte &- 0x30, isDecimal: true)
                index += 1
            }
        }
        guard digits.count > 0 else { return .notANumber }
        Self.exponent(cell, &index, &digits)
        // `1.234,56-`, as SAP writes it.
        if !digits.isNegative, index > 0, index + 1 == cell.count, cell[index] == 0x2D {
            digits.isNegative = true
            index += 1
        }
        guard let factor = factor(cell, from: index) else { return .notANumber }
        let value = factor == 1 ? digits.value : digits.value * factor
        return value.isFinite ? .value(value) : .outOfRange
    }

    /// Reads the digits before the decimal sign. All groups but the first must have three digits
    /// or, all but the last, two as in India.
    private func integerPart(
        _ cell: Span<UInt8>, _ index: inout Int, _ digits: inout Digits
    ) -> Bool {
        var group = 0
        var groups = 0
        while let byte = cell.byte(at: index) {
            if byte &- 0x30 < 10 {
                digits.append(byte &- 0x30, isDecimal: false)
                group += 1
                index += 1
            } else if let width = groupingWidth(cell, at: index), group > 0,
                let next = cell.byte(at: index + width), next &- 0x30 < 10
            {
                // Thousands, or lakh and crore: `12,34,567`.
                guard group <= 3, groups == 0 || group == 3 || group == 2 else { return false }
                groups += 1
                group = 0
                index += width
            } else {
                break
            }
        }
        return groups == 0 || group == 3
    }

    /// Bytes of the thousands separator here; a space stands for all kinds of spaces. `nil`
    /// without.
    private func groupingWidth(_ cell: Span<UInt8>, at index: Int) -> Int? {
        guard let grouping, let byte = cell.byte(at: index) else { return nil }
        if byte == grouping { return 1 }
        guard grouping == 0x20 else { return nil }
        let next = cell.byte(at: index + 1)
        if byte == 0xC2, next == 0xA0 { return 2 }
        let last = cell.byte(at: index + 2)
        if byte == 0xE2, next == 0x80, last == 0xAF || last == 0x89 { return 3 }
        return nil
    }

    /// What the text after a number multiplies it by, mostly 1; `nil` where the text is not
    /// expected.
    private func factor(_ cell: Span<UInt8>, from index: Int) -> Double? {
        for scale in scales where ends(cell, with: scale.text, from: index) && index < cell.count {
            return scale.factor
        }
        if index + 1 == cell.count, marks.contains(cell[index]) { return 1 }
        if let flagSign, index + 2 == cell.count, cell[index] == flagSign,
            cell[index + 1] &- 0x30 < 10
        {
            return 1
        }
        return ends(cell, with: suffix, from: index) ? 1 : nil
    }

    /// Whether nothing follows, or exactly the text, spaces ignored.
    private func ends(_ cell: Span<UInt8>, with suffix: [UInt8], from index: Int) -> Bool {
        var index = index
        var rest = 0
        while index < cell.count {
            defer { index += 1 }
            if cell[index] == 0x20 { continue }
            guard rest < suffix.count, cell[index] == suffix[rest] else { return false }
            rest += 1
        }
        return rest == 0 || rest == suffix.count
    }

    private static func sign(_ cell: Span<UInt8>, _ index: inout Int) -> Bool {
        switch cell.byte(at: 0) {
        case 0x2D:
            index = 1
            return true
        case 0x2B:
            index = 1
        case 0xE2 where cell.byte(at: 1) == 0x88 && cell.byte(at: 2) == 0x92:
            // U+2212, the true minus sign.
            index = 3
            return true
        default: break
        }
        return false
    }

    /// Skips blanks between sign and digits, as loggers with fixed-width columns write them.
    private static func skipPadding(_ cell: Span<UInt8>, _ index: inout Int) {
        guard index > 0, cell.byte(at: index) == 0x20 else { return }
        cell.skipBlanks(&index)
    }

    private static func isInfinity(_ cell: Span<UInt8>, from index: Int) -> Bool {
        let rest = cell.extracting(index...)
        return rest.equals(lowercase: Array("inf".utf8))
            || rest.equals(lowercase: Array("infinity".utf8))
    }

    /// Reads `e12`, `E-3`, Fortran's `D+03`; nothing where no digit follows, as in a unit.
    private static func exponent(_ cell: Span<UInt8>, _ index: inout Int, _ digits: inout Digits) {
        guard let mark = cell.byte(at: index), mark | 0x20 == 0x65 || mark | 0x20 == 0x64 else {
            return
        }
        var at = index + 1
        let isNegative = cell.byte(at: at) == 0x2D
        let isSigned = isNegative || cell.byte(at: at) == 0x2B
        if isSigned { at += 1 }
        // `5d3` may be an identifier.
        if mark | 0x20 == 0x64, !isSigned { return }
        guard let (value, _) = cell.integer(&at, maximum: 6) else { return }
        while let byte = cell.byte(at: at), byte &- 0x30 < 10 { at += 1 }
        digits.exponent &+= isNegative ? -value : value
        index = at
    }
}

/// The digits of a decimal number and its scale.
private struct Digits {
    var isNegative = false
    /// The power of ten by which the mantissa is multiplied.
    var exponent = 0
    /// All digits that were read, leading zeros included.
    private(set) var count = 0
    private var mantissa: UInt64 = 0
    private var significant = 0
    /// ASCII digits from the twentieth significant one on.
    private var rest: [UInt8] = []

    mutating func append(_ digit: UInt8, isDecimal: Bool) {
        count += 1
        if significant < 19 {
            if significant > 0 || digit > 0 { significant += 1 }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            if isDecimal { exponent -= 1 }
        } else {
            rest.append(digit &+ 0x30)
            if isDecimal { exponent -= 1 }
        }
    }

    /// The nearest `Double`; infinite beyond its range.
    var value: Double {
        let magnitude: Double
        if mantissa == 0 {
            magnitude = 0
        } else if rest.isEmpty, exponent <= 0, exponent >= -19 {
            magnitude = ck_csv_scale(mantissa, UInt32(-exponent))
        } else if rest.isEmpty, exponent > 0, exponent <= 22, mantissa < 1 << 53 {
            magnitude = Double(mantissa) * pow(10, Double(exponent))
        } else {
            let digits = "\(mantissa)" + String(decoding: rest, as: UTF8.self)
            magnitude = Double("\(digits)e\(exponent)") ?? .nan
        }
        return isNegative ? -magnitude : magnitude
    }
}
