/// Whole numbers of rows, such as the lines on which they start; those that follow each other
/// without a gap take no room.
public struct RowNumbers: RandomAccessCollection, Sendable {
    private var base: Int
    /// What is added to the base; empty where the numbers follow each other.
    private var offsets: [Int]
    /// How many there are.
    public let count: Int

    /// `count` numbers from `first` on.
    public init(from first: Int = 0, count: Int = 0) {
        base = first
        offsets = []
        self.count = count
    }

    /// Any numbers.
    public init(_ numbers: [Int]) {
        base = 0
        offsets = numbers
        count = numbers.count
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The same as `count`.
    public var endIndex: Int { count }

    /// The number of a row.
    public subscript(row: Int) -> Int { base + (offsets.isEmpty ? row : offsets[row]) }

    /// Every number made greater. O(1).
    func advanced(by distance: Int) -> RowNumbers {
        var result = self
        result.base += distance
        return result
    }

    /// The numbers of some rows, in their order.
    func selected(_ rows: [Int]) -> RowNumbers { RowNumbers(rows.map { self[$0] }) }
}
