/// Signals that run one way all along, as wear, charge and counters do.
struct WearingSignals {
    /// The columns, those that run one way replaced by their steps from row to row: their level is
    /// no trouble, a jump may be.
    let steps: [[Double]]
    /// Whether half of the signals or more run one way, so that the recording is one of wear.
    let areRule: Bool

    /// The least rank correlation with the row (Spearman's) of a signal that runs one way.
    private static let limit = 0.85

    /// O(values · log n).
    init(_ columns: [[Double]]) {
        let isWearing = columns.map(Self.runsOneWay)
        areRule = isWearing.count { $0 } * 2 >= columns.count
        steps = zip(columns, isWearing).map { column, isWearing in
            isWearing ? [0] + zip(column.dropFirst(), column).map { $0 - $1 } : column
        }
    }

    private static func runsOneWay(_ column: [Double]) -> Bool {
        let rows = Statistics.ranks(column.indices.map { column[$0].isNaN ? .nan : Double($0) })
        return abs(Statistics.pearson(rows, Statistics.ranks(column))) >= limit
    }
}
