public import Values

/// Where the fault of a device began, as far as its readings tell, and what left its usual course
/// in which order.
public struct CauseReport: Sendable, Hashable {
    /// One reading of the device.
    public struct Signal: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// The probability that the fault began with it, 0 to 1; those of all add up to one.
        public var confidence: Double
        /// What would then be wrong.
        public var mechanism: CauseMechanism
        /// When it left its usual course; `nil` where it never did.
        public var departure: Double?
        /// How far it had then moved, in its own usual spread; below zero where it fell, 0 where it
        /// never left.
        public var change: Double

        /// Makes a signal.
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

    /// A failure that is asked about.
    public struct Failure: Sendable, Hashable {
        /// What failed, as the files name it.
        public var code: CodeRef
        /// When it did.
        public var time: Double

        /// Makes a failure.
        public init(code: CodeRef, time: Double) {
            self.code = code
            self.time = time
        }
    }

    /// Whose readings these are.
    public var device: DeviceRef
    /// The failure up to which was looked; `nil` where trouble was noticed otherwise.
    public var failure: Failure?
    /// When the fault seems to have begun.
    public var onset: Double
    /// Up to when readings were looked at.
    public var noticed: Double
    /// All readings of the device, the likeliest beginning first.
    public var signals: [Signal]
    /// How many of them were compared with each other: those that changed most.
    public var compared: Int
    /// The command whose change explains what the readings did; `nil` where none does.
    public var command: Command?
    /// Rare events shortly before the first reading left its course, the latest first.
    public var events: [Event] = []
    /// How it went in earlier episodes of the kind; `nil` without any.
    public var earlier: EarlierOrder?

    /// Makes a report of what readings say; what else is known is put in after it.
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

    /// Those that left their usual course, in that order.
    public var departed: [Signal] {
        signals.enumerated().filter { $0.element.departure != nil }.sorted {
            ($0.element.departure ?? 0, $0.offset) < ($1.element.departure ?? 0, $1.offset)
        }.map(\.element)
    }

    /// Those that kept it, in the order of the catalog.
    public var unchanged: [Signal] {
        signals.filter { $0.departure == nil }.sorted { $0.metric.index < $1.metric.index }
    }

    /// Whether nothing in the readings announced the failure that is asked about.
    public var isUnannounced: Bool { failure != nil && departed.isEmpty }

    /// The readings that lead, at most three: each left its course later than the one before, and the
    /// first before all others. Empty where several were first.
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
