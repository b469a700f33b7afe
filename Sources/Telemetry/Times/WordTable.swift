import Values

/// Numbers by word, found by the hash that the scanner computes on the way.
///
/// Words beyond ASCII are stored in lower and upper case and capitalized, so that cells need no
/// case folding.
struct WordTable: Sendable {
    private let numbers: [UInt64: Int]

    init(_ words: [String: Int]) {
        var numbers: [UInt64: Int] = [:]
        for (word, number) in words {
            for variant in Self.variants(word) { numbers[TimeWordHash.of(variant)] = number }
        }
        self.numbers = numbers
    }

    /// A set of words, each with the number 0.
    init(_ words: some Sequence<String>) {
        self.init(Dictionary(words.map { ($0, 0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The number of a word; `nil` for others. Words with the same hash (one pair in 10^19) would
    /// be confused.
    func number(of token: TimeToken) -> Int? { numbers[token.hash] }

    private static func variants(_ word: String) -> [String] {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return [word] }
        return [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]
    }
}
