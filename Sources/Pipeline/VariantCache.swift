/// The analyses of one loaded data set that were asked for last, by choice.
struct VariantCache: Sendable {
    private var entries: [(choice: Choice, analysed: AnalysedSnapshot)] = []

    /// Kept beside the default analysis.
    static let limit = 16

    /// The analysis of a choice, which thereby becomes the youngest.
    mutating func find(_ choice: Choice) -> AnalysedSnapshot? {
        guard let index = entries.firstIndex(where: { $0.choice == choice }) else { return nil }
        let entry = entries.remove(at: index)
        entries.append(entry)
        return entry.analysed
    }

    /// Keeps an analysis and drops the oldest beyond the limit.
    mutating func keep(_ analysed: AnalysedSnapshot, for choice: Choice) {
        entries.removeAll { $0.choice == choice }
        entries.append((choice, analysed))
        if entries.count > Self.limit { entries.removeFirst() }
    }
}
