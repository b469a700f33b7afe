import Values

/// Rows of up to three columns sorted into cells so small that all rows of a cell are within eps of
/// each other, and all rows within eps of a row lie at most two cells away.
struct EpsGrid: Sendable {
    /// The row in each place of the sorted order.
    let order: [Int]
    /// The values of the rows in that order, row after row.
    let points: [Double]
    let columnCount: Int
    /// For each cell its places in `order`.
    let cells: [Range<Int>]
    /// For each cell, where its neighbours begin in `neighbors`; a cell is not its own neighbour.
    private let neighborStarts: [Int]
    private let neighbors: [Int32]

    private static let reach = 2
    private static let bits = 21
    /// Finer cells would lose themselves in rounding; see `shrink`.
    private static let maximumIndex = Double(1 << 20)
    /// Makes up for rounding in the index of a cell, which stays below 2⁻³².
    private static let shrink = 1 - 1e-6

    /// nil for no or more than three columns, or an extent of more than a million cells along one.
    init?(_ matrix: FeatureMatrix, eps: Double) {
        let columns = matrix.columnCount
        guard (1...3).contains(columns), let keys = Self.keys(matrix, eps: eps) else { return nil }
        columnCount = columns
        order = RadixOrder.indices(of: keys)
        points = matrix.selectingRows(order).values
        var cells: [Range<Int>] = []
        var cellKeys: [Int] = []
        var start = 0
        for place in order.indices {
            let key = keys[order[place]]
            guard place + 1 == order.count || keys[order[place + 1]] != key else { continue }
            cellKeys.append(key)
            cells.append(start..<place + 1)
            start = place + 1
        }
        self.cells = cells
        (neighborStarts, neighbors) = Self.neighbors(of: cellKeys, columns: columns)
    }

    /// The cells that may hold rows within eps of those of a cell, without itself.
    func neighbors(of cell: Int) -> ArraySlice<Int32> {
        neighbors[neighborStarts[cell]..<neighborStarts[cell + 1]]
    }

    /// The cell of each row as one number that sorts by the columns in turn; nil where cells are
    /// too many.
    private static func keys(_ matrix: FeatureMatrix, eps: Double) -> [Int]? {
        let side = eps / Double(matrix.columnCount).squareRoot() * shrink
        var keys = [Int](repeating: 0, count: matrix.rowCount)
        for column in 0..<matrix.columnCount {
            let values = matrix.column(column)
            guard let least = values.min(), let greatest = values.max() else { return keys }
            guard (greatest - least) / side < maximumIndex else { return nil }
            for (row, value) in values.enumerated() {
                // The margin keeps steps to neighbours from borrowing of the column before.
                keys[row] = keys[row] << bits | (Int(clamping: (value - least) / side) + reach)
            }
        }
        return keys
    }

    /// For each cell the other cells up to two steps away in every column.
    ///
    /// The cells along the last column lie side by side in the sorted order, so for each step in
    /// the columns before it one pointer sweeps through all cells once.
    private static func neighbors(of keys: [Int], columns: Int) -> ([Int], [Int32]) {
        let lines = steps(columns - 1)
        var pointers = [Int](repeating: 0, count: lines.count)
        var starts = [0]
        var found: [Int32] = []
        for (cell, key) in keys.enumerated() {
            for (line, step) in lines.enumerated() {
                let first = key + step - reach
                let last = key + step + reach
                while pointers[line] < keys.count, keys[pointers[line]] < first {
                    pointers[line] += 1
                }
                var other = pointers[line]
                while other < keys.count, keys[other] <= last {
                    if other != cell { found.append(Int32(other)) }
                    other += 1
                }
            }
            starts.append(found.count)
        }
        return (starts, found)
    }

    /// What to add to a key for every combination of steps in all columns before the last.
    private static func steps(_ columns: Int) -> [Int] {
        var steps = [0]
        for column in 0..<columns {
            steps = steps.flatMap { step in
                (-reach...reach).map { step + $0 << (bits * (column + 1)) }
            }
        }
        return steps
    }
}
