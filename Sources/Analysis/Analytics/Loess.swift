import Values

/// Local linear regression over the index with tricube weights, as in STL.
struct Loess {
    /// Number of neighbours that take part.
    let width: Int

    /// The smooth value at every index. O(n · width).
    func smoothed(_ values: [Double], weights: [Double]? = nil) -> [Double] {
        values.indices.map { value(at: Double($0), of: values, weights: weights) ?? values[$0] }
    }

    /// The smooth value at a place, which may lie beyond the ends; nil when nothing has weight.
    func value(at x: Double, of values: [Double], weights: [Double]?) -> Double? {
        let n = values.count
        let size = min(width, n)
        let wanted = Int(clamping: x.rounded()) - (size - 1) / 2
        let first = min(max(0, wanted), n - size)
        let last = first + size - 1
        var reach = max(x - Double(first), Double(last) - x)
        if width > n { reach += Double((width - n) / 2) }
        guard reach > 0 else { return n > 0 ? values[first] : nil }
        var local = [Double](repeating: 0, count: size)
        var sum = 0.0
        for offset in 0..<size {
            let distance = abs(Double(first + offset) - x)
            guard distance <= 0.999 * reach else { continue }
            let ratio = distance / reach
            let cube = 1 - ratio * ratio * ratio
            let near = distance <= 0.001 * reach ? 1 : cube * cube * cube
            local[offset] = near * (weights?[first + offset] ?? 1)
            sum += local[offset]
        }
        guard sum > 0 else { return nil }
        return linear(at: x, values, first: first, weights: local.map { $0 / sum }, span: n - 1)
    }

    private func linear(
        at x: Double, _ values: [Double], first: Int, weights: [Double], span: Int
    ) -> Double {
        var centre = 0.0
        for (offset, weight) in weights.enumerated() { centre += weight * Double(first + offset) }
        var spread = 0.0
        for (offset, weight) in weights.enumerated() {
            let distance = Double(first + offset) - centre
            spread += weight * distance * distance
        }
        // Too narrow for a slope: the weighted mean stands.
        let slope = spread.squareRoot() > 0.001 * Double(span) ? (x - centre) / spread : 0
        var result = 0.0
        for (offset, weight) in weights.enumerated() {
            let tilt = slope * (Double(first + offset) - centre)
            result += weight * (1 + tilt) * values[first + offset]
        }
        return result
    }
}
