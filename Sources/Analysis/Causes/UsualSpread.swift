/// The middle and the spread of usual values, which a few outliers hardly move; the spread is above
/// 0 even for a constant.
struct UsualSpread: Sendable {
    let middle: Double
    let spread: Double

    /// The median and 1.4826 MAD, or 0.3 standard deviations where those are more: a signal that
    /// rests most of the time still varies. Middle 0 without values.
    ///
    /// - Complexity: O(n).
    init(_ values: some Collection<Double>) {
        let values = Array(values)
        let middle = Statistics.median(values)
        self.middle = middle.isFinite ? middle : 0
        let mad = Statistics.mad(values)
        let deviation = Statistics.standardDeviation(values, degreesOfFreedom: 0)
        spread = max(mad.isFinite ? mad : 0, deviation.isFinite ? 0.3 * deviation : 0, 1e-9)
    }

    /// How many spreads a value lies above the middle; negative below it.
    func z(_ value: Double) -> Double { (value - middle) / spread }
}
