import Values

/// Quantiles in place, for loops that must not copy or sort.
enum OrderStatistics {
    /// The value of the rank nearest to the share `p`, without interpolation; NaN without values.
    /// Reorders the values, which must not hold NaN. O(n).
    static func quantile(_ values: inout [Double], _ p: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        let rank = Int(clamping: (Double(values.count - 1) * p).rounded())
        return Selection.element(min(max(rank, 0), values.count - 1), of: &values)
    }

    /// The quantile of those values that are not missing.
    static func quantile(of values: some Sequence<Double>, _ p: Double) -> Double {
        var known = values.filter { !$0.isNaN }
        return quantile(&known, p)
    }

    /// The middle of the values that are not missing, the upper one of two; NaN without any.
    static func median(of values: some Sequence<Double>) -> Double { quantile(of: values, 0.5) }

    /// The mean of the shortest stretch that holds half of the values, or the median of fewer than
    /// four: the level of the majority even where nearly half of the values lie at another one. O(n
    /// log n).
    static func shorth(_ values: [Double]) -> Double {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard sorted.count >= 4 else { return median(of: sorted) }
        let half = sorted.count / 2
        var best = 0
        for place in 0..<(sorted.count - half)
        where sorted[place + half] - sorted[place] < sorted[best + half] - sorted[best] {
            best = place
        }
        return sorted[best...(best + half)].reduce(0, +) / Double(half + 1)
    }
}
