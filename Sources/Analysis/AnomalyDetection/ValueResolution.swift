/// The step in which the values of a series are given.
enum ValueResolution {
    /// The largest of 1, 0.1 … 0.000001 of which all values are whole multiples; 0 when there is
    /// none, as for means, or no value. O(n), usually a few steps.
    static func step(of values: [Double]) -> Double {
        var steps = 1.0
        for value in values where value.isFinite {
            while !isWhole(value * steps) {
                steps *= 10
                if steps > 1e6 { return 0 }
            }
        }
        return values.contains(where: \.isFinite) ? 1 / steps : 0
    }

    private static func isWhole(_ x: Double) -> Bool {
        // Beyond 2^40 a double's own spacing hides the decimals.
        abs(x) > 1_099_511_627_776 || abs(x - x.rounded()) < 1e-7 * max(1, abs(x))
    }
}
