import Pipeline
import Reports

/// The most recently used analyses of choices other than the default, over all sets.
struct VariantCache {
    private struct Entry {
        var set: String
        var choice: Choice
        var analysed: AnalysedSnapshot
    }

    /// The most recently used last.
    private var entries: [Entry] = []
    private var byteCount = 0
    var count: Int { entries.count }

    /// Analyses kept, of all sets together.
    static let limit = 16
    /// Bytes that they may take together; the most recent one is kept whatever its size.
    static let byteLimit = 64 << 20

    /// The analysis of a choice, marked as most recently used; nil where it is not kept.
    mutating func find(_ choice: Choice, of set: String) -> AnalysedSnapshot? {
        guard let index = entries.firstIndex(where: { $0.set == set && $0.choice == choice })
        else { return nil }
        let entry = entries.remove(at: index)
        entries.append(entry)
        return entry.analysed
    }

    /// Keeps an analysis and drops the least recently used beyond the limits.
    mutating func keep(_ analysed: AnalysedSnapshot, for choice: Choice, of set: String) {
        entries.removeAll { $0.set == set && $0.choice == choice }
        entries.append(Entry(set: set, choice: choice, analysed: analysed))
        byteCount = entries.reduce(0) { $0 + $1.analysed.byteCount }
        while entries.count > Self.limit || entries.count > 1 && byteCount > Self.byteLimit {
            byteCount -= entries.removeFirst().analysed.byteCount
        }
    }

    /// Drops all analyses of a set.
    mutating func remove(_ set: String) {
        entries.removeAll { $0.set == set }
        byteCount = entries.reduce(0) { $0 + $1.analysed.byteCount }
    }
}
