/// Learns models beside everything else, where possible in a process of its own.
public protocol BackgroundLearner: Sendable {
    /// Learns a model and returns its file as bytes. Blocks until it is learned: not for Swift's
    /// shared pool.
    ///
    /// - Parameter progress: Called now and then with the share of the work done, 0…1.
    /// - Throws: `LearningFault`.
    func learn(
        _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
    ) throws(LearningFault) -> [UInt8]
}

/// Why no model was learned.
public enum LearningFault: Error, Sendable, Hashable, Codable {
    /// Fewer failures or lives than are needed.
    case tooFew(found: Int, needed: Int)
    /// The process ended without an answer, or the data cannot be learned from.
    case failed
}

/// A learner that always fails: models that are there are asked, but none is learned.
public struct NoLearner: BackgroundLearner {
    /// A learner without state.
    public init() {}

    /// Throws `LearningFault.failed` at once.
    public func learn(
        _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
    ) throws(LearningFault) -> [UInt8] {
        throw .failed
    }
}
