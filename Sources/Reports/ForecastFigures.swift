/// A forecast with the back-tests that chose its method.
public struct ForecastFigures: Sendable, Hashable {
    /// The forecasting methods that compete.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case naive, seasonalNaive, mean, drift, dampedTrend, theta
    }
    /// The back-test of one method.
    public struct Trial: Sendable, Hashable {
        /// The tested method.
        public var method: Method
        /// Mean absolute error as a share of the naive method's; below 1 is better.
        public var ratio: Double

        /// A method and its error as a share of the naive method's.
        public init(method: Method, ratio: Double) {
            self.method = method
            self.ratio = ratio
        }
    }
    /// The method that did best in the back-tests and made the forecast.
    public var method: Method
    /// One per method, best first.
    public var trials: [Trial]
    /// Past origins from which every method was tried.
    public var backtests: Int
    /// Whether the method beats the naive one; only then the forecast is drawn.
    public var beatsNaive: Bool
    /// Left edges of the steps ahead, in the axis' unit.
    public var times: [Double]
    /// Forecast at each of `times`.
    public var values: [Double]
    /// Lower ends of the 80 % intervals.
    public var low80: [Double]
    /// Upper ends of the 80 % intervals.
    public var high80: [Double]
    /// Lower ends of the 95 % intervals.
    public var low95: [Double]
    /// Upper ends of the 95 % intervals.
    public var high95: [Double]

    /// All arrays hold one entry per step ahead.
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
