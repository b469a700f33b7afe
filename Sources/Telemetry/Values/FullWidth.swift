/// Full-width digits and signs, as Japanese and Chinese terminals write them.
enum FullWidth {
    /// Whether a full-width character is at the beginning of a cell, or after a single byte; other
    /// cells cannot be full-width numbers.
    static func mayHold(_ cell: Span<UInt8>) -> Bool {
        cell.byte(at: 0) == 0xEF && (cell.byte(at: 1) == 0xBC || cell.byte(at: 1) == 0xBD)
            || cell.byte(at: 1) == 0xEF && cell.byte(at: 2) == 0xBC
    }

    /// The cell with U+FF01 to U+FF5E as plain ASCII.
    /// - Complexity: O(length).
    static func folded(_ cell: Span<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(cell.count)
        var index = 0
        while index < cell.count {
            let third = cell.byte(at: index + 2) ?? 0
            switch (cell[index], cell.byte(at: index + 1)) {
            case (0xEF, 0xBC) where third > 0x80:
                plain.append(third - 0x60)
                index += 3
            case (0xEF, 0xBD) where third < 0x9F && third >= 0x80:
                plain.append(third - 0x20)
                index += 3
            default:
                plain.append(cell[index])
                index += 1
            }
        }
        return plain
    }
}
