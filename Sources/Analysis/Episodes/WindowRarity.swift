/// The distance of each window of one period to the most similar other one: level, spread and shape
/// in one.
struct WindowRarity: SubsequenceDetector {
    /// O(n · references).
    func scores(_ signal: StandardSignal) -> [Double] {
        let table = WindowTable(signal.values, width: signal.width)
        return table.spread(ReferenceWindows(table).distances(table, rank: 1))
    }
}

/// The distance of the shape of each window to the tenth most similar one, so that a shape is also
/// found where some others are like it.
struct ShapeRarity: SubsequenceDetector {
    static let rank = 10

    /// O(n · references).
    func scores(_ signal: StandardSignal) -> [Double] {
        let table = WindowTable(signal.values, width: signal.width).shapes()
        return table.spread(ReferenceWindows(table).distances(table, rank: Self.rank))
    }
}
