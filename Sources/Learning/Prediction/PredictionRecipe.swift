import Analysis
import Reports
import Telemetry
public import Values

/// What a prediction model is asked, and from which features it answers: all that is needed to make
/// the same features of other data. It is kept in the model's file.
public struct PredictionRecipe: Sendable, Hashable, Codable {
    /// What is predicted.
    public enum Task: String, Sendable, Hashable, Codable, CaseIterable {
        /// Whether the device fails within the horizon.
        case failure
        /// How long it goes on.
        case life = "rul"
    }

    /// A column of the list of devices.
    public struct Attribute: Sendable, Hashable, Codable {
        /// Its name.
        public var name: String
        /// The words it has, each of which is a feature; nil for a number.
        public var words: [String]?
    }

    /// An event that is counted.
    public struct Code: Sendable, Hashable, Codable {
        /// What its events report.
        public var kind: EventKind
        /// The code as written.
        public var name: String
        /// Its log names days alone: an event is known when its day is over.
        var namesDays: Bool?
    }

    /// What is predicted.
    public var task: Task
    /// How far failures are looked for, in the axis' unit.
    public var horizon: Double
    /// The time between two predictions of a device, in the axis' unit; remaining life is predicted at
    /// each reading.
    public var step: Double
    /// The lengths over which readings are summed up and events counted, in the axis' unit.
    public var windows: [Double]
    /// The metrics by name.
    public var metrics: [String]
    /// The events that are counted.
    public var codes: [Code]
    /// The attributes of devices.
    public var attributes: [Attribute]
    /// Lengths of life are learned up to this one: before, readings do not show wear.
    public var longestLife: Double?
    /// The times are dates.
    public var isCalendar: Bool
    /// Where machines are switched between operating regimes: readings against those of the same one.
    var scaling: RegimeScaling?

    /// Codes of failures that only mark what comes before the failures of others.
    var notFailures: [String]?

    /// Codes beyond this number, the rarer ones, are not counted apart.
    static let codeLimit = 40
    /// An attribute with more words is left out.
    static let wordLimit = 20

    /// The recipe for a data set.
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

    /// The lengths over which readings are summed up: by the horizon, or by the readings of a life.
    private static func windows(_ task: Task, horizon: Double, _ axis: TimeAxis) -> [Double] {
        switch task {
        case .failure: [0.25, 1, 3, 7, 28].map { $0 * horizon }
        case .life: [5, 15, 30, 60].map { $0 * axis.bucketWidth }
        }
    }

    /// Takes another horizon.
    mutating func look(ahead horizon: Double, _ axis: TimeAxis) {
        self.horizon = horizon
        step = horizon
        windows = Self.windows(task, horizon: horizon, axis)
    }

    /// Marks the codes whose logs name days alone.
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

    /// Takes out what holds the answer.
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

    /// Reads what a model's file says.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }
}

extension PredictionRecipe.Attribute {
    /// An attribute whose values are all numbers, or few words.
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

    /// Features are made for each metric or code and window.
    var isPossible: Bool {
        windows.count <= 64 && metrics.count + codes.count <= 100_000
            && scaling?.levels.isPossible(columns: metrics.count) ?? true
    }
}
