/// Causes in the order of their weight, with cumulative shares.
public struct Pareto<Key: Hashable & Sendable & Comparable>: Sendable, Equatable {
    /// One cause.
    public struct Item: Sendable, Equatable {
        /// What it is.
        public let key: Key
        /// Its weight.
        public let value: Double
        /// Its share of the whole, 0 to 1.
        public let share: Double
        /// Its share and that of all heavier ones.
        public let cumulativeShare: Double
    }

    /// The causes, heaviest first, equal ones by key.
    public let items: [Item]
    /// The whole.
    public let total: Double

    /// Sorts causes; those without positive weight (also NaN) are left out. O(n log n).
    public init(_ values: [Key: Double]) {
        let sorted = values.filter { $0.value > 0 && $0.value.isFinite }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let whole = sorted.reduce(0) { $0 + $1.value }
        var sum = 0.0
        items = sorted.map { key, value in
            sum += value
            return Item(
                key: key, value: value, share: value / whole, cumulativeShare: sum / whole)
        }
        total = whole
    }

    /// The fewest causes that make at least `share` of the whole.
    public func vitalFew(share: Double = 0.8) -> ArraySlice<Item> {
        let last = items.firstIndex { $0.cumulativeShare >= share - 1e-12 }
        return items[..<(last.map { $0 + 1 } ?? items.count)]
    }
}
