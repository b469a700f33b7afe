/// Mean and standard deviation of every stretch of one length.
struct WindowMoments {
    /// By the place where the stretch begins.
    let means: [Double]
    /// With n in the denominator; 0 for equal values.
    let deviations: [Double]

    /// Sums are made anew so often that rounding never adds up.
    private static let fresh = 128

    /// - Complexity: O(n), and O(length) for every 128th stretch.
    init(_ values: [Double], length: Int) {
        let count = values.count - length + 1
        guard length > 0, count > 0 else {
            (means, deviations) = ([], [])
            return
        }
        var means = [Double](repeating: 0, count: count)
        var deviations = means
        var (sum, squares) = (0.0, 0.0)
        let share = 1 / Double(length)
        for place in 0..<count {
            if place % Self.fresh == 0 {
                (sum, squares) = (0, 0)
                for value in values[place..<(place + length)] {
                    sum += value
                    squares += value * value
                }
            } else {
                let (gone, come) = (values[place - 1], values[place + length - 1])
                sum += come - gone
                squares += come * come - gone * gone
            }
            means[place] = sum * share
            deviations[place] = max(0, squares * share - means[place] * means[place]).squareRoot()
        }
        self.means = means
        self.deviations = deviations
    }
}
