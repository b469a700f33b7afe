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

    /// Whose readings these are.
    public var device: DeviceRef
    /// When the fault seems to have begun.
    public var onset: Double
    /// Up to when readings were looked at.
    public var noticed: Double
    /// All readings of the device, the likeliest beginning first.
    public var signals: [Signal]

    /// Makes a report.
    public init(device: DeviceRef, onset: Double, noticed: Double, signals: [Signal]) {
        self.device = device
        self.onset = onset
        self.noticed = noticed
        self.signals = signals
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
}
