import Analysis

/// Features as trees see them: 32-bit numbers, one column after another, NaN where missing. A
/// written model compares the same numbers, so that it takes the same branches.
struct TrainingTable: Sendable {
    let columns: [[Float]]
    let rowCount: Int

    init(_ features: FeatureMatrix) {
        rowCount = features.rowCount
        columns = (0..<features.columnCount).map { features.column($0).map { Float($0) } }
    }

    private init(columns: [[Float]], rowCount: Int) {
        self.columns = columns
        self.rowCount = rowCount
    }

    /// The rows at these indices, in this order.
    func selectingRows(_ rows: [Int]) -> TrainingTable {
        TrainingTable(
            columns: columns.map { column in rows.map { column[$0] } }, rowCount: rows.count)
    }
}

/// Features sorted into at most 127 bins each, so that a split is looked for in few places.
struct FeatureBins: Sendable {
    /// Bins, with that of missing values, are at most 2 to the power of this.
    static let bits = 7

    /// The code of missing values, behind those of all bins.
    static let missing = (1 << bits) - 1

    /// The most bins of values; where a feature has more different values, bins are ranges of equal
    /// counts.
    static let limit = (1 << bits) - 1

    /// Feature by feature, the largest value of each bin but the last, rising.
    let uppers: [[Float]]

    /// The bin of each row, feature by feature.
    let codes: [[UInt8]]

    /// Feature by feature, whether a value is missing.
    let hasMissing: [Bool]

    /// - Complexity: O(features × rows × log rows).
    init(_ table: TrainingTable) {
        uppers = table.columns.map(FeatureBins.uppers)
        codes = zip(table.columns, uppers).map { column, uppers in
            column.map { FeatureBins.code(of: $0, uppers) }
        }
        hasMissing = table.columns.map { $0.contains(where: \.isNaN) }
    }

    private static func uppers(of column: [Float]) -> [Float] {
        let sorted = column.filter(\.isFinite).sorted()
        var distinct: [Float] = []
        for value in sorted where value != distinct.last { distinct.append(value) }
        guard distinct.count > limit else {
            return zip(distinct, distinct.dropFirst()).map(middle)
        }
        var cuts: [Float] = []
        for part in 1..<limit {
            let place = part * sorted.count / limit
            guard sorted[place - 1] < sorted[place] else { continue }
            let cut = middle(sorted[place - 1], sorted[place])
            if cut != cuts.last { cuts.append(cut) }
        }
        return cuts
    }

    /// A number not below the first and below the second.
    private static func middle(_ lower: Float, _ upper: Float) -> Float {
        let middle = lower + (upper - lower) / 2
        return middle < upper ? middle : lower
    }

    private static func code(of value: Float, _ uppers: [Float]) -> UInt8 {
        guard !value.isNaN else { return UInt8(missing) }
        var low = 0
        var high = uppers.count
        while low < high {
            let middle = (low + high) / 2
            if value <= uppers[middle] { high = middle } else { low = middle + 1 }
        }
        return UInt8(low)
    }
}
