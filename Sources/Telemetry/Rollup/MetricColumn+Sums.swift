extension MetricColumn {
    /// Number of readings in a range of cells, and their sum.
    /// - Complexity: O(n).
    func sum(_ cells: Range<Int>) -> (count: Int, sum: Double) {
        let cells = cells.clamped(to: 0..<means.count)
        var count = 0
        var sum = 0.0
        if let moments {
            for cell in cells where moments.counts[cell] > 0 {
                count += Int(moments.counts[cell])
                sum += means[cell] * Double(moments.counts[cell])
            }
        } else {
            for cell in cells {
                let value = means[cell]
                let isReading = value == value
                count += isReading ? 1 : 0
                sum += isReading ? value : 0
            }
        }
        return (count, sum)
    }

    /// All readings in a range of cells in one summary. Takes two passes, the mean first, so that
    /// no digits cancel.
    /// - Complexity: O(n).
    func summary(_ cells: Range<Int>) -> MetricSummary {
        let (count, sum) = sum(cells)
        guard count > 0 else { return MetricSummary() }
        let cells = cells.clamped(to: 0..<means.count)
        var result = MetricSummary(
            count: count, mean: sum / Double(count), m2: 0, minimum: .infinity,
            maximum: -.infinity, last: .nan)
        guard let moments else {
            fillSingles(&result, cells)
            return result
        }
        for cell in cells where moments.counts[cell] > 0 {
            let delta = means[cell] - result.mean
            result.m2 += moments.m2[cell] + delta * delta * Double(moments.counts[cell])
            result.minimum = min(result.minimum, moments.minima[cell])
            result.maximum = max(result.maximum, moments.maxima[cell])
            result.last = moments.lasts[cell]
        }
        return result
    }

    private func fillSingles(_ result: inout MetricSummary, _ cells: Range<Int>) {
        let mean = result.mean
        var (m2, low, high, last) = (0.0, Double.infinity, -Double.infinity, Double.nan)
        for cell in cells {
            let value = means[cell]
            guard value == value else { continue }
            m2 += (value - mean) * (value - mean)
            low = value < low ? value : low
            high = value > high ? value : high
            last = value
        }
        result.m2 = m2
        result.minimum = low
        result.maximum = high
        result.last = last
    }

    /// Least-squares slope of the cells' means per bucket; each cell with readings has the same
    /// weight. NaN for fewer than 3 such cells.
    /// - Complexity: O(n).
    func slopePerBucket(_ cells: Range<Int>, buckets: [Int32]) -> Double {
        let cells = cells.clamped(to: 0..<min(means.count, buckets.count))
        var (count, sumX, sumY) = (0.0, 0.0, 0.0)
        for cell in cells {
            let value = means[cell]
            guard value == value else { continue }
            count += 1
            sumX += Double(buckets[cell])
            sumY += value
        }
        guard count >= 3 else { return .nan }
        let (meanX, meanY) = (sumX / count, sumY / count)
        var (products, squares) = (0.0, 0.0)
        for cell in cells {
            let value = means[cell]
            guard value == value else { continue }
            let x = Double(buckets[cell]) - meanX
            products += x * (value - meanY)
            squares += x * x
        }
        return squares > 0 ? products / squares : .nan
    }
}
