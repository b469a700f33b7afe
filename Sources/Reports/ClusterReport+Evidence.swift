extension ClusterReport {
    /// A number of clusters that was tried.
    public struct Candidate: Sendable, Hashable {
        /// The tried number of clusters.
        public var k: Int
        /// Mean silhouette of the units, −1…1.
        public var silhouette: Double
        /// Sum of squared distances to the cluster centres, in scaled features.
        public var inertia: Double
        /// A silhouette that data without clusters hardly reach with this `k`; `nil` where it was
        /// not estimated.
        public var reference: Double?

        /// A tried `k` with its figures; `reference` is a silhouette.
        public init(k: Int, silhouette: Double, inertia: Double, reference: Double? = nil) {
            self.reference = reference
            self.k = k
            self.silhouette = silhouette
            self.inertia = inertia
        }
    }

    /// How far the groups only repeat what an attribute says.
    public struct Mirror: Sendable, Hashable {
        /// How much of the groups the attribute repeats.
        public enum Strength: Sendable, Hashable { case almostAll, part, little }

        /// The name of the attribute.
        public var attribute: String
        /// Normalised mutual information, 0 to 1.
        public var nmi: Double
        /// The attribute's values in alphabetical order, 2 to 12: the columns of `counts`.
        public var values: [String]
        /// `counts[group][value]`: units of the group that have the value.
        public var counts: [[Int]]

        /// Almost all from an `nmi` of 0.8 on, a part from 0.4 on.
        public var strength: Strength { nmi >= 0.8 ? .almostAll : nmi >= 0.4 ? .part : .little }

        /// `counts` holds one row per group and one column per value.
        public init(attribute: String, nmi: Double, values: [String], counts: [[Int]]) {
            self.attribute = attribute
            self.nmi = nmi
            self.values = values
            self.counts = counts
        }
    }

    /// A unit that stands alone in a feature.
    public struct Loner: Sendable, Hashable {
        /// The unit's name in `members`.
        public var name: String
        /// Index in `features`.
        public var feature: Int
        /// Its distance from the median of the others, in robust standard deviations of these.
        public var deviations: Double

        /// `feature` is an index in `features`.
        public init(name: String, feature: Int, deviations: Double) {
            self.name = name
            self.feature = feature
            self.deviations = deviations
        }
    }

    /// A feature left out of the clustering, and why.
    public struct Dropped: Sendable, Hashable {
        /// Why a feature was left out.
        public enum Reason: Sendable, Hashable {
            case constant, repeats(FeatureKind), missing(share: Double)
            /// Says how often a device was read rather than how it behaves.
            case followsSampling
        }
        /// The feature that was left out.
        public var feature: FeatureKind
        /// Why it was left out.
        public var reason: Reason

        /// A feature that was left out for `reason`.
        public init(feature: FeatureKind, reason: Reason) {
            self.feature = feature
            self.reason = reason
        }
    }

    /// How well the groups come back when the units are resampled.
    public struct Stability: Sendable, Hashable {
        /// Resamplings whose groups agree with the original ones: adjusted Rand index of at least
        /// 0.8.
        public var returned: Int
        /// Number of resamplings.
        public var resamplings: Int
        /// Mean adjusted Rand index over the resamplings.
        public var meanARI: Double
        /// Lowest adjusted Rand index among them.
        public var lowestARI: Double

        /// `returned` of `resamplings` agree with the original groups.
        public init(returned: Int, resamplings: Int, meanARI: Double, lowestARI: Double) {
            self.returned = returned
            self.resamplings = resamplings
            self.meanARI = meanARI
            self.lowestARI = lowestARI
        }
    }

    /// The principal directions that replaced the features, where these are many.
    public struct Directions: Sendable, Hashable {
        /// Number of directions.
        public var count: Int
        /// The share of the variance along them, 0…1.
        public var share: Double

        /// Directions that hold `share` of the variance.
        public init(count: Int, share: Double) {
            self.count = count
            self.share = share
        }
    }
}
