public import Values

/// Where the fault of a device began, as far as its readings tell, and which readings left their
/// usual course in which order. Times are in the axis' unit.
public struct CauseReport: Sendable, Hashable {
    /// One reading of the device.
    public struct Signal: Sendable, Hashable {
        /// The reading, a metric of the catalog.
        public var metric: MetricRef
        /// The probability that the fault began with this reading, 0…1; all readings of the device
        /// add up to 1.
        public var confidence: Double
        /// What is wrong if it did.
        public var mechanism: CauseMechanism
        /// When the reading left its usual course; `nil` where it never did.
        public var departure: Double?
        /// How far it had moved by then, in units of its usual spread; negative where it fell, 0
        /// where it never departed.
        public var change: Double

        /// A reading that departed by `change` at `departure`, or never did (`nil` and 0).
        public init(
            metric: MetricRef, confidence: Double, mechanism: CauseMechanism, departure: Double?,
            change: Double
        ) {
            self.metric = metric
            self.confidence = confidence
            self.mechanism = mechanism
            self.departure = departure
            self.change = change
        }
    }

    /// A failure whose cause is asked for.
    public struct Failure: Sendable, Hashable {
        /// The failure's code.
        public var code: CodeRef
        /// When it happened, in the axis' unit.
        public var time: Double

        /// A failure of `code` at `time`.
        public init(code: CodeRef, time: Double) {
            self.code = code
            self.time = time
        }
    }

    /// The device whose readings were searched.
    public var device: DeviceRef
    /// The failure in question; `nil` where trouble was noticed otherwise.
    public var failure: Failure?
    /// When the fault began, by the likeliest explanation.
    public var onset: Double
    /// The last row that was used.
    public var noticed: Double
    /// One per reading of the device, the likeliest origin first.
    public var signals: [Signal]
    /// Readings compared with each other: those that changed most.
    public var compared: Int
    /// The command whose change explains the readings; `nil` where none does.
    public var command: Command?
    /// Events unlikely to have come by chance shortly before the first departure, at most three,
    /// the least likely first.
    public var events: [Event] = []
    /// What earlier episodes of the kind showed; `nil` where there were none.
    public var earlier: EarlierOrder?

    /// What the readings say; `events` and `earlier` are set afterwards. `compared` is all signals
    /// where it is `nil`.
    public init(
        device: DeviceRef, failure: Failure? = nil, onset: Double, noticed: Double,
        signals: [Signal], compared: Int? = nil, command: Command? = nil
    ) {
        self.device = device
        self.failure = failure
        self.onset = onset
        self.noticed = noticed
        self.signals = signals
        self.compared = compared ?? signals.count
        self.command = command
    }

    /// The readings that left their usual course, in order of departure.
    public var departed: [Signal] {
        signals.enumerated().filter { $0.element.departure != nil }.sorted {
            ($0.element.departure ?? 0, $0.offset) < ($1.element.departure ?? 0, $1.offset)
        }.map(\.element)
    }

    /// The readings that did not, in the order of the catalog.
    public var unchanged: [Signal] {
        signals.filter { $0.departure == nil }.sorted { $0.metric.index < $1.metric.index }
    }

    /// Whether no reading departed before the failure in question.
    public var isUnannounced: Bool { failure != nil && departed.isEmpty }

    /// The readings that lead, at most three: each departed strictly before the next. Empty where
    /// several departed first together.
    public var leading: [Signal] {
        var leading: [Signal] = []
        let departed = departed
        for (place, signal) in departed.enumerated().prefix(3) {
            let next = departed.dropFirst(place + 1).first
            guard next.map({ $0.departure != signal.departure }) ?? true else { break }
            leading.append(signal)
        }
        return leading
    }
}
