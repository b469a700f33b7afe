import Values

/// Rows that are written together, under a number made of them and of all rows before them in the
/// file.
///
/// So the same rows have the same number whenever they come again, also where the file has grown;
/// and the same rows a second time within a file have another.
struct PushBatch {
    /// The rows one after the other, in the format `RowBinary`.
    private(set) var bytes: [UInt8] = []
    /// Where each row ends.
    private(set) var ends: [Int] = []
    /// The number so far.
    private(set) var number: UInt64
    private var months: Set<Int> = []

    private static let rowLimit = 100_000
    private static let byteLimit = 16 << 20
    /// A server makes a part for each partition; current ones refuse more than 100 in one insert.
    private static let monthLimit = 45

    /// An empty batch behind rows with that number.
    init(after number: UInt64) { self.number = number }

    /// The number before the first row of a file, which depends on its columns.
    static func start(_ columns: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in columns { hash = Self.hash(RowEncoder.text(name), from: hash) }
        return hash
    }

    var rows: Int { ends.count }

    var isFull: Bool {
        rows >= Self.rowLimit || bytes.count >= Self.byteLimit || months.count > Self.monthLimit
    }

    /// Appends a row, where it can be written at all.
    mutating func append(
        _ row: Int, of encoder: RowEncoder, time: Double?
    ) -> RowEncoder.Outcome {
        let start = bytes.count
        let outcome = encoder.append(row, to: &bytes)
        guard outcome == .written else { return outcome }
        number = Self.hash(bytes[start...], from: number)
        ends.append(bytes.count)
        if let time { months.insert(Int(exactly: (time / 2_629_746).rounded(.down)) ?? 0) }
        return outcome
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
