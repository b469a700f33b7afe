public import Values

/// What is to come of each device of a set, told by a model that was learned from the set's own past.
public struct FleetPrediction: Sendable, Hashable {
    /// What is predicted.
    public enum Quantity: Sendable, Hashable {
        /// The probability that a device fails within a length of time, in the axis' unit.
        case failure(within: Double)
        /// How long a device goes on, in the axis' unit.
        case life
    }

    /// A reason for a prediction: what moves it most, against the device's own past.
    public struct Driver: Sendable, Hashable {
        /// The reading, code or attribute.
        public var source: BackTest.Source
        /// Its mean (or count, or value) over `window` before now.
        public var value: Double
        /// The median of the same over the device's past; NaN where it has none.
        public var usual: Double
        /// The length that `value` is taken over, in the axis' unit; nil for what has none.
        public var window: Double?
        /// Whether `value` and `usual` are standard deviations from the mean of the operating regime.
        public var isStandardised: Bool

        /// A reason with what it was made of.
        package init(
            source: BackTest.Source, value: Double, usual: Double, window: Double?,
            isStandardised: Bool = false
        ) {
            self.source = source
            self.value = value
            self.usual = usual
            self.window = window
            self.isStandardised = isStandardised
        }
    }

    /// One device.
    public struct Row: Sendable, Hashable {
        /// The device that is meant.
        public var device: DeviceRef
        /// The probability of a failure, or how long it goes on in the axis' unit.
        public var value: Double
        /// Where a remaining life is likely to end: 4 times out of 5; nil where that is not known.
        public var range: ClosedRange<Double>?
        /// Most first; only of the devices at the head of the list.
        public var drivers: [Driver]

        /// A device with its prediction.
        package init(
            device: DeviceRef, value: Double, range: ClosedRange<Double>? = nil,
            drivers: [Driver] = []
        ) {
            self.device = device
            self.value = value
            self.range = range
            self.drivers = drivers
        }
    }

    /// How many devices are to fail within the horizon.
    public struct Expected: Sendable, Hashable {
        /// The mean: the sum of all probabilities.
        public var count: Double
        /// Between which numbers it lies nine times out of ten, counts varying as much as they did in
        /// the time that the model was tested on.
        public var range: ClosedRange<Int>
    }

    /// What is predicted.
    public var quantity: Quantity
    /// When: the end of the data.
    public var time: Double
    /// The likeliest failure, or the shortest life, first.
    public var rows: [Row]
    /// How the model fared on what it was not taught.
    public var test: BackTest
    /// The model's file.
    public var file: String
    /// Failures that are to come; nil for lives.
    public private(set) var expected: Expected?

    /// Predictions of a model's file.
    package init(quantity: Quantity, time: Double, rows: [Row], test: BackTest, file: String) {
        self.quantity = quantity
        self.time = time
        self.rows = rows
        self.test = test
        self.file = file
        guard case .failure = quantity, !rows.isEmpty else { return }
        let counts = CountDistribution(rows.map(\.value))
        expected = Expected(
            count: counts.mean, range: counts.range(dispersion: test.dispersion, of: rows.count))
    }

    /// The device's row.
    public func row(of device: DeviceRef) -> Row? { rows.first { $0.device == device } }
}

/// How many of some independent events happen (Poisson binomial).
struct CountDistribution {
    let mean: Double
    /// Between the 5th and the 95th of a hundred.
    let range: ClosedRange<Int>

    /// - Complexity: O(events × what is likely at most).
    init(_ probabilities: [Double]) {
        mean = probabilities.reduce(0, +)
        let variance = probabilities.reduce(0) { $0 + $1 * (1 - $1) }
        let most = min(
            probabilities.count, Int(clamping: (mean + 6 * variance.squareRoot()).rounded(.up)) + 1)
        var shares = [1.0] + [Double](repeating: 0, count: most)
        for probability in probabilities {
            for count in stride(from: most, through: 1, by: -1) {
                shares[count] += probability * (shares[count - 1] - shares[count])
            }
            shares[0] *= 1 - probability
        }
        var sum = 0.0
        var limits: [Int] = []
        for (count, share) in shares.enumerated() {
            sum += share
            if limits.isEmpty, sum >= 0.05 { limits.append(count) }
            if limits.count == 1, sum >= 0.95 { limits.append(count) }
        }
        let low = limits.first ?? 0
        range = low...max(low, limits.count > 1 ? limits[1] : most)
    }

    /// The range where counts vary more than those of independent events, by a factor of the variance:
    /// its ends lie farther from the mean by the factor's root.
    func range(dispersion: Double, of events: Int) -> ClosedRange<Int> {
        let factor = max(1, dispersion).squareRoot()
        let first = Int(clamping: (mean - factor * (mean - Double(range.lowerBound))).rounded())
        let last = Int(clamping: (mean + factor * (Double(range.upperBound) - mean)).rounded())
        let least = min(max(0, first), range.lowerBound)
        return least...max(range.upperBound, min(last, events))
    }
}

/// Where the predictions of a set stand.
public enum PredictionState: Sendable, Hashable {
    /// Nothing in the set ends or fails that could be learned from, or learning is switched off.
    case none
    /// It is being learned in the background; the share that is done.
    case learning(FleetPrediction.Quantity, share: Double)
    /// A model speaks.
    case known(FleetPrediction)
    /// No model beats the plain rules by more than chance.
    case noBetter(FleetPrediction.Quantity, BackTest)
    /// Too few failures or lives to learn from.
    case tooFew(FleetPrediction.Quantity, found: Int, needed: Int)
    /// The model could not be learned or run here.
    case failed(FleetPrediction.Quantity)
    /// Learning was switched off for the set.
    case off(FleetPrediction.Quantity)

    /// Whether a person switched learning off for the set.
    public var isOff: Bool {
        if case .off = self { true } else { false }
    }

    /// Whether more is to come.
    public var isUnderWay: Bool {
        if case .learning = self { true } else { false }
    }

    /// What the model says, where one speaks.
    public var prediction: FleetPrediction? {
        if case .known(let prediction) = self { prediction } else { nil }
    }
}
