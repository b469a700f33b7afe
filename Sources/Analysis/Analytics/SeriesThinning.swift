/// Averages blocks of neighbouring values until a series has at most `limit` points.
struct SeriesThinning {
    /// The most points left.
    let limit: Int

    /// A series without missing values, and how many values make one of its points.
    struct Points {
        var values: [Double]
        var times: [Double]
        var block: Int
    }

    /// The finite values with their times (the index where nil), averaged in blocks. O(n).
    func thinned(_ values: [Double], times: [Double]?) -> Points {
        var points = Points(values: [], times: [], block: 1)
        for (index, value) in values.enumerated() where value.isFinite {
            guard let times else {
                points.values.append(value)
                points.times.append(Double(index))
                continue
            }
            guard index < times.count, times[index].isFinite else { continue }
            points.values.append(value)
            points.times.append(times[index])
        }
        points.block = max(1, (points.values.count + limit - 1) / limit)
        guard points.block > 1 else { return points }
        points.values = averaged(points.values, points.block)
        points.times = averaged(points.times, points.block)
        return points
    }

    private func averaged(_ values: [Double], _ block: Int) -> [Double] {
        stride(from: 0, to: values.count, by: block).map { start in
            let part = values[start..<min(start + block, values.count)]
            let base = part[start]
            return base + part.reduce(0) { $0 + ($1 - base) } / Double(part.count)
        }
    }
}
