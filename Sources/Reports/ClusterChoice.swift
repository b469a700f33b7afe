public import Values

/// What the clusters are made of.
public enum ClusterUnit: Sendable, Hashable {
    case devices
    /// Windows of this length, cut from devices: the automatic choice below 8 devices.
    case windows(TimeStep)
    /// A table without time and devices: its rows.
    case rows
}

/// What a person chose on the Clusters page; an optional that is `nil` is chosen automatically.
public struct ClusterChoice: Sendable, Hashable {
    /// The clustering algorithms on offer.
    public enum Algorithm: String, Sendable, Hashable, CaseIterable {
        case kmeans, hdbscan, dbscan
    }
    /// How features are scaled: by mean and standard deviation, or by median and quartiles.
    public enum Scaling: String, Sendable, Hashable, CaseIterable { case standard, robust }
    /// Which features are used: all, those of readings, or those of events.
    public enum FeatureSet: String, Sendable, Hashable, CaseIterable { case all, readings, events }
    /// What is clustered; automatic = devices, or windows of time where there are fewer than 8
    /// devices.
    public enum Units: String, Sendable, Hashable, CaseIterable { case automatic, devices, windows }
    /// The algorithm; `k` applies to k-means, `eps` to DBSCAN, `minSamples` to it and to HDBSCAN.
    /// K-means without a `k` looks for groups in single features too, where it finds none.
    public var algorithm: Algorithm
    /// The number of clusters for `kmeans`, at most the number of units.
    public var k: Int?
    /// Neighbourhood radius of DBSCAN, in scaled features; `nil` = read off the k-distances.
    public var eps: Double?
    /// Neighbours that make a core point of DBSCAN, and least members of HDBSCAN; `nil` = twice the
    /// number of features, 4 to 10, or a twentieth of the units, 3 to 25.
    public var minSamples: Int?
    /// How features are brought to one scale.
    public var scaling: Scaling
    /// Which features are used.
    public var features: FeatureSet
    /// What is clustered.
    public var units: Units

    /// By default k-means with everything automatic.
    public init(
        algorithm: Algorithm = .kmeans, k: Int? = nil, eps: Double? = nil, minSamples: Int? = nil,
        scaling: Scaling = .standard, features: FeatureSet = .all, units: Units = .automatic
    ) {
        self.algorithm = algorithm
        self.k = k
        self.eps = eps
        self.minSamples = minSamples
        self.scaling = scaling
        self.features = features
        self.units = units
    }
}

extension ClusterChoice {
    /// Whether both compare the same units by the same scaled features, so that a number of
    /// clusters found for one holds for the other.
    package func isSameData(as other: Self) -> Bool {
        scaling == other.scaling && features == other.features && units == other.units
    }
}

/// A feature of a unit, before scaling.
public enum FeatureKind: Sendable, Hashable {
    case mean(MetricRef), spread(MetricRef), slope(MetricRef), excursions(MetricRef)
    /// 1 for units that send the reading at all, 0 for the others.
    case sends(MetricRef)
    /// Events per device and day, or per unit of an axis without dates.
    case eventRate(EventKind), codeRate(CodeRef)
    case missing
    /// An attribute whose every value is a number, such as an age.
    case attribute(String)

    /// The feature's name in addresses and exports, such as `mean_pressure`.
    public var key: String {
        switch self {
        case .mean(let metric): "mean_" + metric.name
        case .spread(let metric): "sd_" + metric.name
        case .slope(let metric): "slope_" + metric.name
        case .excursions(let metric): "excursions_" + metric.name
        case .sends(let metric): "sends_" + metric.name
        case .eventRate(let kind): "rate_" + kind.rawValue
        case .codeRate(let code): "rate_" + code.name
        case .missing: "missing_share"
        case .attribute(let name): name
        }
    }
}
