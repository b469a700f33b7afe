import Analysis

/// How the names of a fleet's devices look.
///
/// None of them contains a word that would count as a broken number on a page (`FaultyNumbers`).
enum NameShape: CaseIterable, Sendable {
    case plain, digits, zeroPadded, spaced, markup, quotes, commas, lines, formula
    case wide, long, path, empty, blank, shared, differingInCase

    func name(_ device: Int, of devices: Int, _ random: inout SeededGenerator) -> String {
        switch self {
        case .plain: return "unit-\(device + 1)"
        case .digits: return "\(device + 1)"
        case .zeroPadded: return "0000\(device + 1)"
        case .spaced: return " Pump  no. \(device + 1) "
        case .markup: return "<b onclick='x()'>\(device + 1)</b>&amp;<script>x\(device)</script>"
        case .quotes: return "the \"best\" '\(device + 1)'"
        case .commas: return "hall 1, pump \(device + 1); left"
        case .lines: return "pump\n\(device + 1)"
        case .formula: return ["=", "+", "-", "@"][device % 4] + "1+\(device)"
        case .wide:
            return ["насос", "泵", "🚀👩‍👩‍👧", "e\u{301}\u{302}", "\u{202E}rtl"][device % 5] + "\(device)"
        case .long:
            return String(repeating: "x", count: device % 3 == 0 ? 10_000 : 300) + "\(device)"
        case .path: return "../../raw/\(device + 1)/%2e%2e?a=b#c"
        case .empty: return device == 0 ? "" : "unit-\(device + 1)"
        case .blank: return device % 2 == 0 ? " " : "-"
        case .shared: return random.uniform() < 0.5 ? "same" : "unit-\(device + 1)"
        case .differingInCase: return device % 2 == 0 ? "Unit-\(device / 2)" : "unit-\(device / 2)"
        }
    }
}

/// How the names of columns look.
enum HeadShape: CaseIterable, Sendable {
    case plain, empty, equal, markup, long, lines, digits

    func name(_ place: Int, _ plain: String) -> String {
        switch self {
        case .plain: plain
        case .empty: place % 2 == 0 ? "" : plain
        case .equal: place < 3 ? "value" : plain
        case .markup: "<i title=\"\(place)\">&\(plain)</i>"
        case .long: String(repeating: "w", count: 4_000) + plain
        case .lines: "\(plain)\n\(place)"
        case .digits: "\(place)"
        }
    }
}
