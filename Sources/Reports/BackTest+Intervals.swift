import Values

extension BackTest {
    /// Errors of predicted remaining lives of about one size, on units held out; in the axis' unit.
    public struct ErrorQuantiles: Sendable, Hashable, Codable {
        /// Predictions up to this size; the last entry also stands for larger ones.
        public var upTo: Double
        /// The lower quantile of truth minus prediction; a tenth of the lives lie below it.
        public var low: Double
        /// The upper quantile of truth minus prediction; a tenth of the lives lie above it.
        public var high: Double

        package init(upTo: Double, low: Double, high: Double) {
            self.upTo = upTo
            self.low = low
            self.high = high
        }
    }

    /// The share of units whose life ends within `interval(around:)`.
    public static let coverage = 0.8

    /// The interval in which a predicted life ends in 4 of 5 cases, at least 0; nil where no errors
    /// are known or the prediction is not finite.
    public func interval(around prediction: Double) -> ClosedRange<Double>? {
        guard prediction.isFinite,
            let errors = errors?.first(where: { prediction <= $0.upTo }) ?? errors?.last
        else { return nil }
        let low = max(0, prediction + min(errors.low, errors.high))
        let high = max(low, prediction + max(errors.low, errors.high))
        return low.isFinite && high.isFinite ? ClosedRange(from: low, to: high) : nil
    }
}
