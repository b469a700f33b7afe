public import Values

/// What a cluster's units are.
public enum ClusterUnit: Sendable, Hashable {
    case devices
    /// Fewer than 8 devices: windows of time of them, this long.
    case windows(TimeStep)
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
    /// What is compared; automatic = devices, or windows of time where there are few.
    public enum Units: String, Sendable, Hashable, CaseIterable { case automatic, devices, windows }
    /// The algorithm.
    public var algorithm: Algorithm
    /// The number of groups.
    public var k: Int?
    /// Radius of DBSCAN; `nil` = read off the k-distances.
    public var eps: Double?
    /// Neighbours that make a core point of DBSCAN; `nil` = by rule.
    public var minSamples: Int?
    /// How features are brought to one scale.
    public var scaling: Scaling
    /// The features that units are compared by.
    public var features: FeatureSet
    /// What is compared.
    public var units: Units

    /// Makes a choice; the default is KMeans with everything automatic.
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
    /// Whether another choice compares the same units by the same numbers.
    package func isSameData(as other: Self) -> Bool {
        scaling == other.scaling && features == other.features && units == other.units
    }
}

/// A feature that units are compared by.
public enum FeatureKind: Sendable, Hashable {
    case mean(MetricRef), spread(MetricRef), slope(MetricRef), excursions(MetricRef)
    /// Events per device and day.
    case eventRate(EventKind), codeRate(CodeRef)
    case missing
    /// A numeric attribute such as an age.
    case attribute(String)

    /// A name for addresses and columns, `mean_pressure`.
    public var key: String {
        switch self {
        case .mean(let metric): "mean_" + metric.name
        case .spread(let metric): "sd_" + metric.name
        case .slope(let metric): "slope_" + metric.name
        case .excursions(let metric): "excursions_" + metric.name
        case .eventRate(let kind): "rate_" + kind.rawValue
        case .codeRate(let code): "rate_" + code.name
        case .missing: "missing_share"
        case .attribute(let name): name
        }
    }
}
