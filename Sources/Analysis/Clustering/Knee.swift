/// Where a curve bends most: the point furthest from the straight line between its ends.
///
/// This is the knee of Kneedle (Satopää, Albrecht, Irwin and Raghavan 2011) for a whole curve,
/// without its smoothing and its sensitivity: both axes run over 0...1 and the greatest difference
/// from the diagonal wins.
enum Knee {
    /// The index of the knee of values at even steps, the first of equals; nil for fewer than three
    /// values or a curve that nowhere leaves the line by more than rounding.
    ///
    /// Meant for curves that bend one way, rising or falling.
    ///
    /// - Complexity: O(n).
    static func index(of values: [Double]) -> Int? {
        guard values.count > 2, let first = values.first, let last = values.last,
            (last - first).isFinite, last != first
        else { return nil }
        var knee: Int?
        var greatest = 1e-9
        for (index, value) in values.enumerated() {
            let along = Double(index) / Double(values.count - 1)
            let distance = abs((value - first) / (last - first) - along)
            if distance > greatest { (knee, greatest) = (index, distance) }
        }
        return knee
    }
}
