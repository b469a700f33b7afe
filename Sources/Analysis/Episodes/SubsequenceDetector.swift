/// A way to say how unusual each row of one signal is, over the whole stretch that is unusual.
///
/// Offline: all rows of the recording may be used. Deterministic.
protocol SubsequenceDetector: Sendable {
    /// One number of 0 or more per row of the signal, on any scale.
    func scores(_ signal: StandardSignal) -> [Double]
}

/// The detectors that judge a signal together.
///
/// Left out of the choice, because the mean over the labelled sets did not rise with them: k-means
/// over windows, local outlier factor, level and spread of windows, spikes beside a median,
/// windows of half and of two periods.
enum SubsequenceDetectors {
    /// Windows like no other; a shape like no other; values that do not follow from those before.
    static let all: [any SubsequenceDetector] = [WindowRarity(), ShapeRarity(), ForecastSurprise()]
    /// The one of ``all`` that also marks things that happen often.
    static let shape = 1
}
