/// Whole numbers of rows, such as the lines on which they begin. Consecutive ones take no memory.
public struct RowNumbers: RandomAccessCollection, Sendable {
    private var base: Int
    /// Added to `base`; empty where the numbers are consecutive.
    private var offsets: [Int]
    /// How many numbers there are: one per row.
    public let count: Int

    /// `count` consecutive numbers from `first` on.
    public init(from first: Int = 0, count: Int = 0) {
        base = first
        offsets = []
        self.count = count
    }

    /// The numbers given, in that order.
    public init(_ numbers: [Int]) {
        base = 0
        offsets = numbers
        count = numbers.count
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The same as `count`.
    public var endIndex: Int { count }

    /// The number of a row, counted from 0.
    public subscript(row: Int) -> Int { base + (offsets.isEmpty ? row : offsets[row]) }

    /// All numbers increased by `distance`.
    /// - Complexity: O(1).
    func advanced(by distance: Int) -> RowNumbers {
        var result = self
        result.base += distance
        return result
    }

    /// The numbers of some rows, in the order of `rows`.
    func selected(_ rows: [Int]) -> RowNumbers { RowNumbers(rows.map { self[$0] }) }
}
