public import Values

/// Which devices behave alike, what sets them apart, and whether that can be trusted.
public struct ClusterReport: Sendable, Hashable {
    /// Whether the groups can be relied on.
    public enum Verdict: Sendable, Hashable {
        /// Groups that most resamplings reproduce, or that DBSCAN or HDBSCAN finds.
        case groups
        /// Groups that resamplings do not reproduce.
        case unstable
        /// Groups that stand apart in single features, while the other units are alike; or kinds of
        /// units that send different readings.
        case partial
        /// No groups: the units form one cloud.
        case none
        case tooFewUnits(Int)
        case noFeatures
    }

    /// One unit, on the map and in the member table.
    public struct Member: Sendable, Hashable {
        /// Unique in the report: the device's name, the window's, or "pump 1 · 2015-01-01 06:00"
        /// for a window of one of several devices.
        public var name: String
        /// The window's name; `nil` where the unit is not a window.
        public var window: String?
        /// The device, where the unit is one or belongs to one.
        public var device: DeviceRef?
        /// The device's status; `nil` for windows of time.
        public var status: Status?
        /// Index of the group; `nil` = noise, or no groups were found.
        public var group: Int?
        /// Score on the first principal axis.
        public var x: Double
        /// Score on the second principal axis; 0 where there is only one.
        public var y: Double
        /// Silhouette of this unit, −1…1; `nil` for noise and where none were computed.
        public var silhouette: Double?
        /// Distance from the centre of its group (or of all units), in robust standard deviations
        /// of all such distances.
        public var distance: Double
        /// Features that make up at least 5 % of the distance, the largest share first, at most
        /// three.
        public var contributions: [Contribution]
        /// The features' values before scaling, in the order of `features`; NaN where missing.
        public var values: [Double]
        /// How firmly the unit belongs to its group, 0…1, by HDBSCAN; `nil` where others grouped.
        public var membership: Double?

        /// From this `distance` on a member is far out.
        public static let farDistance = 3.5

        /// Whether the unit is far from the centre of its group.
        public var isFar: Bool { distance >= Self.farDistance }

        /// The part of one feature in the distance of a member.
        public struct Contribution: Sendable, Hashable {
            /// Index in `features`.
            public var feature: Int
            /// The feature's part of the distance, 0…1.
            public var share: Double
            /// The member's value of the feature, before scaling.
            public var value: Double
            /// Median of the feature over the member's group, before scaling.
            public var group: Double

            /// `feature` is an index in `features`; `value` and `group` are before scaling.
            public init(feature: Int, share: Double, value: Double, group: Double) {
                self.feature = feature
                self.share = share
                self.value = value
                self.group = group
            }
        }

        /// `group` is an index in `groups`; `values` are in the order of `features`.
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

    /// One group and what sets it apart.
    public struct Group: Sendable, Hashable {
        /// Number of members.
        public var size: Int
        /// The group's difference in each feature, in the order of `features`.
        public var profile: [Difference]
        /// Mean silhouette of the members, −1…1; `nil` where none were computed.
        public var silhouette: Double?
        /// The three most frequent values of each attribute that is a category.
        public var attributes: [AttributeCount]
        /// The features that the group was found in, as indices of `features`, the clearest first;
        /// empty where it was found in all together.
        public var carriers: [Int] = []
        /// Further units that belong to it by its first carrier, and to a clearer group too.
        public var shared = 0
        /// The readings that only this kind of units sends, or that set it apart; empty where groups
        /// are not kinds.
        public var sends: [MetricRef] = []
        /// In how many resamplings the group came back; `nil` where none were made.
        public var recovery: Recovery?
        /// How long its members stay together while a threshold of density rises, by HDBSCAN.
        public var persistence: Double?

        /// `profile` is in the order of `features`.
        public init(
            size: Int, profile: [Difference], silhouette: Double?, attributes: [AttributeCount]
        ) {
            self.size = size
            self.profile = profile
            self.silhouette = silhouette
            self.attributes = attributes
        }
    }

    /// The mean of a feature in a group, against that of all units.
    public struct Difference: Sendable, Hashable {
        /// Difference of the means in standard deviations of all units; NaN where no member has the
        /// feature.
        public var z: Double
        /// Lower end of the 95 % interval of `z`; NaN where `z` is, or below three members.
        public var low: Double
        /// Upper end of the 95 % interval of `z`.
        public var high: Double
        /// Mean over the members, before scaling.
        public var mean: Double
        /// Mean over all units, before scaling.
        public var overall: Double

        /// `z` and its limits are in standard deviations, the means in the feature's own unit.
        public init(z: Double, low: Double, high: Double, mean: Double, overall: Double) {
            self.z = z
            self.low = low
            self.high = high
            self.mean = mean
            self.overall = overall
        }
    }

    /// How often a group came back when units were resampled.
    public struct Recovery: Sendable, Hashable {
        /// Resamplings with a group that shares three quarters of the members with it.
        public var returned: Int
        /// Number of resamplings.
        public var resamplings: Int

        /// It came back in `returned` of `resamplings`.
        public init(returned: Int, resamplings: Int) {
            self.returned = returned
            self.resamplings = resamplings
        }
    }

    /// How often a value of an attribute occurs in a group.
    public struct AttributeCount: Sendable, Hashable {
        /// Name of the attribute.
        public var attribute: String
        /// One of its values.
        public var value: String
        /// Members with this value.
        public var count: Int

        /// `count` members have `value` in `attribute`.
        public init(attribute: String, value: String, count: Int) {
            self.attribute = attribute
            self.value = value
            self.count = count
        }
    }

    /// One principal axis of the map.
    public struct Axis: Sendable, Hashable {
        /// The share of the variance along the axis, 0…1.
        public var explained: Double
        /// The three loadings that are largest in absolute value.
        public var loadings: [Loading]

        /// The weight of a feature in an axis.
        public struct Loading: Sendable, Hashable {
            /// Index in `features`.
            public var feature: Int
            /// The loading: the feature's coefficient in the axis, signed.
            public var value: Double

            /// `feature` is an index in `features`.
            public init(feature: Int, value: Double) {
                self.feature = feature
                self.value = value
            }
        }

        /// An axis that holds `explained` of the variance.
        public init(explained: Double, loadings: [Loading]) {
            self.explained = explained
            self.loadings = loadings
        }
    }

    /// Whether there are groups, and whether they are stable.
    public var verdict: Verdict
    /// What the units are.
    public var unit: ClusterUnit
    /// What was asked for.
    public var choice: ClusterChoice
    /// Number of groups found; 0 without any.
    public var k: Int
    /// Radius that DBSCAN used; `nil` for k-means, and where none could be read off.
    public var eps: Double?
    /// Neighbours that DBSCAN asked for; `nil` for k-means, and where it did not run.
    public var minSamples: Int?
    /// The features that units were compared by; `values` of the members are in this order.
    public var features: [FeatureKind]
    /// Features that were left out, and why.
    public var dropped: [Dropped]
    /// Missing values filled with the feature's median.
    public var filled: Int
    /// The groups by descending size.
    public var groups: [Group]
    /// Units that are in no group, lone ones and those that are alike.
    public var noise: Int
    /// Mean silhouette of all units, −1…1; `nil` below two groups and above 10,000 units.
    public var silhouette: Double?
    /// Hopkins statistic: 0.5 = one cloud, near 1 = strongly clustered; `nil` above 8 features.
    public var hopkins: Double?
    /// How well resamplings reproduce the groups; `nil` where none were made.
    public var stability: Stability?
    /// The first two principal axes.
    public var axes: [Axis]
    /// The gravest status first, then in the order of the units; at most 10,000 of `unitCount`.
    public var members: [Member]
    /// All units, listed or not.
    public var unitCount: Int
    /// The numbers of clusters that k-means tried, ascending; empty for DBSCAN.
    public var candidates: [Candidate]
    /// Sorted k-distances of DBSCAN, thinned to fewer than 800 points; empty for k-means.
    public var kDistances: [Double]
    /// Attributes that the groups repeat, the closest first; only for groups of devices.
    public var mirrors: [Mirror]
    /// Units that changed their group since the previous load; `nil` where there is none to compare
    /// with.
    public var moves: Moves?
    /// Whether a feature with gaps was checked for duplicates only among features with the same
    /// gaps, as there are many.
    public var comparesEqualGapsOnly = false
    /// The directions that replaced the features; `nil` where units were compared by the features.
    public var directions: Directions?
    /// Units that the groups were found in; the others joined the nearest one. `nil` where these
    /// are all.
    public var unitsTried: Int?
    /// Units that stand alone in a feature, the furthest first; only where the number of groups was
    /// left to the data.
    public var loners: [Loner] = []
    /// Seed of every pseudo-random sequence.
    public var seed: UInt64

    /// A report without groups; the caller fills in what it finds.
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
