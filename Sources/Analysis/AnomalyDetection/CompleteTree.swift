/// An isolation tree with all leaves on the lowest level, read without a branch to mispredict.
///
/// The children of place p are at 2p + 1 and 2p + 2; above a leaf that came early every path
/// leads to copies of it. So each row takes the same number of steps.
struct CompleteTree: Sendable {
    let levels: Int
    let signals: Int
    /// Per inner place the signal compared and the value below which a row goes left.
    private(set) var signal: [Int]
    private(set) var value: [Double]
    private(set) var isMissingLeft: [Bool]
    /// Per leaf its depth, and per leaf and signal the credit of the splits above it.
    private(set) var depth: [Double]
    private(set) var credit: [Double]

    /// A tree whose inner places all lead on to leaves of depth 0.
    init(levels: Int, signals: Int) {
        self.levels = levels
        self.signals = signals
        let leaves = 1 << levels
        signal = [Int](repeating: 0, count: leaves - 1)
        value = [Double](repeating: 0, count: leaves - 1)
        isMissingLeft = [Bool](repeating: true, count: leaves - 1)
        depth = [Double](repeating: 0, count: leaves)
        credit = [Double](repeating: 0, count: leaves * signals)
    }

    /// Sets the split at an inner place.
    mutating func split(at place: Int, signal: Int, value: Double, isMissingLeft: Bool) {
        self.signal[place] = signal
        self.value[place] = value
        self.isMissingLeft[place] = isMissingLeft
    }

    /// Sets all leaves below a place.
    mutating func end(at place: Int, level: Int, depth leafDepth: Double, credit shares: [Double]) {
        let width = 1 << (levels - level)
        let first = (place + 1) * width - (1 << levels)
        for leaf in first..<(first + width) {
            depth[leaf] = leafDepth
            for index in 0..<signals { credit[leaf * signals + index] = shares[index] }
        }
    }

    /// Adds depth and credits of the rows of a block. O(rows · (levels + signals)).
    func add(
        _ block: [Double], isWhole: [Bool], depths: inout [Double], credits: inout [Double]
    ) {
        let inner = signal.count
        for row in depths.indices {
            let start = row &* signals
            var place = 0
            if isWhole[row] {
                for _ in 0..<levels {
                    let isLeft = block[start &+ signal[place]] < value[place]
                    place = 2 &* place &+ (isLeft ? 1 : 2)
                }
            } else {
                for _ in 0..<levels {
                    let found = block[start &+ signal[place]]
                    let isLeft = found.isNaN ? isMissingLeft[place] : found < value[place]
                    place = 2 &* place &+ (isLeft ? 1 : 2)
                }
            }
            let leaf = place &- inner
            depths[row] += depth[leaf]
            let first = leaf &* signals
            for index in 0..<signals { credits[start &+ index] += credit[first &+ index] }
        }
    }
}
