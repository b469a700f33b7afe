import Values

extension BackTest {
    /// How far remaining lives lay from predictions of about the same size, on units held out.
    public struct ErrorQuantiles: Sendable, Hashable, Codable {
        /// The largest prediction that these errors are of; those above the last are treated as it.
        public var upTo: Double
        /// What truth less prediction is seldom below.
        public var low: Double
        /// What truth less prediction is seldom above.
        public var high: Double

        /// Errors of predictions up to a size.
        package init(upTo: Double, low: Double, high: Double) {
            self.upTo = upTo
            self.low = low
            self.high = high
        }
    }

    /// The share of units whose life is to end within the interval told.
    public static let coverage = 0.8

    /// Where a predicted life is likely to end, 4 times out of 5; nil where no errors are known.
    public func interval(around prediction: Double) -> ClosedRange<Double>? {
        guard prediction.isFinite,
            let errors = errors?.first(where: { prediction <= $0.upTo }) ?? errors?.last
        else { return nil }
        let low = max(0, prediction + min(errors.low, errors.high))
        let high = max(low, prediction + max(errors.low, errors.high))
        return low.isFinite && high.isFinite ? ClosedRange(from: low, to: high) : nil
    }
}
