/// The kind of fault that may be at the origin, as far as readings can tell. The raw values are the
/// words of the API.
public enum CauseMechanism: String, Sendable, Hashable, CaseIterable {
    /// A controller's output that its actuator no longer follows, such as a sticking valve.
    case lostActuation = "lost_actuation"
    /// A reading that deviates from the true value, by a step or a drift.
    case biasedReading = "biased_reading"
    /// A reading that no longer moves at all.
    case frozenReading = "frozen_reading"
    /// A controller's output that oscillates more than before: a loop tuned too aggressively.
    case sharpLoop = "sharp_loop"
    /// A change of the process itself: a leak, fouling, wear, a failing supply.
    case disturbance
}
