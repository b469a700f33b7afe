import Pipeline
import Reports

/// The analyses that were asked for last, by set and choice, beside the whole sets' own.
struct VariantCache {
    private struct Entry {
        var set: String
        var choice: Choice
        var analysed: AnalysedSnapshot
    }

    /// The youngest at the end.
    private var entries: [Entry] = []
    private var byteCount = 0
    var count: Int { entries.count }

    /// Analyses kept of all sets together.
    static let limit = 16
    /// Memory they may take together; the youngest is kept however large it is.
    static let byteLimit = 64 << 20

    /// The analysis of a choice, which thereby becomes the youngest.
    mutating func find(_ choice: Choice, of set: String) -> AnalysedSnapshot? {
        guard let index = entries.firstIndex(where: { $0.set == set && $0.choice == choice })
        else { return nil }
        let entry = entries.remove(at: index)
        entries.append(entry)
        return entry.analysed
    }

    /// Keeps an analysis and lets go of the oldest beyond the limits.
    mutating func keep(_ analysed: AnalysedSnapshot, for choice: Choice, of set: String) {
        entries.removeAll { $0.set == set && $0.choice == choice }
        entries.append(Entry(set: set, choice: choice, analysed: analysed))
        byteCount = entries.reduce(0) { $0 + $1.analysed.byteCount }
        while entries.count > Self.limit || entries.count > 1 && byteCount > Self.byteLimit {
            byteCount -= entries.removeFirst().analysed.byteCount
        }
    }

    /// Lets go of a set's.
    mutating func remove(_ set: String) {
        entries.removeAll { $0.set == set }
        byteCount = entries.reduce(0) { $0 + $1.analysed.byteCount }
    }
}
