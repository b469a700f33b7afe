import Values

/// Windows of many lengths over one series: which one is the furthest from the usual.
struct WindowScan: Sendable {
    /// Lengths in slots, each about half as long again as the one before, up to half of the record.
    let lengths: [Int]
    /// By length, the mean above which a window stands out.
    let limits: [Double]

    struct Best: Sendable {
        /// Its mean over the limit of its length; from 1 on it stands out.
        var score = 0.0
        var slots = 0..<0
    }

    static func lengths(upTo count: Int) -> [Int] {
        var lengths = [1]
        while let last = lengths.last, 1.5 * Double(last) + 1 < Double(count) / 2 {
            lengths.append(Int(clamping: 1.5 * Double(last)) + 1)
        }
        return lengths
    }

    /// Calls `body` with the begin and the mean of each window of a length, a quarter of it apart;
    /// windows with less than a quarter of their values are left out.
    @inline(__always)
    static func forEach(
        _ length: Int, of series: RunningSums, _ body: (_ begin: Int, _ mean: Double) -> Void
    ) {
        let least = max(1, Int32((length + 3) / 4))
        let total = series.length
        var begin = 0
        while begin + length <= total {
            let count = series.counts[begin + length] - series.counts[begin]
            if count >= least {
                body(begin, (series.sums[begin + length] - series.sums[begin]) / Double(count))
            }
            begin += max(1, length / 4)
        }
    }

    /// The window furthest above its limit, by means above the usual only or on both sides; score 0
    /// without any.
    ///
    /// - Complexity: O(slots).
    func best(_ series: RunningSums, bothSides: Bool) -> Best {
        var best = Best()
        for (length, limit) in zip(lengths, limits) {
            let least = best.score * limit
            var most = least
            var place = -1
            Self.forEach(length, of: series) { begin, mean in
                let size = bothSides ? abs(mean) : mean
                if size > most {
                    most = size
                    place = begin
                }
            }
            if place >= 0 { best = Best(score: most / limit, slots: place..<(place + length)) }
        }
        return best
    }
}
