public import Values

/// The stretches of all devices that are most like a given one, and what followed them.
public struct SimilarStretches: Sendable, Hashable {
    /// What two stretches must have in common to be alike.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        /// The shape of the course, and how far it is from the device's own usual value.
        case level
        /// The shape alone.
        case shape
    }

    /// What was found.
    public enum Outcome: Sendable, Hashable {
        /// So many of the matches are alike, and nearer than chance brings any.
        case alike(Int)
        /// Stretches like it are everywhere: this share of those that do not overlap is alike.
        case ordinary(share: Double)
        /// The nearest match is no nearer than the nearest of so many stretches is by chance.
        case nothing
        /// The stretch has too few steps to be compared.
        case tooShort(steps: Int, needed: Int)
        /// No reading has values in four fifths of the stretch.
        case noReadings
        /// No other stretch of the data is as long and as complete.
        case noOther
    }

    /// A stretch that is like the given one.
    public struct Match: Sendable, Hashable {
        /// The device that it is of.
        public var device: DeviceRef
        /// Where it begins, in the axis' unit.
        public var from: Double
        /// Where it ends, in the axis' unit.
        public var to: Double
        /// How unlike it is: 0 for the same course. It is the mean over the
        /// readings of √(shape² + level²): shape² = 2 · (1 − r) with the correlation r of both courses,
        /// level² the squared differences of mean and standard deviation, relative to how far the
        /// given stretch is from the usual value of its device.
        public var distance: Double
        /// The share of all stretches that are as near.
        public var share: Double
        /// What came after it began; `nil` where that is not known yet.
        public var sequel: Aftermath.Sequel?
        /// Errors from its beginning to the end of the horizon, the most frequent first.
        public var errors: [ErrorCount]
        /// ``SimilarStretches/drawn`` by step, as ``SimilarStretches/course``; empty for matches
        /// that are not drawn.
        public var course: [Double]

        package init(
            device: DeviceRef, from: Double, to: Double, distance: Double, share: Double,
            sequel: Aftermath.Sequel? = nil, errors: [ErrorCount] = [], course: [Double] = []
        ) {
            self.device = device
            self.from = from
            self.to = to
            self.distance = distance
            self.share = share
            self.sequel = sequel
            self.errors = errors
            self.course = course
        }
    }

    /// Errors of one code.
    public struct ErrorCount: Sendable, Hashable {
        /// The code.
        public var code: CodeRef
        /// How many there were, at least one.
        public var count: Int

        package init(code: CodeRef, count: Int) {
            self.code = code
            self.count = count
        }
    }

    /// The device of the given stretch.
    public var device: DeviceRef
    /// Where the given stretch begins as it was compared: in whole steps of the device's record.
    public var from: Double
    /// Where it ends.
    public var to: Double
    /// By what stretches were compared.
    public var measure: Measure
    /// The readings that were compared.
    public var metrics: [MetricRef]
    /// Whether the readings are those that left their course in the stretch.
    public var isOfDepartures: Bool
    /// What was found.
    public var outcome: Outcome
    /// The nearest stretches, the nearest first, at most 20; those beyond the ones that are alike
    /// are given too. They overlap by half at most, and not with the given one.
    public var matches: [Match] = []
    /// How many stretches were compared; a stretch may begin with each step.
    public var compared = 0
    /// The distance that half of them do not exceed; NaN without any.
    public var median = Double.nan
    /// Up to this distance a match is alike, and nearer than chance brings any; NaN without any.
    public var limit = Double.nan
    /// Length of a step, in the axis' unit.
    public var step = 0.0
    /// How long after a stretch's end an event still counts as its sequel, in the axis' unit.
    public var within = 0.0
    /// The reading that is furthest from its usual value in the stretch.
    public var drawn: MetricRef?
    /// That reading by step, less the device's usual value; NaN where there is none.
    public var course: [Double] = []

    /// What is found is set afterwards.
    package init(
        device: DeviceRef, from: Double, to: Double, measure: Measure, metrics: [MetricRef],
        isOfDepartures: Bool, outcome: Outcome
    ) {
        self.device = device
        self.from = from
        self.to = to
        self.measure = measure
        self.metrics = metrics
        self.isOfDepartures = isOfDepartures
        self.outcome = outcome
    }

    /// The matches that are alike; empty unless the outcome says so.
    public var alike: ArraySlice<Match> {
        if case .alike(let count) = outcome { matches.prefix(count) } else { [] }
    }

    /// Of these, the ones whose sequel is known.
    public var known: [Match] { alike.filter { $0.sequel != nil } }

    /// How long after the beginning failures followed those that are alike, ascending.
    public var failureDelays: [Double] {
        alike.compactMap { match in
            if case .failure(_, let after) = match.sequel { after } else { nil }
        }.sorted()
    }

    /// The code of these failures; nil where they have several.
    public var failureCode: CodeRef? {
        let codes = Set(
            alike.compactMap { match in
                if case .failure(let code, _) = match.sequel { code } else { nil }
            })
        return codes.count == 1 ? codes.first : nil
    }

    /// How many of those that are alike were repaired, with no failure before.
    public var repaired: Int {
        alike.count { if case .repair = $0.sequel { true } else { false } }
    }
}

/// A stretch to which similar ones are wanted.
public struct SimilarQuestion: Sendable, Hashable {
    /// Name of the device.
    public var device: String
    /// Inclusive start, in the axis' unit.
    public var from: Double
    /// Exclusive end, in the axis' unit.
    public var to: Double
    /// Names of readings; empty = those that left their course in the stretch, else all.
    public var readings: [String]
    /// Names of the devices to search; empty = all.
    public var devices: [String]
    /// What counts as alike.
    public var measure: SimilarStretches.Measure

    /// `from` is inclusive and `to` exclusive, in the axis' unit.
    public init(
        device: String, from: Double, to: Double, readings: [String] = [],
        devices: [String] = [], measure: SimilarStretches.Measure = .level
    ) {
        self.device = device
        self.from = from
        self.to = to
        self.readings = readings
        self.devices = devices
        self.measure = measure
    }
}
