/// What speaks for or against one signal as the place where a fault began.
///
/// Distances are in usual spreads and enter by their logarithm, so that evidence adds up as
/// logarithms of likelihoods do and one signal's enormous movement does not drown all else.
struct CauseEvidence: Sendable, Equatable {
    /// How far the signal itself moved: at its farthest, over the last 4 blocks, over the last 32.
    var moved = 0.0, movedLately = 0.0, movedAtEnd = 0.0
    /// The same for its innovation: how far it left its own relation.
    var broke = 0.0, brokeLately = 0.0, brokeAtEnd = 0.0
    /// How far the plant's relations hold again once the signal is set aside, within ±2.
    var heals = 0.0
    /// Logarithm of the growth of its quickest movements, 0…2.
    var quicker = 0.0
    /// Logarithm of the growth of its innovations about their mean, −1…2.
    var noisier = 0.0
    /// Logarithm of its longest standstill over the longest usual one, 0…4.
    var frozen = 0.0
    /// Logarithm of its largest single innovation over the largest usual one, −1…2.
    var jump = 0.0
    /// How much it looks like a controller's output, 0…1.
    var isOutput = 0.0
    /// How much it looks like what a controller holds, 0…1.
    var isControlled = 0.0
    /// How closely its steps follow another signal's at once, 0…1: the fourth power of the
    /// correlation.
    var follows = 0.0
    /// Logarithm of the growth of the controller's gain, times `isOutput`; 0 where it fell.
    var sharper = 0.0
    /// ``noisier`` times `isOutput`.
    var noisierOutput = 0.0
    /// How surely signals that it drove no longer follow it: ln(1 + ``LostResponse``).
    var unheeded = 0.0

    /// In the order of the weights of ``MechanismWeights``.
    var values: [Double] {
        [
            moved, movedLately, movedAtEnd, broke, brokeLately, brokeAtEnd, heals, quicker,
            noisier, frozen, jump, isOutput, isControlled, follows, sharper, noisierOutput,
            unheeded,
        ].map { $0.isFinite ? $0 : 0 }
    }
}
