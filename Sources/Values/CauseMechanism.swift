/// What may be wrong where a fault begins, as far as readings can tell it. The raw values are the
/// words of the API.
public enum CauseMechanism: String, Sendable, Hashable, CaseIterable {
    /// A controller's output that what it drives no longer follows: a sticking valve.
    case lostActuation = "lost_actuation"
    /// A reading that is off its true value, by a step or a drift.
    case biasedReading = "biased_reading"
    /// A reading that no longer moves at all.
    case frozenReading = "frozen_reading"
    /// A controller's output that swings more than it did: a loop tuned too sharply.
    case sharpLoop = "sharp_loop"
    /// Something that acts on the process itself: a leak, fouling, wear, a supply that drops.
    case disturbance
}
