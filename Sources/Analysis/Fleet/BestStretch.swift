/// The stretch of a series whose mean explains most of its squares.
enum BestStretch {
    private static let blocks = 400

    /// Every pair of block borders is tried, then the borders are moved row by row.
    ///
    /// - Complexity: O(slots + blocks²).
    static func of(_ series: [Double]) -> Range<Int> {
        let running = RunningSums(series)
        let count = series.count
        guard count > 1 else { return 0..<count }
        let width = max(1, (count + blocks - 1) / blocks)
        let borders = Array(stride(from: 0, to: count, by: width)) + [count]
        var best = (gain: -1.0, from: 0, to: count)
        for first in borders.indices {
            for second in borders.indices.dropFirst(first + 1) {
                let gain = gain(borders[first]..<borders[second], running)
                if gain > best.gain { best = (gain, borders[first], borders[second]) }
            }
        }
        var (from, to) = (best.from, best.to)
        for _ in 0..<2 {
            from = (max(0, from - 2 * width)...max(0, min(to - 1, from + 2 * width)))
                .largest { gain($0..<to, running) }
            to = (max(from + 1, to - 2 * width)...max(from + 1, min(count, to + 2 * width)))
                .largest { gain(from..<$0, running) }
        }
        return from..<to
    }

    private static func gain(_ range: Range<Int>, _ running: RunningSums) -> Double {
        let known = running.count(range)
        guard known > 0 else { return 0 }
        let sum = running.sum(range)
        return sum * sum / Double(known)
    }
}

extension ClosedRange<Int> {
    /// The first of the numbers for which `figure` is largest.
    fileprivate func largest(_ figure: (Int) -> Double) -> Int {
        var best = (place: lowerBound, value: figure(lowerBound))
        for place in self.dropFirst() {
            let value = figure(place)
            if value > best.value { best = (place, value) }
        }
        return best.place
    }
}
