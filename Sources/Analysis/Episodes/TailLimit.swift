#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How high scores go by chance, from the body of their own distribution.
///
/// The highest score of each block of rows counts, so that neighbours do not count twice. The tail
/// of these peaks is taken as exponential, which holds for maxima of anything from normal to
/// exponential noise (extreme value theory: Siffer et al., "Anomaly detection in streams with
/// extreme value theory", KDD 2017), and laid through two of their quantiles.
struct TailLimit: Sendable {
    private let peaks: [Double]

    /// Peaks of whole blocks of `block` rows; of all rows where there are fewer.
    init(_ scores: [Double], block: Int) {
        let count = scores.count / max(1, block)
        let peaks =
            count < 2
            ? [scores.max() ?? 0]
            : (0..<count).map { scores[$0 * block..<($0 + 1) * block].reduce(0, max) }
        self.peaks = peaks.sorted()
    }

    /// The score that ordinary peaks pass `times` times in a recording of this length, on average.
    ///
    /// The tail is laid through the median and the 0.9-quantile, which holds where less than a
    /// tenth of the blocks is unusual.
    func passed(times: Double) -> Double {
        let tail = Tail(peaks, 0.5, 0.9)
        return tail.place + tail.scale * max(0, log(0.5 * Double(peaks.count) / times))
    }

    /// The lowest of those peaks of which a tenth at most are false (Benjamini and Hochberg 1995),
    /// for recordings with many unusual blocks; nil where there is none.
    ///
    /// The tail is laid through the quartiles, so it needs at least a hundred peaks, of which the
    /// median lies between the quartiles as an exponential tail has it: 1.71 times as far from the
    /// upper as from the lower one, by 1 to 2.2.
    var discovery: Double? {
        guard peaks.count >= 100 else { return nil }
        let quartiles = [0.25, 0.5, 0.75].map { Statistics.quantile(sorted: peaks, $0) }
        let ratio = (quartiles[2] - quartiles[1]) / max(1e-12, quartiles[1] - quartiles[0])
        guard ratio > 1, ratio < 2.2 else { return nil }
        let tail = Tail(peaks, 0.25, 0.75)
        let count = peaks.count
        for place in peaks.indices {
            let chance = min(1, 0.75 * exp(-(peaks[place] - tail.place) / tail.scale))
            if chance <= 0.1 * Double(count - place) / Double(count) { return peaks[place] }
        }
        return nil
    }

    private struct Tail {
        let place: Double
        let scale: Double

        init(_ sorted: [Double], _ low: Double, _ high: Double) {
            let upper = Statistics.quantile(sorted: sorted, high)
            place = Statistics.quantile(sorted: sorted, low)
            scale = max(1e-9, (upper - place) / log((1 - low) / (1 - high)))
        }
    }
}
