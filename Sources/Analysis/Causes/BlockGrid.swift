/// Rows in blocks of the same number, the last of which ends with the last row.
struct BlockGrid: Sendable {
    /// Rows of a block.
    let length: Int
    /// Rows before the first block.
    let offset: Int
    let count: Int
    /// Blocks that are usual and that what came before the first row no longer touches.
    let usual: Range<Int>
    /// By block, whether an earlier trouble lies in it.
    let isTroubled: [Bool]

    /// About this many blocks make a record.
    private static let blocks = 300

    /// - Parameter troubled: Rows of the input in which earlier troubles lie.
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

    /// The row at which a block begins.
    func row(_ block: Int) -> Int { offset + block * length }

    /// The block that a row lies in; rows before the first block belong to it.
    func block(_ row: Int) -> Int { max(0, min(count - 1, (row - offset) / length)) }

    /// The mean of each block. O(n).
    func means(_ values: [Double]) -> [Double] { values[offset...].blockMeans(length) }
}
