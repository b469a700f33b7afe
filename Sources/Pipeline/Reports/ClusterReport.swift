/// What a cluster's units are.
public enum ClusterUnit: Sendable, Hashable {
    case devices
    /// Fewer than 8 devices: windows of time of them, this long.
    case windows(SliceWidth)
    /// A table without time and devices: its rows.
    case rows
}

/// What a person chose on the Clusters page; `nil` = automatic.
public struct ClusterChoice: Sendable, Hashable {
    /// The algorithms on offer.
    public enum Algorithm: String, Sendable, Hashable, CaseIterable { case kmeans, dbscan }
    /// The scalings on offer.
    public enum Scaling: String, Sendable, Hashable, CaseIterable { case standard, robust }
    /// The sets of features on offer.
    public enum FeatureSet: String, Sendable, Hashable, CaseIterable { case all, readings, events }
    public var algorithm: Algorithm
    public var k: Int?
    public var eps: Double?
    public var minSamples: Int?
    public var scaling: Scaling
    public var features: FeatureSet

    /// Makes a choice; the default is KMeans with everything automatic.
    public init(
        algorithm: Algorithm = .kmeans, k: Int? = nil, eps: Double? = nil, minSamples: Int? = nil,
        scaling: Scaling = .standard, features: FeatureSet = .all
    ) {
        self.algorithm = algorithm
        self.k = k
        self.eps = eps
        self.minSamples = minSamples
        self.scaling = scaling
        self.features = features
    }
}

/// A feature that units are compared by.
public enum FeatureKind: Sendable, Hashable {
    case mean(MetricRef), spread(MetricRef), slope(MetricRef), excursions(MetricRef)
    /// Events per device and day.
    case eventRate(EventClass), codeRate(CodeRef)
    case missing
    /// A numeric attribute such as an age.
    case attribute(String)
}

/// Which devices behave alike, what sets them apart, and whether that can be trusted.
public struct ClusterReport: Sendable, Hashable {
    /// Whether there is something to believe.
    public enum Verdict: Sendable, Hashable {
        /// Groups that come back in most resamplings.
        case groups
        /// A split was made but it does not come back.
        case unstable
        /// The units lie in one cloud.
        case none
        case tooFewUnits(Int)
        case noFeatures
    }

    /// One unit in the map and the member table.
    public struct Member: Sendable, Hashable {
        public var name: String
        /// The device, where the unit is one or belongs to one.
        public var device: DeviceRef?
        public var status: Status?
        /// Group index; `nil` = in none (noise).
        public var group: Int?
        public var x: Double
        public var y: Double
        public var silhouette: Double?
        /// Distance from the own centre in robust standard deviations of all such distances.
        public var distance: Double
        /// The feature that carries most of the distance, with its share 0...1 and the unit's and the group's value.
        public var carrier: Carrier?
        /// The features' values before scaling, in the order of `features`; NaN missing.
        public var values: [Double]

        /// What carries a distance.
        public struct Carrier: Sendable, Hashable {
            public var feature: Int
            public var share: Double
            public var value: Double
            public var group: Double

            /// Makes a carrier.
            public init(feature: Int, share: Double, value: Double, group: Double) {
                self.feature = feature
                self.share = share
                self.value = value
                self.group = group
            }
        }

        /// Makes a member.
        public init(
            name: String, device: DeviceRef?, status: Status?, group: Int?, x: Double, y: Double,
            silhouette: Double?, distance: Double, carrier: Carrier?, values: [Double]
        ) {
            self.name = name
            self.device = device
            self.status = status
            self.group = group
            self.x = x
            self.y = y
            self.silhouette = silhouette
            self.distance = distance
            self.carrier = carrier
            self.values = values
        }
    }

    /// One group with what sets it apart.
    public struct Group: Sendable, Hashable {
        public var size: Int
        /// One per feature.
        public var profile: [Difference]
        public var silhouette: Double?
        /// Most frequent values of attributes: attribute, value, count.
        public var attributes: [AttributeCount]

        /// Makes a group.
        public init(
            size: Int, profile: [Difference], silhouette: Double?, attributes: [AttributeCount]
        ) {
            self.size = size
            self.profile = profile
            self.silhouette = silhouette
            self.attributes = attributes
        }
    }

    /// A feature of a group against the whole.
    public struct Difference: Sendable, Hashable {
        /// Standardised difference of the means, with its 95 % interval.
        public var z: Double
        public var low: Double
        public var high: Double
        public var mean: Double
        public var overall: Double

        /// Makes a difference.
        public init(z: Double, low: Double, high: Double, mean: Double, overall: Double) {
            self.z = z
            self.low = low
            self.high = high
            self.mean = mean
            self.overall = overall
        }
    }

    /// How often an attribute's value occurs in a group.
    public struct AttributeCount: Sendable, Hashable {
        public var attribute: String
        public var value: String
        public var count: Int

        /// Makes a count.
        public init(attribute: String, value: String, count: Int) {
            self.attribute = attribute
            self.value = value
            self.count = count
        }
    }

    /// A principal axis of the map.
    public struct Axis: Sendable, Hashable {
        /// Share of variance, 0 to 1.
        public var explained: Double
        /// The strongest loadings: feature index and loading, at most 3.
        public var loadings: [Loading]

        /// A feature's part in an axis.
        public struct Loading: Sendable, Hashable {
            public var feature: Int
            public var value: Double

            /// Makes a loading.
            public init(feature: Int, value: Double) {
                self.feature = feature
                self.value = value
            }
        }

        /// Makes an axis.
        public init(explained: Double, loadings: [Loading]) {
            self.explained = explained
            self.loadings = loadings
        }
    }

    /// One candidate number of groups.
    public struct Candidate: Sendable, Hashable {
        public var k: Int
        public var silhouette: Double
        public var inertia: Double

        /// Makes a candidate.
        public init(k: Int, silhouette: Double, inertia: Double) {
            self.k = k
            self.silhouette = silhouette
            self.inertia = inertia
        }
    }

    /// How far the groups repeat what an attribute says.
    public struct Mirror: Sendable, Hashable {
        public var attribute: String
        /// Normalised mutual information, 0 to 1.
        public var nmi: Double
        /// Its values (columns, at most 8) and `counts[group][value]`.
        public var values: [String]
        public var counts: [[Int]]

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
        }
        public var feature: FeatureKind
        public var reason: Reason

        /// Makes an entry.
        public init(feature: FeatureKind, reason: Reason) {
            self.feature = feature
            self.reason = reason
        }
    }

    public var verdict: Verdict
    public var unit: ClusterUnit
    public var choice: ClusterChoice
    /// What was used in the end: k, eps, minSamples.
    public var k: Int
    public var eps: Double?
    public var minSamples: Int?
    public var features: [FeatureKind]
    public var dropped: [Dropped]
    /// Missing values filled with the median.
    public var filled: Int
    public var groups: [Group]
    public var noise: Int
    public var silhouette: Double?
    /// 0.5 = no clusters at all, near 1 = strongly clustered.
    public var hopkins: Double?
    public var stability: Stability?
    public var axes: [Axis]
    /// Sorted by status, then name; at most 10,000 (then `unitCount` is greater).
    public var members: [Member]
    public var unitCount: Int
    public var candidates: [Candidate]
    /// Sorted k-distances for DBSCAN, at most 400 points, and the knee's place in them.
    public var kDistances: [Double]
    public var mirrors: [Mirror]
    public var seed: UInt64

    /// Agreement of resamplings.
    public struct Stability: Sendable, Hashable {
        /// Resamplings with an adjusted Rand index of at least 0.8, of all.
        public var returned: Int
        public var resamplings: Int
        public var meanARI: Double
        public var lowestARI: Double

        /// Makes a stability.
        public init(returned: Int, resamplings: Int, meanARI: Double, lowestARI: Double) {
            self.returned = returned
            self.resamplings = resamplings
            self.meanARI = meanARI
            self.lowestARI = lowestARI
        }
    }

    /// Makes a report without groups; the caller fills in what it found.
    public init(
        verdict: Verdict, unit: ClusterUnit, choice: ClusterChoice, unitCount: Int, seed: UInt64
    ) {
        self.verdict = verdict
        self.unit = unit
        self.choice = choice
        self.unitCount = unitCount
        self.seed = seed
        k = 0
        features = []
        dropped = []
        filled = 0
        groups = []
        noise = 0
        axes = []
        members = []
        candidates = []
        kDistances = []
        mirrors = []
    }
}
