#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How badly log odds say whether something happened.
enum LogLoss {
    /// The negative logarithm of the probability of what happened; `target` is 1 or 0, or between.
    static func of(score: Double, target: Double) -> Double {
        log1p(exp(-abs(score))) + max(score, 0) - target * score
    }
}
