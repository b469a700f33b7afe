/// How many clusters there are, and what that rests on.
public struct ClusterCountChoice: Sendable, Hashable {
    /// Whether there are clusters.
    public enum Decision: Sendable, Hashable {
        /// So many clusters: their mean silhouette is above all that data without clusters
        /// reached with as many.
        case clusters(k: Int, silhouette: Double, reference: Double)
        /// No clusters at all.
        case none(Reason)
    }

    /// Why there are no clusters.
    public enum Reason: Sendable, Hashable {
        /// Too few rows to tell.
        case tooFewRows(found: Int, needed: Int)
        /// All rows are equal.
        case equalRows
        /// Every number of clusters left one with fewer rows than this.
        case onlySplinters(minimumSize: Int)
        /// The best clustering is no better than one of data without clusters.
        case notAboveReference(bestK: Int, silhouette: Double, reference: Double)
    }

    /// What was decided, with the figures behind it.
    public let decision: Decision
    /// The curves of inertia and silhouette: one entry for each number tried, ascending.
    public let trials: [ClusterTrial]
    /// By the number of clusters, the silhouette that data without clusters hardly reach; empty
    /// where none were drawn.
    public let references: [Int: Double]
    /// The chosen clustering; nil when there are no clusters.
    public let model: KMeansModel?

    /// The number of clusters; 1 when there are none.
    public var k: Int { model?.k ?? 1 }

    init(
        decision: Decision, trials: [ClusterTrial], references: [Int: Double], model: KMeansModel?
    ) {
        self.decision = decision
        self.trials = trials
        self.references = references
        self.model = model
    }

    init(
        none reason: Reason, _ trials: [ClusterTrial] = [], references: [Int: Double] = [:]
    ) {
        self.init(decision: .none(reason), trials: trials, references: references, model: nil)
    }
}
