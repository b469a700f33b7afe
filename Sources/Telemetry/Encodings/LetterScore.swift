import Values

/// How much sense the letters of a code page make: about 2.5 for each byte beyond ASCII where they
/// are words of one of its languages, below 0 where they are none.
struct LetterScore {
    private(set) var value = 0.0
    private let page: Int
    private let languages: [LanguageLetters]
    /// Per language, in the order of `languages`.
    private var sums: [Double]

    init(_ fields: [[DecodedLetter]], page: Int) {
        self.page = page
        languages = LanguageLetters.of(page: page)
        sums = [Double](repeating: 0, count: languages.count)
        for field in fields {
            for index in field.indices where field[index].scalar >= 0x80 { add(field, index) }
        }
        value += sums.max() ?? 0
    }

    private mutating func add(_ field: [DecodedLetter], _ index: Int) {
        let letter = field[index]
        let before = index > 0 ? field[index - 1].scalar : 0x20
        let after = index + 1 < field.count ? field[index + 1].scalar : 0x20
        if UnitSigns.fits(letter.scalar, before: before, after: after) {
            value += 5
        } else if letter.length > 1 {
            value += AsianLetters.worth(letter.scalar, lead: letter.lead, page: page) ?? -2
            value -= Self.intrusion(before, after)
        } else {
            addSingle(letter.scalar, before, after)
        }
    }

    /// The penalty for an East Asian character within a word of ASCII letters.
    private static func intrusion(_ before: UInt32, _ after: UInt32) -> Double {
        let sides = [before, after].filter { Script($0) == .ascii }
        if sides.count == 2 { return 5 }
        return sides.contains(where: Case.isSmall) ? 1.5 : 0
    }

    private mutating func addSingle(_ scalar: UInt32, _ before: UInt32, _ after: UInt32) {
        let script = Script(scalar)
        switch script {
        case .none: value -= 8
        case .box: value -= 4
        case .sign: value -= Script(before).isLetter && Script(after).isLetter ? 3 : 1
        case .punctuation: value -= Script(before).isLetter && Script(after).isLetter ? 1.5 : 0.3
        case .latin, .cyrillic, .greek, .other: addLetter(scalar, script, before, after)
        case .asian: value += AsianLetters.worth(halfWidth: scalar, after: before, before: after)
        case .ascii: break
        }
    }

    private mutating func addLetter(
        _ scalar: UInt32, _ script: Script, _ before: UInt32, _ after: UInt32
    ) {
        let isAlone = !Script(before).isLetter && !Script(after).isLetter
        if isAlone { value -= 1.5 }
        for other in [before, after] where script.mixes(with: other) { value -= 2.5 }
        if Case.isCapital(scalar), Case.isSmall(before) { value -= 3 }
        // A word that goes from small to capital letters: the capitals are small letters in another
        // page.
        if Case.isSmall(scalar), Case.isCapital(after) { value -= 1.5 }
        let edge = { (scalar: UInt32) in
            Script(scalar).isLetter ? Case.small(scalar) : LanguageLetters.boundary
        }
        let (small, left, right) = (Case.small(scalar), edge(before), edge(after))
        for (index, language) in languages.enumerated() {
            sums[index] += isAlone ? 0 : language.worth(small, after: left, before: right)
        }
    }
}

/// Signs of units, which stand alone among ASCII.
enum UnitSigns {
    /// Whether a sign stands where units have it: `(°C)`, `m³`, `µm`, `kΩ`, `± 5`.
    static func fits(_ sign: UInt32, before: UInt32, after: UInt32) -> Bool {
        let isLetter = { (scalar: UInt32) in Script(scalar).isLetter }
        // Beside another sign beyond ASCII it is more likely a piece of a longer character.
        let isBesideSign = [before, after].contains { $0 >= 0xA1 && !isLetter($0) }
        if isBesideSign { return false }
        let opens = !isLetter(before)
        switch sign {
        // ° ℃ ℉
        case 0xB0, 0x2103, 0x2109:
            return (opens || Script(before) == .asian)
                && (!isLetter(after) || [0x43, 0x46, 0x4B, 0x63].contains(after))
        // ² ³
        case 0xB2, 0xB3: return isASCIILetter(before) && !isLetter(after)
        // µ in both of its codes
        case 0xB5, 0x3BC:
            return opens
                && [0x6D, 0x73, 0x41, 0x56, 0x67, 0x53, 0x57, 0x46, 0x48, 0x54, 0x6C]
                    .contains(after)
        // Ω in both of its codes
        case 0x3A9, 0x2126:
            return !isLetter(after) && (opens || [0x6B, 0x4D, 0x6D, 0x47].contains(before))
        // ± · ‰
        case 0xB1, 0xB7, 0x2030: return opens && !isLetter(after) || sign == 0xB7 && !opens
        default: return false
        }
    }

    private static func isASCIILetter(_ scalar: UInt32) -> Bool { (scalar | 0x20) &- 0x61 < 26 }
}

/// Scripts and other kinds of characters.
enum Script: Equatable {
    /// Invalid, a control character, or private use.
    case none
    case ascii, latin, cyrillic, greek, asian
    /// Hebrew, Arabic, Thai.
    case other
    case box, sign, punctuation

    init(_ scalar: UInt32) {
        switch scalar {
        case 0..<0x80: self = (scalar | 0x20) &- 0x61 < 26 ? .ascii : .punctuation
        case 0x80..<0xA0, 0xE000..<0xF900, 0xFFFD, 0x110000...: self = .none
        case 0xAA, 0xBA, 0xD7, 0xF7: self = .sign
        case 0xC0..<0x250, 0x300..<0x340, 0x1E00..<0x1F00: self = .latin
        case 0x370..<0x400: self = .greek
        case 0x400..<0x530: self = .cyrillic
        case 0x590..<0x780, 0xE00..<0xE80: self = .other
        case 0xA0, 0xAB, 0xBB, 0x2010..<0x2028: self = .punctuation
        case 0x2500..<0x2600: self = .box
        case 0x2E80..<0xD800, 0xF900..<0xFB00, 0xFF00..<0xFFF0: self = .asian
        default: self = .sign
        }
    }

    var isLetter: Bool {
        switch self {
        case .ascii, .latin, .cyrillic, .greek, .other, .asian: true
        case .none, .box, .sign, .punctuation: false
        }
    }

    /// Whether a letter of this script cannot stand beside `neighbour` in one word; Latin and East
    /// Asian letters may stand beside ASCII ones.
    func mixes(with neighbour: UInt32) -> Bool {
        let other = Script(neighbour)
        guard isLetter, other.isLetter, self != other else { return false }
        return !(self == .latin && other == .ascii) && !(self == .asian && other == .ascii)
    }
}

/// Capital and small letters.
enum Case {
    static func isCapital(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    static func isSmall(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    }

    /// The lowercase letter; the letter itself where that is not a single scalar.
    static func small(_ scalar: UInt32) -> UInt32 {
        guard let letter = Unicode.Scalar(scalar) else { return scalar }
        let small = letter.properties.lowercaseMapping.unicodeScalars
        return small.count == 1 ? small.first?.value ?? scalar : scalar
    }
}
