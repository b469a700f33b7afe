import Values

/// Rows that are written together, under a number made of them and of all rows before them in the
/// file, as they are written there.
///
/// So the same rows have the same number whenever they come again, also where the file has grown or
/// its columns are understood in another way since; and the same rows a second time within a file
/// have another.
struct PushBatch {
    /// The rows one after the other, in the format `RowBinary`.
    private(set) var bytes: [UInt8] = []
    /// Where each row ends.
    private(set) var ends: [Int] = []
    /// The number so far.
    private(set) var number: UInt64
    /// The partitions that its rows may be in.
    private var parts: Set<Int> = []
    /// The number before the last row.
    private var numberBefore: UInt64

    private static let rowLimit = 100_000
    private static let byteLimit = 16 << 20
    /// A server makes a part for each partition; current ones refuse more than 100 in one insert.
    private static let partLimit = 96

    /// An empty batch behind rows with that number.
    init(after number: UInt64) { (self.number, numberBefore) = (number, number) }

    /// The number before the first row of a file, which depends on its columns.
    static func start(_ columns: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in columns { hash = Self.hash(RowEncoder.text(name), from: hash) }
        return hash
    }

    var rows: Int { ends.count }

    var isFull: Bool {
        rows >= Self.rowLimit || bytes.count >= Self.byteLimit || parts.count >= Self.partLimit
    }

    /// Appends a row, where it can be written at all.
    /// - Parameters:
    ///   - hash: of the row as the file has it.
    ///   - part: the partition that it goes to.
    mutating func append(
        _ row: Int, of encoder: RowEncoder, hash: UInt32, part: Int
    ) -> RowEncoder.Outcome {
        let outcome = encoder.append(row, to: &bytes)
        guard outcome == .written else { return outcome }
        numberBefore = number
        number = Self.hash(RowEncoder.bytes(of: hash), from: number)
        ends.append(bytes.count)
        parts.insert(part)
        return outcome
    }

    /// The batch without its last row, and the last row as a batch of its own; `nil` where there is
    /// no other row.
    var withLastApart: (rest: PushBatch, last: PushBatch)? {
        guard rows > 1 else { return nil }
        let cut = ends[rows - 2]
        var rest = self
        rest.bytes.removeSubrange(cut...)
        rest.ends.removeLast()
        rest.number = numberBefore
        var last = PushBatch(after: numberBefore)
        last.bytes = Array(bytes[cut...])
        last.ends = [last.bytes.count]
        last.number = number
        return (rest, last)
    }

    /// The rows that are not among those given, each with the batch's number behind it.
    func body(without present: [ArraySlice<UInt8>] = []) -> (bytes: [UInt8], rows: Int) {
        var left: [ArraySlice<UInt8>: Int] = [:]
        for row in present { left[row, default: 0] += 1 }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + rows * 8)
        var (start, count) = (0, 0)
        for end in ends {
            defer { start = end }
            let row = bytes[start..<end]
            if !left.isEmpty, let number = left[row] {
                left[row] = number == 1 ? nil : number - 1
                continue
            }
            result += row
            RowEncoder.append(number, to: &result)
            count += 1
        }
        return (result, count)
    }

    /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 64 bits.
    private static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64) -> UInt64 {
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
