import Values

/// Fewer points that draw the same line: the lowest and the highest of each pixel column.
enum Thinning {
    /// The indices of the points to draw, ascending.
    ///
    /// Each column keeps its lowest and its highest value, so no spike is lost. The first and the
    /// last value of the line are kept too, and one missing value for each gap. Nothing is left out
    /// of at most two points per column.
    ///
    /// - Parameters:
    ///   - x: the horizontal pixel of each point, ascending.
    ///   - y: the value of each point; nil is a gap.
    ///   - columns: how many columns the pixels from `start` to `end` are cut into.
    /// - Complexity: O(n).
    static func kept(
        x: [Double], y: [Double?], columns: Int, from start: Double, to end: Double
    ) -> [Int] {
        let count = min(x.count, y.count)
        guard count > 2 * max(1, columns) else { return Array(0..<count) }
        var result: [Int] = []
        var run = Run()
        let scale = Double(max(1, columns)) / max(1e-9, end - start)
        for index in 0..<count {
            let column = Int(
                clamping: min(max((x[index] - start) * scale, -1e6), 1e6).rounded(.down))
            guard let value = y[index] else {
                run.flush(into: &result)
                if let last = result.last, y[last] != nil { result.append(index) }
                continue
            }
            if column != run.column { run.flush(into: &result) }
            run.add(index, value, column)
        }
        run.flush(into: &result)
        return withEnds(result, y)
    }

    /// The end labels of a line stand at its first and last value, so both are kept.
    private static func withEnds(_ kept: [Int], _ y: [Double?]) -> [Int] {
        var result = kept
        if let first = y.firstIndex(where: { $0 != nil }),
            result.first(where: { y[$0] != nil }) != first
        {
            result.insert(first, at: 0)
        }
        if let last = y.lastIndex(where: { $0 != nil }),
            result.last(where: { y[$0] != nil }) != last
        {
            result.append(last)
        }
        return result.sorted()
    }

    private struct Run {
        var column = Int.min
        var low: (index: Int, value: Double)?
        var high: (index: Int, value: Double)?

        mutating func add(_ index: Int, _ value: Double, _ column: Int) {
            self.column = column
            if value < low?.value ?? .infinity { low = (index, value) }
            if value > high?.value ?? -.infinity { high = (index, value) }
        }

        mutating func flush(into result: inout [Int]) {
            if let low, let high {
                result.append(min(low.index, high.index))
                if low.index != high.index { result.append(max(low.index, high.index)) }
            }
            self = Run()
        }
    }
}
