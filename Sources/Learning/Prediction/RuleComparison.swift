import Analysis
import Models

/// Whether a model beats a plain rule on the same held-out rows beyond chance, by a bootstrap of
/// whole blocks, as consecutive rows of a device are very similar (Künsch 1989).
struct RuleComparison {
    /// Number of resamplings.
    private static let resamplings = 100
    /// Rows drawn from, evenly chosen: fewer than twice as many.
    private static let rowLimit = 20_000

    /// The block of each row; rows of a block are drawn together.
    let blocks: [Int]
    let seed: UInt64

    /// The share of the resamplings in which the model is better, 0…1; 0 without rows.
    ///
    /// - Parameter isBetter: Whether the model beats the rule on the given rows.
    /// - Complexity: O(resamplings × cost of `isBetter`).
    func winShare(_ isBetter: ([Int]) -> Bool) -> Double {
        let step = max(1, blocks.count / Self.rowLimit)
        let rows = stride(from: 0, to: blocks.count, by: step)
        let groups = Dictionary(grouping: rows) { blocks[$0] }.sorted { $0.key < $1.key }
            .map(\.value)
        guard !groups.isEmpty else { return 0 }
        var random = SeededGenerator(seed: seed)
        var wins = 0
        for _ in 0..<Self.resamplings {
            let drawn = groups.indices.flatMap { _ in
                groups[random.integer(below: groups.count)]
            }
            if isBetter(drawn) { wins += 1 }
        }
        return Double(wins) / Double(Self.resamplings)
    }
}
