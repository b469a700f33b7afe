/// When one device was observed, and when its events happened.
public struct EventHistory: Sendable, Equatable {
    /// Start of observation, in the same unit as all times.
    public let start: Double
    /// End of observation.
    public let end: Double
    /// Event times within the observation, rising.
    public let events: [Double]

    /// A history; events outside (start, end] and missing ones are left out, the rest is sorted.
    ///
    /// Nil unless start <= end and both are finite.
    public init?(start: Double, end: Double, events: [Double]) {
        guard start.isFinite, end.isFinite, start <= end else { return nil }
        self.start = start
        self.end = end
        self.events = events.filter { $0 > start && $0 <= end }.sorted()
    }

    /// How long the device was observed, `end - start`.
    public var exposure: Double { end - start }
}
