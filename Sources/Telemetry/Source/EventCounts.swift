import Values

/// Events by code, only for codes that have some: a fleet may know a thousand codes, of which a
/// device has five.
public struct EventCounts: Sendable, Hashable {
    /// A code, and how many events it has.
    public struct Entry: Sendable, Hashable {
        /// The code's index in the catalog.
        public let code: Int
        /// Above 0.
        public let count: Int
    }

    /// In rising order of codes, each once.
    public let entries: [Entry]

    /// From a list with one number per code; codes beyond its end have none.
    public init(_ counts: [Int] = []) {
        entries = counts.indices.filter { counts[$0] > 0 }.map {
            Entry(code: $0, count: counts[$0])
        }
    }

    /// From counts by code, in any order, each code once.
    init(_ counts: some Sequence<(key: Int, value: Int)>) {
        entries = counts.filter { $0.value > 0 }.map { Entry(code: $0.key, count: $0.value) }
            .sorted { $0.code < $1.code }
    }

    /// The events of a code; 0 for one without any.
    /// - Complexity: O(log codes).
    public subscript(code: Int) -> Int {
        let place = (0..<entries.count).partitionPoint { entries[$0].code < code }
        return place < entries.count && entries[place].code == code ? entries[place].count : 0
    }

    /// One number for each of the first `codes` codes of the catalog.
    public func dense(_ codes: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: codes)
        for entry in entries where entry.code < codes { counts[entry.code] = entry.count }
        return counts
    }
}
