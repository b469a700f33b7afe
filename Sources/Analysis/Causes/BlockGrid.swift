/// Rows in blocks of the same number, the last of which ends with the last row.
struct BlockGrid: Sendable {
    /// Rows of a block.
    let length: Int
    /// Rows before the first block.
    let offset: Int
    let count: Int
    /// Blocks that are usual and that what came before the first row no longer touches.
    let usual: Range<Int>

    /// About this many blocks make a record.
    private static let blocks = 300

    init(_ signals: CauseSignals) {
        length = max(1, signals.rowCount / Self.blocks)
        count = signals.rowCount / length
        offset = signals.rowCount - count * length
        let end = signals.usual.upperBound / length
        usual = min(2 * LagBank.settled / length + 1, end)..<end
    }

    /// The row at which a block begins.
    func row(_ block: Int) -> Int { offset + block * length }

    /// The mean of each block. O(n).
    func means(_ values: [Double]) -> [Double] {
        (0..<count).map { block in
            values[row(block)..<row(block + 1)].reduce(0, +) / Double(length)
        }
    }
}
