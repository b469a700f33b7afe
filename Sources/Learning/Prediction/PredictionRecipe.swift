import Analysis
import Reports
import Telemetry
public import Values

/// What a prediction model predicts, and from which features: all that is needed to compute the
/// same features from other data. Kept in the model's file.
public struct PredictionRecipe: Sendable, Hashable, Codable {
    /// The quantity that a model predicts.
    public enum Task: String, Sendable, Hashable, Codable, CaseIterable {
        /// Whether the device fails within the horizon.
        case failure
        /// How much life a device has left.
        case life = "rul"
    }

    /// An attribute of devices that is used as a feature.
    public struct Attribute: Sendable, Hashable, Codable {
        /// The attribute's name.
        public var name: String
        /// Its distinct words, each a feature of its own; nil for a number.
        public var words: [String]?
    }

    /// A code whose events are counted.
    public struct Code: Sendable, Hashable, Codable {
        /// The kind of its events.
        public var kind: EventKind
        /// The code as the files write it.
        public var name: String
        /// Whether its log notes only days, so that an event is known when its day is over; nil =
        /// no.
        var namesDays: Bool?
    }

    /// The quantity that is predicted.
    public var task: Task
    /// How far ahead failures are predicted, in the axis' unit.
    public var horizon: Double
    /// The time between predictions for a device, in the axis' unit; remaining life is predicted at
    /// each reading.
    public var step: Double
    /// Lengths over which readings are averaged and events counted, in the axis' unit.
    public var windows: [Double]
    /// Names of the metrics that are used.
    public var metrics: [String]
    /// The codes whose events are counted.
    public var codes: [Code]
    /// The attributes that are used.
    public var attributes: [Attribute]
    /// Longer remaining lives are learned as this one, as readings do not show wear yet; nil for
    /// failures.
    public var longestLife: Double?
    /// Whether times are dates.
    public var isCalendar: Bool
    /// Standardisation of readings within operating regimes; nil where there are none.
    var scaling: RegimeScaling?

    /// Failure codes that only mark the time before other failures, and do not count as failures.
    var notFailures: [String]?

    /// Codes that are counted at most, the most frequent ones.
    static let codeLimit = 40
    /// Attributes with more words are left out.
    static let wordLimit = 20

    /// The recipe for a data set, with all its metrics and suitable attributes.
    init(_ task: Task, catalog: Catalog, horizon: Double) {
        self.task = task
        self.horizon = horizon
        isCalendar = catalog.axis.isCalendar
        step = horizon
        windows = Self.windows(task, horizon: horizon, catalog.axis)
        metrics = catalog.metrics.map(\.name)
        codes = catalog.codes.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
            .prefix(Self.codeLimit).map { Code(kind: $0.kind, name: $0.name) }
            .sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
        attributes = catalog.attributes.indices.compactMap { Attribute($0, of: catalog) }
    }

    /// Lengths of averaging: multiples of the horizon, or of a bucket for remaining life.
    private static func windows(_ task: Task, horizon: Double, _ axis: TimeAxis) -> [Double] {
        switch task {
        case .failure: [0.25, 1, 3, 7, 28].map { $0 * horizon }
        case .life: [5, 15, 30, 60].map { $0 * axis.bucketWidth }
        }
    }

    /// Changes the horizon, with the step and the windows that depend on it.
    mutating func look(ahead horizon: Double, _ axis: TimeAxis) {
        self.horizon = horizon
        step = horizon
        windows = Self.windows(task, horizon: horizon, axis)
    }

    /// Marks the codes whose logs note only days.
    mutating func markDays(_ history: FailureTimes, _ catalog: Catalog) {
        let stamps = StampSteps(axis: catalog.axis)
        let failsByDay = stamps.namesDays(history.failures.values.flatMap(\.self))
        for place in codes.indices {
            let code = codes[place]
            let known = catalog.codes.firstIndex { $0.kind == code.kind && $0.name == code.name }
            let times = known.flatMap { history.others[$0] }?.values.flatMap(\.self) ?? []
            let isDaily = code.kind == .failure ? failsByDay : stamps.namesDays(times)
            codes[place].namesDays = isDaily ? true : nil
        }
    }

    /// Removes the sources of leaks.
    mutating func setAside(_ leaks: [BackTest.Leak]) {
        let sources = Set(leaks.map(\.source))
        let labels = sources.filter { $0.kind == .failure }.map(\.name)
        notFailures = labels.isEmpty ? nil : labels.sorted()
        metrics.removeAll { sources.contains(.init(.reading, $0)) }
        codes.removeAll {
            sources.contains(.init(.init(rawValue: $0.kind.rawValue) ?? .other, $0.name))
        }
        attributes.removeAll { sources.contains(.init(.attribute, $0.name)) }
    }

    /// Reads the recipe from a model file's metadata; nil where there is none, or an impossible
    /// one.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }
}

extension PredictionRecipe.Attribute {
    /// Nil for an attribute with a single value, or with too many that are not numbers.
    init?(_ place: Int, of catalog: Catalog) {
        let values = Set(catalog.devices.map { $0.attributes[place] }).subtracting([""])
        guard values.count > 1 else { return nil }
        name = catalog.attributes[place]
        if !values.allSatisfy({ Double($0)?.isFinite ?? false }) {
            guard values.count <= PredictionRecipe.wordLimit else { return nil }
            words = values.sorted()
        }
    }
}

extension PredictionRecipe: MetadataValue {
    static let metadataKey = "recipe"

    /// Limits the number of features, which grows with metrics, codes and windows.
    var isPossible: Bool {
        windows.count <= 64 && metrics.count + codes.count <= 100_000
            && scaling?.levels.isPossible(columns: metrics.count) ?? true
    }
}
