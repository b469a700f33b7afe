/// Units by exact symbol, prefixes included.
///
/// Symbols and prefixes are those of the SI brochure and UCUM. Each unit takes only prefixes that
/// occur in the field, so that `TS` and `PM` are no terasiemens and petametres.
enum UnitTable {
    static func unit(_ symbol: String) -> PhysicalUnit? { units[symbol] }

    private static let units: [String: PhysicalUnit] = {
        var units: [String: PhysicalUnit] = [:]
        for entry in UnitEntry.all {
            for spelling in [entry.symbol] + entry.aliases {
                for (prefix, shown, factor) in prefixes(entry.prefixes) {
                    // The earlier entry wins: `min` is no milli-inch.
                    let unit = entry.unit(prefix: shown, factor: factor)
                    if units[prefix + spelling] == nil { units[prefix + spelling] = unit }
                }
            }
        }
        return units
    }()

    /// Each prefix as written and as displayed, with its factor; also the empty one.
    private static func prefixes(_ letters: String) -> [(String, String, Double)] {
        var all: [(String, String, Double)] = [("", "", 1)]
        for letter in letters {
            switch letter {
            case "µ": all += [("µ", "µ", 1e-6), ("u", "µ", 1e-6)]
            case "i":
                for (power, name) in ["Ki", "Mi", "Gi", "Ti"].enumerated() {
                    all.append((name, name, Double(1 << (10 * (power + 1)))))
                }
            case "K": all.append(("K", "k", 1e3))
            default: all.append((String(letter), String(letter), decimal[letter] ?? 1))
            }
        }
        return all
    }

    private static let decimal: [Character: Double] = [
        "p": 1e-12, "n": 1e-9, "m": 1e-3, "c": 1e-2, "d": 1e-1, "h": 1e2, "k": 1e3, "M": 1e6,
        "G": 1e9, "T": 1e12, "P": 1e15,
    ]
}

/// A unit, with its other spellings and the prefixes that it takes.
struct UnitEntry: Sendable {
    var symbol: String
    var aliases: [String] = []
    var prefixes = ""
    var dimension: UnitDimension
    var factor = 1.0
    var offset = 0.0
    var kind: String?

    init(
        _ spellings: String, _ dimension: UnitDimension, _ factor: Double = 1,
        prefixes: String = "", offset: Double = 0, kind: String? = nil
    ) {
        let all = spellings.split(separator: " ").map(String.init)
        symbol = all.first ?? spellings
        aliases = Array(all.dropFirst())
        self.dimension = dimension
        self.factor = factor
        self.prefixes = prefixes
        self.offset = offset
        self.kind = kind
    }

    func unit(prefix: String, factor: Double) -> PhysicalUnit {
        PhysicalUnit(
            symbol: prefix + symbol, dimension: dimension, factor: factor * self.factor,
            offset: offset, kind: kind)
    }

    static let all = basic + electric + mechanic + counted
}
