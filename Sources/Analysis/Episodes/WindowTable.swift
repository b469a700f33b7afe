/// All windows of a signal, each reduced to the means of a few equal pieces.
///
/// Distances between the reduced windows are those between piecewise constant approximations
/// (Keogh et al., "Dimensionality reduction for fast similarity search", 2001), for a sixteenth of
/// the cost or less.
struct WindowTable: Sendable {
    /// Rows of each window.
    let width: Int
    /// First row of each window, ascending; the last window ends with the recording.
    let starts: [Int]
    /// Numbers per window.
    let pieces: Int
    /// Window after window, `pieces` numbers each.
    private(set) var values: [Float]
    private let rows: Int

    /// Cuts the signal into windows of `width` rows, one beginning about every piece, each of at
    /// most `pieces` pieces. O(n).
    init(_ signal: [Double], width: Int, pieces limit: Int = 16) {
        let width = max(1, min(width, signal.count))
        let pieces = min(width, limit)
        let edges = (0...pieces).map { $0 * width / pieces }
        var sums = [0.0]
        sums.reserveCapacity(signal.count + 1)
        for value in signal { sums.append(sums[sums.count - 1] + value) }
        let last = signal.count - width
        var starts = Array(Swift.stride(from: 0, through: last, by: max(1, width / limit)))
        if starts.last != last { starts.append(last) }
        let weight = (Double(width) / Double(pieces)).squareRoot()
        let factors = (0..<pieces).map { weight / Double(edges[$0 + 1] - edges[$0]) }
        var values: [Float] = []
        values.reserveCapacity(starts.count * pieces)
        for start in starts {
            for piece in 0..<pieces {
                let sum = sums[start + edges[piece + 1]] - sums[start + edges[piece]]
                values.append(Float(sum * factors[piece]))
            }
        }
        self.init(
            width: width, starts: starts, pieces: pieces, values: values, rows: signal.count)
    }

    private init(width: Int, starts: [Int], pieces: Int, values: [Float], rows: Int) {
        self.width = width
        self.starts = starts
        self.pieces = pieces
        self.values = values
        self.rows = rows
    }

    /// The windows of several signals side by side; there must be a table, and all must be cut
    /// alike.
    init(joining tables: [WindowTable]) {
        let first = tables[0]
        let pieces = first.pieces
        var values: [Float] = []
        values.reserveCapacity(first.values.count * tables.count)
        for window in first.starts.indices {
            for table in tables { values += table.values[window * pieces..<(window + 1) * pieces] }
        }
        self.init(
            width: first.width, starts: first.starts, pieces: pieces * tables.count,
            values: values, rows: first.rows)
    }

    /// The same windows without their means and on one scale, so that only shape remains.
    ///
    /// Scales are at least a twentieth of the median one, lest noise on a flat line becomes a
    /// shape.
    func shapes() -> WindowTable {
        var copy = self
        let moments = starts.indices.map { window -> (mean: Float, deviation: Float) in
            let part = values[window * pieces..<(window + 1) * pieces]
            let mean = part.reduce(0, +) / Float(pieces)
            let square = part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(pieces)
            return (mean, square.squareRoot())
        }
        let least = Float(0.05 * Statistics.median(moments.map { Double($0.deviation) }) + 1e-9)
        for window in starts.indices {
            let scale = 1 / max(moments[window].deviation, least)
            for place in window * pieces..<(window + 1) * pieces {
                copy.values[place] = (values[place] - moments[window].mean) * scale
            }
        }
        return copy
    }

    /// The windows that share rows with some range.
    func windows(within range: Range<Int>) -> Range<Int> {
        let first = starts.firstIndex { $0 + width > range.lowerBound } ?? starts.count
        let end = starts.firstIndex { $0 >= range.upperBound } ?? starts.count
        return first..<max(first, end)
    }

    /// One number a row: the mean of the scores of the windows that hold it. O(n).
    func spread(_ scores: [Float]) -> [Double] {
        spread(scores, of: starts.indices, over: 0..<rows)
    }

    /// As `spread(_:)` for a range of rows, from the windows that share rows with it.
    func spread(_ scores: [Float], of windows: Range<Int>, over range: Range<Int>) -> [Double] {
        var sums = [Double](repeating: 0, count: range.count + 1)
        var counts = [Double](repeating: 0, count: range.count + 1)
        for (window, score) in zip(windows, scores) {
            let first = max(0, starts[window] - range.lowerBound)
            let end = min(range.count, starts[window] + width - range.lowerBound)
            sums[first] += Double(score)
            sums[end] -= Double(score)
            counts[first] += 1
            counts[end] -= 1
        }
        var sum = 0.0
        var count = 0.0
        return (0..<range.count).map { row in
            sum += sums[row]
            count += counts[row]
            return max(0, sum / max(1, count))
        }
    }
}
