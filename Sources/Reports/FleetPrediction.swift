public import Values

/// What a model learned from the set's own past predicts for each of its devices.
public struct FleetPrediction: Sendable, Hashable {
    /// What is predicted.
    public enum Quantity: Sendable, Hashable {
        /// The probability that a device fails within a length of time, in the axis' unit.
        case failure(within: Double)
        /// The remaining life of a device, in the axis' unit.
        case life
    }

    /// What moves a prediction most, beside the device's own past.
    public struct Driver: Sendable, Hashable {
        /// The reading, code or attribute behind it.
        public var source: BackTest.Source
        /// Its mean (or count, or value) over `window` before now.
        public var value: Double
        /// Median of the same over the device's past; NaN without a past.
        public var usual: Double
        /// The length that `value` is taken over, in the axis' unit; nil for an attribute or age.
        public var window: Double?
        /// Whether `value` and `usual` are in standard deviations from the mean of the operating
        /// regime.
        public var isStandardised: Bool

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

    /// The prediction for one device.
    public struct Row: Sendable, Hashable {
        /// The device that the prediction is for.
        public var device: DeviceRef
        /// A probability 0…1 or a remaining life in the axis' unit, by `quantity`.
        public var value: Double
        /// The 80 % interval of a remaining life, in the axis' unit; nil for probabilities and
        /// where it is not known.
        public var range: ClosedRange<Double>?
        /// What moves the prediction, most first; only for the devices at the head of the list.
        public var drivers: [Driver]

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

    /// How many devices are expected to fail within the horizon.
    public struct Expected: Sendable, Hashable {
        /// The mean: the sum of all probabilities.
        public var count: Double
        /// The 90 % range; counts vary by the model's `dispersion` on held-out data.
        public var range: ClosedRange<Int>
    }

    /// Failures or remaining lives; `value` of `rows` is read by it.
    public var quantity: Quantity
    /// The time of the predictions, in the axis' unit: the end of the data.
    public var time: Double
    /// One per device, the likeliest failure or the shortest life first.
    public var rows: [Row]
    /// How the model fared on held-out data.
    public var test: BackTest
    /// Name of the model's file.
    public var file: String
    /// Devices expected to fail within the horizon; nil for remaining lives and without devices.
    public private(set) var expected: Expected?

    /// Also computes `expected`, from the probabilities and the test's dispersion.
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

    /// The prediction for a device; nil where it has none. O(rows).
    public func row(of device: DeviceRef) -> Row? { rows.first { $0.device == device } }
}

/// The distribution of the number of independent events that happen (Poisson binomial).
struct CountDistribution {
    let mean: Double
    /// From the 5th to the 95th percentile.
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

    /// The range where counts vary more than those of independent events: its ends move away from
    /// the mean by the root of `dispersion`, a ratio of variances.
    func range(dispersion: Double, of events: Int) -> ClosedRange<Int> {
        let factor = max(1, dispersion).squareRoot()
        let first = Int(clamping: (mean - factor * (mean - Double(range.lowerBound))).rounded())
        let last = Int(clamping: (mean + factor * (Double(range.upperBound) - mean)).rounded())
        let least = min(max(0, first), range.lowerBound)
        return least...max(range.upperBound, min(last, events))
    }
}

/// What is known of the predictions for a set.
public enum PredictionState: Sendable, Hashable {
    /// Nothing in the set ends or fails that could be learned from, or learning is switched off.
    case none
    /// A model is being learned in the background; `share` of that is done, 0…1.
    case learning(FleetPrediction.Quantity, share: Double)
    /// A model gives predictions.
    case known(FleetPrediction)
    /// No model beats the plain rules beyond chance.
    case noBetter(FleetPrediction.Quantity, BackTest)
    /// Too few failures or lives to learn from.
    case tooFew(FleetPrediction.Quantity, found: Int, needed: Int)
    /// The model could not be learned or run here.
    case failed(FleetPrediction.Quantity)
    /// A person switched learning off for the set.
    case off(FleetPrediction.Quantity)

    /// Whether a person switched learning off for the set.
    public var isOff: Bool {
        if case .off = self { true } else { false }
    }

    /// Whether a model is still being learned.
    public var isUnderWay: Bool {
        if case .learning = self { true } else { false }
    }

    /// The predictions, where a model gives some.
    public var prediction: FleetPrediction? {
        if case .known(let prediction) = self { prediction } else { nil }
    }
}
