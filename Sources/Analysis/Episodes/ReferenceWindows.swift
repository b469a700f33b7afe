/// A bounded sample of the windows of a recording, which all its windows are compared with.
struct ReferenceWindows: Sendable {
    /// How many windows are compared with: it sets the cost of a window, and how rare a thing may
    /// be that still counts as known.
    static let customary = 256
    private static let lanes = 8

    private let starts: [Int]
    private let width: Int
    private let pieces: Int
    /// Blocks of eight references, piece by piece; the last block is filled up with infinities.
    private let blocks: [SIMD8<Float>]

    /// Takes an even sample of `count` windows of a table, all where there are fewer.
    init(_ table: WindowTable, count: Int = customary) {
        let places = EvenSample.places(count, of: table.starts.count)
        starts = places.map { table.starts[$0] }
        width = table.width
        pieces = table.pieces
        let size = (places.count + Self.lanes - 1) / Self.lanes * pieces
        var blocks = [SIMD8<Float>](repeating: SIMD8(repeating: .infinity), count: size)
        for (index, place) in places.enumerated() {
            for piece in 0..<table.pieces {
                let slot = index / Self.lanes * table.pieces + piece
                blocks[slot][index % Self.lanes] = table.values[place * table.pieces + piece]
            }
        }
        self.blocks = blocks
    }

    /// The distance of each window of a table (or of some windows only) to the `rank`-th nearest
    /// reference that it does not overlap; 1 is the nearest, and a rank beyond a quarter of the
    /// references counts as that quarter.
    ///
    /// 0 where there are not so many references. O(windows · references · pieces).
    func distances(
        _ table: WindowTable, rank: Int, windows: Range<Int>? = nil
    ) -> [Float] {
        let rank = min(rank, max(1, starts.count / 4))
        var all = [Float](repeating: 0, count: blocks.count / pieces * Self.lanes)
        var nearest = [Float](repeating: .infinity, count: rank)
        return (windows ?? table.starts.indices).map { window in
            measure(table, window: window, into: &all)
            exclude(around: table.starts[window], from: &all)
            let found = Self.smallest(of: all, within: &nearest)
            return found.isFinite ? found.squareRoot() : 0
        }
    }

    /// Squared distances of one window to all references.
    private func measure(_ table: WindowTable, window: Int, into all: inout [Float]) {
        let first = window * pieces
        var slot = 0
        var place = 0
        while slot < blocks.count {
            var sum = SIMD8<Float>.zero
            for piece in 0..<pieces {
                let difference = blocks[slot + piece] - table.values[first + piece]
                sum += difference * difference
            }
            for lane in 0..<Self.lanes { all[place + lane] = sum[lane] }
            slot += pieces
            place += Self.lanes
        }
    }

    /// References that share rows with a window would always be near it.
    private func exclude(around start: Int, from all: inout [Float]) {
        var index = Self.firstIndex(in: starts, above: start - width)
        while index < starts.count, starts[index] < start + width {
            all[index] = .infinity
            index += 1
        }
    }

    private static func firstIndex(in starts: [Int], above value: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The largest of the smallest values, as many as `nearest` has room for.
    private static func smallest(of values: [Float], within nearest: inout [Float]) -> Float {
        let last = nearest.count - 1
        for place in nearest.indices { nearest[place] = .infinity }
        for value in values where value < nearest[last] {
            var place = last
            while place > 0, nearest[place - 1] > value {
                nearest[place] = nearest[place - 1]
                place -= 1
            }
            nearest[place] = value
        }
        return nearest[last]
    }
}
