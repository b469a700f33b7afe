/// A forecast that was tried against the naive one.
public struct ForecastFigures: Sendable, Hashable {
    /// The methods that are compared.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case naive, seasonalNaive, mean, drift, dampedTrend, theta
    }
    /// One method's back-test: mean absolute error as a share of the naive one's.
    public struct Trial: Sendable, Hashable {
        /// The method that did best in the back-test.
        public var method: Method
        /// Error as a share of the naive method's.
        public var ratio: Double

        /// Makes a trial.
        public init(method: Method, ratio: Double) {
            self.method = method
            self.ratio = ratio
        }
    }
    /// The method that did best in the back-test.
    public var method: Method
    /// Best first.
    public var trials: [Trial]
    /// Places in the past from which the methods were tried.
    public var backtests: Int
    /// Only then it is drawn.
    public var beatsNaive: Bool
    /// Times of the steps ahead (left edges) and their values with intervals.
    public var times: [Double]
    /// The values, in the order of the times or features.
    public var values: [Double]
    /// Lower ends of the 80 % intervals.
    public var low80: [Double]
    /// Upper ends of the 80 % intervals.
    public var high80: [Double]
    /// Lower ends of the 95 % intervals.
    public var low95: [Double]
    /// Upper ends of the 95 % intervals.
    public var high95: [Double]

    /// Makes a forecast.
    public init(
        method: Method, trials: [Trial], backtests: Int, beatsNaive: Bool, times: [Double],
        values: [Double], low80: [Double], high80: [Double], low95: [Double], high95: [Double]
    ) {
        self.method = method
        self.trials = trials
        self.backtests = backtests
        self.beatsNaive = beatsNaive
        self.times = times
        self.values = values
        self.low80 = low80
        self.high80 = high80
        self.low95 = low95
        self.high95 = high95
    }
}
