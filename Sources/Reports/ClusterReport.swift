public import Values

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
        /// The name as the files give it, "pump 1 · 2015-01-01 06:00" for a window of one of several
        /// devices; no two members have the same.
        public var name: String
        /// The window of time; `nil` where the unit is none.
        public var window: String?
        /// The device, where the unit is one or belongs to one.
        public var device: DeviceRef?
        /// How the device stands.
        public var status: Status?
        /// Group index; `nil` = in none (noise).
        public var group: Int?
        /// Place on the first principal axis.
        public var x: Double
        /// Place on the second principal axis.
        public var y: Double
        /// Mean silhouette, −1 to 1.
        public var silhouette: Double?
        /// Distance from the own centre in robust standard deviations of all such distances.
        public var distance: Double
        /// The features that contribute most to the distance, the strongest first, at most three.
        public var contributions: [Contribution]
        /// The features' values before scaling, in the order of `features`; NaN missing.
        public var values: [Double]

        /// From this distance on a member is far out.
        public static let farDistance = 3.5

        /// Whether it is far from the centre of its group.
        public var isFar: Bool { distance >= Self.farDistance }

        /// The part of a feature in a distance.
        public struct Contribution: Sendable, Hashable {
            /// Index of the feature.
            public var feature: Int
            /// The part of the whole, 0 to 1.
            public var share: Double
            /// The value itself.
            public var value: Double
            /// The group, as an index; `nil` = in none.
            public var group: Double

            /// Makes a contribution.
            public init(feature: Int, share: Double, value: Double, group: Double) {
                self.feature = feature
                self.share = share
                self.value = value
                self.group = group
            }
        }

        /// Makes a member.
        public init(
            name: String, window: String? = nil, device: DeviceRef?, status: Status?, group: Int?,
            x: Double, y: Double, silhouette: Double?, distance: Double,
            contributions: [Contribution],
            values: [Double]
        ) {
            self.name = name
            self.window = window
            self.device = device
            self.status = status
            self.group = group
            self.x = x
            self.y = y
            self.silhouette = silhouette
            self.distance = distance
            self.contributions = contributions
            self.values = values
        }
    }

    /// One group with what sets it apart.
    public struct Group: Sendable, Hashable {
        /// Members of the group.
        public var size: Int
        /// One per feature.
        public var profile: [Difference]
        /// Mean silhouette, −1 to 1.
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
        /// The lower end of the interval or band.
        public var low: Double
        /// The upper end of the interval or band.
        public var high: Double
        /// The mean.
        public var mean: Double
        /// The mean of all units.
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
        /// The name of the attribute.
        public var attribute: String
        /// The value itself.
        public var value: String
        /// How many there are.
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
            /// Index of the feature.
            public var feature: Int
            /// The value itself.
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

    /// What the figures say.
    public var verdict: Verdict
    /// The unit, where one is known.
    public var unit: ClusterUnit
    /// What was chosen.
    public var choice: ClusterChoice
    /// What was used in the end: k, eps, minSamples.
    public var k: Int
    /// Radius of DBSCAN; `nil` = read off the k-distances.
    public var eps: Double?
    /// Neighbours that make a core point of DBSCAN; `nil` = by rule.
    public var minSamples: Int?
    /// The features that units are compared by.
    public var features: [FeatureKind]
    /// Features that were left out.
    public var dropped: [Dropped]
    /// Missing values filled with the median.
    public var filled: Int
    /// The groups, largest first.
    public var groups: [Group]
    /// Units in no group.
    public var noise: Int
    /// Mean silhouette, −1 to 1.
    public var silhouette: Double?
    /// 0.5 = one cloud, near 1 = strongly clustered; `nil` for more features than it sees through.
    public var hopkins: Double?
    /// Agreement of resamplings; `nil` where none were made.
    public var stability: Stability?
    /// The principal axes of the map.
    public var axes: [Axis]
    /// Sorted by status, then name; at most 10,000 (then `unitCount` is greater).
    public var members: [Member]
    /// Units that were compared.
    public var unitCount: Int
    /// The numbers of groups that were tried.
    public var candidates: [Candidate]
    /// Sorted k-distances for DBSCAN, at most 400 points, and the knee's place in them.
    public var kDistances: [Double]
    /// Attributes that the groups repeat, the clearest first.
    public var mirrors: [Mirror]
    /// What changed its group since the load before; `nil` where there was none to compare with.
    public var moves: Moves?
    /// Features with missing values were held only against those that miss the same units.
    public var comparesEqualGapsOnly = false
    /// The directions that stood for the features; `nil` where units were compared by these
    /// themselves.
    public var directions: Directions?
    /// The units that the groups were found in, where these are not all; the others joined them.
    public var unitsTried: Int?
    /// Start of every pseudo-random sequence.
    public var seed: UInt64

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
