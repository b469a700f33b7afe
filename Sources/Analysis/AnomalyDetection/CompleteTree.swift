import CKernels

/// An isolation tree with all leaves on the lowest level, read without a branch to mispredict.
///
/// The children of place p are at 2p + 1 and 2p + 2. A leaf that came early is copied to all places
/// below it on the lowest level, so that each row takes the same number of steps.
struct CompleteTree: Sendable {
    let levels: Int
    let signals: Int
    /// Per inner place the signal compared and the value below which a row goes left.
    private var signal: [Int32]
    private var value: [Double]
    private var isMissingLeft: [UInt8]
    /// Per leaf its depth, and per leaf and signal the sum of the credits of the splits above it.
    private var depth: [Double]
    private var credit: [Double]

    /// A tree whose inner places all lead on to leaves of depth 0.
    init(levels: Int, signals: Int) {
        self.levels = levels
        self.signals = signals
        let leaves = 1 << levels
        signal = [Int32](repeating: 0, count: leaves - 1)
        value = [Double](repeating: 0, count: leaves - 1)
        isMissingLeft = [UInt8](repeating: 1, count: leaves - 1)
        depth = [Double](repeating: 0, count: leaves)
        credit = [Double](repeating: 0, count: leaves * signals)
    }

    /// Sets the split at an inner place.
    mutating func split(at place: Int, signal: Int, value: Double, isMissingLeft: Bool) {
        self.signal[place] = Int32(truncatingIfNeeded: signal)
        self.value[place] = value
        self.isMissingLeft[place] = isMissingLeft ? 1 : 0
    }

    /// Sets all leaves below a place to the same depth and credits, one credit per signal.
    mutating func end(at place: Int, level: Int, depth leafDepth: Double, credit shares: [Double]) {
        let width = 1 << (levels - level)
        let first = (place + 1) * width - (1 << levels)
        for leaf in first..<(first + width) {
            depth[leaf] = leafDepth
            for index in 0..<signals { credit[leaf * signals + index] = shares[index] }
        }
    }

    /// Adds depth and credits of the rows of a block, which holds one signal behind the other; NaN
    /// is a missing value. O(rows · (levels + signals)).
    func add(
        _ block: [Double], hasMissing: Bool, depths: inout [Double], credits: inout [Double]
    ) {
        unsafe signal.withUnsafeBufferPointer { signal in
            unsafe value.withUnsafeBufferPointer { value in
                unsafe isMissingLeft.withUnsafeBufferPointer { missing in
                    unsafe depth.withUnsafeBufferPointer { depth in
                        unsafe credit.withUnsafeBufferPointer { credit in
                            let tree = unsafe ck_tree(
                                levels: levels, signals: signals, signal: signal.baseAddress,
                                value: value.baseAddress, missing_left: missing.baseAddress,
                                depth: depth.baseAddress, credit: credit.baseAddress)
                            unsafe ck_tree_add_leaves(
                                tree, block, depths.count, hasMissing, &depths, &credits)
                        }
                    }
                }
            }
        }
    }
}
