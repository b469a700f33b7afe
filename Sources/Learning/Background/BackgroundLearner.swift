/// Learns a model of a set beside everything else: in a process of its own, where there is one.
public protocol BackgroundLearner: Sendable {
    /// The model's file, as bytes. Waits until it is learned: not for Swift's shared pool.
    ///
    /// - Parameter progress: gets the share that is done from time to time.
    /// - Throws: `LearningFault`.
    func learn(
        _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
    ) throws(LearningFault) -> [UInt8]
}

/// Why nothing was learned.
public enum LearningFault: Error, Sendable, Hashable, Codable {
    /// Too few failures or lives.
    case tooFew(found: Int, needed: Int)
    /// The process ended without an answer, or the data cannot be learned from.
    case failed
}

/// Learns nothing: `--learn off`.
public struct NoLearner: BackgroundLearner {
    /// Makes one.
    public init() {}

    /// Throws at once.
    public func learn(
        _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
    ) throws(LearningFault) -> [UInt8] {
        throw .failed
    }
}
