import CKernels
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds rows that random splits cut off from the rest after few steps.
///
/// Liu, Ting and Zhou, "Isolation forest", ICDM (2008). The score is 2^(-E[depth] / c), near 1 for
/// isolated rows and about 0.5 or less for ordinary ones. A missing value goes to the side where
/// more of the training went. O(trees · (rows + sample · log sample)) to fit, O(rows · trees · (log
/// sample + signals)) to score; each row by itself, so both modes agree.
public struct IsolationForest: AnomalyDetector {
    /// Number of trees.
    public var trees: Int
    /// Training rows drawn for each tree, without repetition; at least 2, all where there are
    /// fewer.
    public var sample: Int
    /// Seed of the random splits.
    public var seed: UInt64
    /// The score, 0…1, above which a row is an anomaly.
    public var threshold: Double

    /// Number of trees and size of the sample default to those of the paper.
    public init(trees: Int = 100, sample: Int = 256, seed: UInt64 = 1, threshold: Double = 0.62) {
        self.trees = trees
        self.sample = sample
        self.seed = seed
        self.threshold = threshold
    }

    /// Grows the trees, one after the other from one seed.
    ///
    /// - Throws: `AnalysisError.tooFew` below eight rows.
    public func fit(_ training: Signals) throws -> IsolationForestModel {
        let rows = training.rowCount
        guard rows >= 8 else { throw AnalysisError.tooFew(found: rows, needed: 8) }
        var generator = SeededGenerator(seed: seed)
        let size = min(max(2, sample), rows)
        let depth = Int(clamping: log2(Double(size)).rounded(.up))
        let grown = (0..<max(1, trees)).map { _ -> IsolationTree in
            var pool = Array(0..<rows)
            // The first places of a Fisher-Yates shuffle.
            for place in 0..<size {
                pool.swapAt(place, Int.random(in: place..<rows, using: &generator))
            }
            var tree = IsolationTree()
            tree.grow(
                Array(pool[..<size]), of: training.columns, depthLeft: depth, using: &generator)
            return tree
        }
        return IsolationForestModel(
            trees: grown.map { $0.complete(levels: depth, signals: training.columns.count) },
            signals: training.columns.count, threshold: threshold,
            expectedDepth: IsolationTree.averageDepth(size))
    }
}

/// A fitted ``IsolationForest``.
public struct IsolationForestModel: AnomalyModel {
    /// Rows scored together, few enough to stay in the cache.
    private static let blockRows = CK_TREE_ROWS

    let trees: [CompleteTree]
    let signals: Int
    let threshold: Double
    let expectedDepth: Double

    /// Scores every row, 0 for one without any value. A signal's share grows with how early the
    /// splits on it came.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: self.signals)
        let rows = signals.rowCount
        var parts = signals.columns.map { _ in [Double](repeating: 0, count: rows) }
        var score = [Double](repeating: 0, count: rows)
        for start in stride(from: 0, to: rows, by: Self.blockRows) {
            let block = start..<min(rows, start + Self.blockRows)
            let found = sums(signals.columns, rows: block)
            for (place, row) in block.enumerated() where found.isPresent[place] {
                let depth = found.depths[place] / Double(trees.count)
                score[row] = exp2(-depth / max(expectedDepth, 1e-9))
                for index in parts.indices {
                    parts[index][row] = found.credits[place * self.signals + index].squareRoot()
                }
            }
        }
        return AnomalyScores(
            score: score, isAnomaly: score.map { $0 > threshold }, threshold: threshold,
            contributions: AnomalyScores.shares(parts, rows: rows),
            expected: signals.columns.map { _ in nil })
    }

    /// Depths and credits of some rows, summed over the trees, and which rows have any value;
    /// credits lie row by row, one per signal.
    private func sums(
        _ columns: [[Double]], rows: Range<Int>
    ) -> (depths: [Double], credits: [Double], isPresent: [Bool]) {
        var block: [Double] = []
        block.reserveCapacity(rows.count * signals)
        var isPresent = [Bool](repeating: false, count: rows.count)
        for column in columns {
            block.append(contentsOf: column[rows])
            for (place, row) in rows.enumerated() where !column[row].isNaN {
                isPresent[place] = true
            }
        }
        var depths = [Double](repeating: 0, count: rows.count)
        var credits = [Double](repeating: 0, count: rows.count * signals)
        let hasMissing = block.contains { $0.isNaN }
        for tree in trees {
            tree.add(block, hasMissing: hasMissing, depths: &depths, credits: &credits)
        }
        return (depths, credits, isPresent)
    }
}

/// One tree of random splits, its nodes in one array.
struct IsolationTree: Sendable {
    private struct Node: Sendable {
        var signal = -1
        var value = 0.0
        var left = 0
        var right = 0
        var count = 0
        var isMissingLeft = true
    }

    private var nodes: [Node] = []

    /// The average depth of a row among `count`, 2 H(n - 1) - 2 (n - 1) / n: the `c` of the score.
    static func averageDepth(_ count: Int) -> Double {
        guard count > 2 else { return count == 2 ? 1 : 0 }
        let n = Double(count)
        return 2 * (log(n - 1) + 0.577_215_664_901_532_9) - 2 * (n - 1) / n
    }

    /// Adds the node of some rows and all below it; returns its place in `nodes`.
    @discardableResult
    mutating func grow(
        _ rows: [Int], of columns: [[Double]], depthLeft: Int,
        using generator: inout SeededGenerator
    ) -> Int {
        let place = nodes.count
        nodes.append(Node(count: rows.count))
        guard depthLeft > 0, rows.count > 1,
            let (signal, value) = split(rows, columns, using: &generator)
        else { return place }
        let present = rows.filter { !columns[signal][$0].isNaN }
        let left = present.filter { columns[signal][$0] < value }
        let right = present.filter { columns[signal][$0] >= value }
        let missing = rows.filter { columns[signal][$0].isNaN }
        let goesLeft = left.count >= right.count
        nodes[place].signal = signal
        nodes[place].value = value
        nodes[place].isMissingLeft = goesLeft
        nodes[place].left = grow(
            goesLeft ? left + missing : left, of: columns, depthLeft: depthLeft - 1,
            using: &generator)
        nodes[place].right = grow(
            goesLeft ? right : right + missing, of: columns, depthLeft: depthLeft - 1,
            using: &generator)
        return place
    }

    /// The same tree with all leaves on one level; each signal split on is credited
    /// 1 / (1 + depth). O(2^levels · signals).
    func complete(levels: Int, signals: Int) -> CompleteTree {
        var tree = CompleteTree(levels: levels, signals: signals)
        lay(0, at: 0, level: 0, credit: [Double](repeating: 0, count: signals), into: &tree)
        return tree
    }

    private func lay(
        _ number: Int, at place: Int, level: Int, credit: [Double], into tree: inout CompleteTree
    ) {
        let node = nodes[number]
        guard node.signal >= 0 else {
            let depth = Double(level) + Self.averageDepth(node.count)
            tree.end(at: place, level: level, depth: depth, credit: credit)
            return
        }
        tree.split(
            at: place, signal: node.signal, value: node.value, isMissingLeft: node.isMissingLeft)
        var credit = credit
        credit[node.signal] += 1 / Double(1 + level)
        lay(node.left, at: 2 * place + 1, level: level + 1, credit: credit, into: &tree)
        lay(node.right, at: 2 * place + 2, level: level + 1, credit: credit, into: &tree)
    }

    /// A random signal that varies over the rows, and a random value within its range; nil where
    /// none varies.
    private func split(
        _ rows: [Int], _ columns: [[Double]], using generator: inout SeededGenerator
    ) -> (Int, Double)? {
        var open = Array(columns.indices)
        while !open.isEmpty {
            let signal = open.remove(at: Int.random(in: 0..<open.count, using: &generator))
            let present = rows.lazy.map { columns[signal][$0] }.filter { !$0.isNaN }
            guard let low = present.min(), let high = present.max(), low < high else { continue }
            let share = Double.random(in: 0..<1, using: &generator)
            let value = low + (high - low) * share
            // At the lowest value nothing would go left.
            return (signal, value > low ? value : high)
        }
        return nil
    }
}
