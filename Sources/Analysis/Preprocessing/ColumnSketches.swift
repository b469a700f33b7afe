import Values

/// A column with what shows, without comparing rows, that another one is no copy of it.
struct ColumnSketch: Sendable {
    let values: [Double]
    /// Where the column, less its mean and scaled to length 1, lies along some fixed directions,
    /// without sign; `nil` for a constant column.
    let places: [Double]?
    /// A hash of the rows that are missing; 0 for none.
    let gaps: UInt64
}

/// Columns that were kept, found again by those that may be copies of them.
///
/// Two columns of length 1 with correlation r lie no further apart than √(2 − 2|r|), so their
/// places along any direction do not either: whatever lies further is no copy, without a look at
/// the rows. What is left out this way could not have been found; of columns that miss different
/// rows the places say nothing.
struct ColumnSketches {
    private struct Cell: Hashable {
        var gaps: UInt64
        var first: Int
        var second: Int
    }

    private let directions: [[Double]]
    /// How far apart the places of two copies may lie, with room for rounding.
    private let reach: Double
    private let comparesAllGaps: Bool
    private var columns: [(column: Int, sketch: ColumnSketch)] = []
    /// By the cell that the first two places lie in, indices of `columns`.
    private var cells: [Cell: [Int]] = [:]
    /// Columns without places, which are compared with every other.
    private var odd: [Int] = []

    private static let directionCount = 4

    /// `correlation` is that from which columns are copies; all columns have this many rows.
    init(correlation: Double, rows: Int, comparesAllGaps: Bool) {
        var generator = SeededGenerator(seed: 1)
        directions = (0..<Self.directionCount).map { _ in
            let direction = (0..<rows).map { _ in generator.normal() }
            let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return direction.map { length > 0 ? $0 / length : 0 }
        }
        reach = max(2 * (1 - correlation), 0).squareRoot() + 1e-7
        self.comparesAllGaps = comparesAllGaps
    }

    /// Projects the column onto the directions. O(rows).
    func sketch(of values: [Double]) -> ColumnSketch {
        var gaps: UInt64 = 0
        for row in values.indices where values[row].isNaN {
            gaps = (gaps ^ UInt64(row + 1)) &* 0x9E37_79B9_7F4A_7C15
        }
        let mean = Statistics.mean(values)
        let rest = values.map { $0.isNaN ? 0 : $0 - mean }
        let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isNormal else {
            return ColumnSketch(values: values, places: nil, gaps: gaps)
        }
        let places = directions.map { direction in
            abs(zip(direction, rest).reduce(0) { $0 + $1.0 * $1.1 } / length)
        }
        return ColumnSketch(values: values, places: places, gaps: gaps)
    }

    mutating func add(_ sketch: ColumnSketch, column: Int) {
        if let cell = cell(of: sketch) {
            cells[cell, default: []].append(columns.count)
        } else {
            odd.append(columns.count)
        }
        columns.append((column, sketch))
    }

    /// The kept columns that may be copies, in the order in which they were added.
    func candidates(for sketch: ColumnSketch) -> [(column: Int, values: [Double])] {
        places(for: sketch).map { (columns[$0].column, columns[$0].sketch.values) }
    }

    private func places(for sketch: ColumnSketch) -> [Int] {
        guard let cell = cell(of: sketch) else { return Array(columns.indices) }
        var found = odd
        if comparesAllGaps {
            found += columns.indices.filter {
                columns[$0].sketch.places != nil && columns[$0].sketch.gaps != sketch.gaps
            }
        }
        for first in cell.first - 1...cell.first + 1 {
            for second in cell.second - 1...cell.second + 1 {
                let near = cells[Cell(gaps: cell.gaps, first: first, second: second)] ?? []
                found += near.filter { isNear(columns[$0].sketch, sketch) }
            }
        }
        return found.sorted()
    }

    private func isNear(_ left: ColumnSketch, _ right: ColumnSketch) -> Bool {
        guard let left = left.places, let right = right.places else { return true }
        return zip(left, right).allSatisfy { abs($0 - $1) <= reach }
    }

    private func cell(of sketch: ColumnSketch) -> Cell? {
        sketch.places.map {
            Cell(
                gaps: sketch.gaps, first: Int(clamping: $0[0] / reach),
                second: Int(clamping: $0[1] / reach))
        }
    }
}
