extension ClusterReport {
    /// One candidate number of groups.
    public struct Candidate: Sendable, Hashable {
        /// The number of groups.
        public var k: Int
        /// Mean silhouette, −1 to 1.
        public var silhouette: Double
        /// Sum of squared distances to the centres.
        public var inertia: Double
        /// The silhouette that data without groups hardly reach with as many; `nil` where that was
        /// not tried.
        public var reference: Double?

        /// Makes a candidate.
        public init(k: Int, silhouette: Double, inertia: Double, reference: Double? = nil) {
            self.reference = reference
            self.k = k
            self.silhouette = silhouette
            self.inertia = inertia
        }
    }

    /// How far the groups repeat what an attribute says.
    public struct Mirror: Sendable, Hashable {
        /// How much of the groups the attribute repeats.
        public enum Strength: Sendable, Hashable { case almostAll, part, little }

        /// The name of the attribute.
        public var attribute: String
        /// Normalised mutual information, 0 to 1.
        public var nmi: Double
        /// Its values (columns, at most 8) and `counts[group][value]`.
        public var values: [String]
        /// Events per slice or cell.
        public var counts: [[Int]]

        /// How much of the groups it repeats: almost all from 0.8 on, a part from 0.4 on.
        public var strength: Strength { nmi >= 0.8 ? .almostAll : nmi >= 0.4 ? .part : .little }

        /// Makes a mirror.
        public init(attribute: String, nmi: Double, values: [String], counts: [[Int]]) {
            self.attribute = attribute
            self.nmi = nmi
            self.values = values
            self.counts = counts
        }
    }

    /// A feature left out, and why.
    public struct Dropped: Sendable, Hashable {
        /// Why.
        public enum Reason: Sendable, Hashable {
            case constant, repeats(FeatureKind), missing(share: Double)
            /// Says how often a device was read rather than how it behaves.
            case followsSampling
        }
        /// Index of the feature.
        public var feature: FeatureKind
        /// Why it was left out.
        public var reason: Reason

        /// Makes an entry.
        public init(feature: FeatureKind, reason: Reason) {
            self.feature = feature
            self.reason = reason
        }
    }

    /// Agreement of resamplings.
    public struct Stability: Sendable, Hashable {
        /// Resamplings with an adjusted Rand index of at least 0.8, of all.
        public var returned: Int
        /// How often the units were drawn anew.
        public var resamplings: Int
        /// Mean adjusted Rand index.
        public var meanARI: Double
        /// Lowest adjusted Rand index.
        public var lowestARI: Double

        /// Makes a stability.
        public init(returned: Int, resamplings: Int, meanARI: Double, lowestARI: Double) {
            self.returned = returned
            self.resamplings = resamplings
            self.meanARI = meanARI
            self.lowestARI = lowestARI
        }
    }

    /// The directions in which units differ most, where they stand for many features.
    public struct Directions: Sendable, Hashable {
        /// How many there are.
        public var count: Int
        /// The part of all differences that lies along them, 0 to 1.
        public var share: Double

        /// Makes an entry.
        public init(count: Int, share: Double) {
            self.count = count
            self.share = share
        }
    }
}
