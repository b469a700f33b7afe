/// Rows in blocks of the same number, the last of which ends with the last row.
struct BlockGrid: Sendable {
    /// Rows of each block.
    let length: Int
    /// Rows before the first block.
    let offset: Int
    let count: Int
    /// Blocks taken as usual, from the first one that the unknown time before the record no longer
    /// reaches.
    let usual: Range<Int>
    /// By block, whether an earlier trouble lies in it.
    let isTroubled: [Bool]

    /// A record has at least this many blocks, and fewer than twice as many.
    private static let blocks = 300

    /// - Parameter troubled: Rows of the input, not of `signals`, in which earlier troubles lie.
    init(_ signals: CauseSignals, troubled: [Range<Int>] = []) {
        let length = max(1, signals.rowCount / Self.blocks)
        let count = signals.rowCount / length
        let offset = signals.rowCount - count * length
        let end = signals.usual.upperBound / length
        usual = min(2 * LagBank.settled / length + 1, end)..<end
        isTroubled = (0..<count).map { block in
            let first = signals.inputRow(offset + block * length)
            let rows = first..<first + length * signals.factor
            return troubled.contains { $0.overlaps(rows) }
        }
        (self.length, self.count, self.offset) = (length, count, offset)
    }

    func row(_ block: Int) -> Int { offset + block * length }

    /// The block that a row lies in; rows before the first block belong to it.
    func block(_ row: Int) -> Int { max(0, min(count - 1, (row - offset) / length)) }

    /// The mean of each block. O(n).
    func means(_ values: [Double]) -> [Double] { values[offset...].blockMeans(length) }
}
