extension SubsequenceQuery {
    /// The distance to each stretch of a segment, by its first step; NaN where fewer than half of
    /// the readings are known in four fifths of its steps. Empty for a segment that is too short.
    ///
    /// - Complexity: O(steps × length × readings).
    func distances(in segment: SteppedRecord.Segment, usual: [Double]) -> [Double] {
        let count = segment.count - length + 1
        guard count > 0 else { return [] }
        var sums = [Double](repeating: 0, count: count)
        var known = [Int32](repeating: 0, count: count)
        for pattern in patterns {
            guard
                let filled = FilledSeries(
                    segment.columns[pattern.reading], usual: usual[pattern.reading])
            else { continue }
            let squares = squares(pattern, along: filled)
            for place in 0..<count where filled.isKnown(from: place, length: length) {
                sums[place] += squares[place].squareRoot()
                known[place] += 1
            }
        }
        return sums.indices.map { place in
            2 * Int(known[place]) >= patterns.count ? sums[place] / Double(known[place]) : .nan
        }
    }

    /// The squared distances of one reading.
    private func squares(_ pattern: Pattern, along series: FilledSeries) -> [Double] {
        let moments = WindowMoments(series.values, length: length)
        let products = SlidingProducts.products(of: pattern.course, along: series.values)
        let unit = measure == .shape ? 0 : 1 / pattern.scale
        return moments.means.indices.map { place in
            let (mean, deviation) = (moments.means[place], moments.deviations[place])
            let (apart, wider) = (mean - pattern.mean, deviation - pattern.deviation)
            let level = (apart * apart + wider * wider) * unit
            guard !products.isEmpty, !pattern.isFlat(deviation) else {
                return (products.isEmpty == pattern.isFlat(deviation) ? 0 : 1) + level
            }
            let correlation = products[place] / (Double(length) * deviation)
            return 2 * (1 - min(max(correlation, -1), 1)) + level
        }
    }
}
