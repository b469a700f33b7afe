import Values

/// Events by code, without the codes that have none: a fleet may know a thousand codes of which a
/// device shows five.
public struct EventCounts: Sendable, Hashable {
    /// A code with its events.
    public struct Entry: Sendable, Hashable {
        /// Index in the catalog's codes.
        public let code: Int
        /// Its events, above 0.
        public let count: Int
    }

    /// By rising code.
    public let entries: [Entry]

    /// The counts of a list with one number per code, or of its first codes.
    public init(_ counts: [Int] = []) {
        entries = counts.indices.filter { counts[$0] > 0 }.map {
            Entry(code: $0, count: counts[$0])
        }
    }

    /// Counts by code, in any order, each code once.
    init(_ counts: some Sequence<(key: Int, value: Int)>) {
        entries = counts.filter { $0.value > 0 }.map { Entry(code: $0.key, count: $0.value) }
            .sorted { $0.code < $1.code }
    }

    /// The events of a code; 0 where it has none. O(log codes).
    public subscript(code: Int) -> Int {
        let place = (0..<entries.count).partitionPoint { entries[$0].code < code }
        return place < entries.count && entries[place].code == code ? entries[place].count : 0
    }

    /// One number for each of so many codes.
    public func dense(_ codes: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: codes)
        for entry in entries where entry.code < codes { counts[entry.code] = entry.count }
        return counts
    }
}
