import Analysis
import Models
import Reports
import Telemetry

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a model predicts what it does for one device: how the prediction changes when all features
/// of one reading, code or attribute are set to their medians over the device's own past.
///
/// Occlusion against a baseline (Zeiler and Fergus 2014): it only queries the model's file, and
/// therefore holds for any kind of model.
struct PredictionDrivers {
    let model: TaughtModel
    let client: InferenceClient
    let source: any TelemetrySource
    /// The time of the prediction; nil = the device's last row.
    let time: Double?

    /// Drivers that are reported at most.
    private static let limit = 3
    /// The effect that a source must have: a change in log odds, or a share of the remaining life.
    private static let leastEffect = (odds: 0.2, life: 0.05)

    /// What makes a device's failure likelier or its life shorter, most first.
    ///
    /// - Throws: `ModelError`; what the source throws.
    func drivers(of device: Int) throws -> [FleetPrediction.Driver] {
        let recipe = model.recipe
        let now = try PredictionSamples(
            recipe, source: source, devices: [device], lastOnly: time == nil, at: time.map { [$0] })
        let past = try PredictionSamples(recipe, source: source, devices: [device])
        guard !now.times.isEmpty, !past.times.isEmpty else { return [] }
        let (present, usual) = (Array(try now.matrix().row(0)), UsualRow(try past.matrix()))
        let columns = try model.columns(of: now.names)
        let features = PredictionFeatures(recipe: recipe)
        let sources = features.sources
        var groups: [BackTest.Source] = []
        for column in columns where !groups.contains(sources[column]) {
            groups.append(sources[column])
        }
        let own = columns.map { present[$0] }
        let occluded = groups.map { group in
            columns.map { sources[$0] == group ? usual.medians[$0] : present[$0] }
        }
        let inputs = try FeatureMatrix(
            rowCount: groups.count + 1, columnCount: columns.count,
            values: own + occluded.flatMap(\.self))
        let values = try client.score(model.file, features: inputs).values.map { $0 ?? .nan }
        let effects = values.dropFirst().map { effect(values[0], without: $0) }
        let order = effects.indices.filter { effects[$0] > 0 }
            .sorted { (effects[$1], $0) < (effects[$0], $1) }
        let drivers = order.map { features.driver(groups[$0], present: present, past: usual) }
        // A driver is told by one figure: where that is as usual, it would say nothing.
        let telling = drivers.filter { $0.source.kind == .attribute || $0.value != $0.usual }
        return Array(telling.prefix(Self.limit))
    }

    /// How much worse the prediction is with the source as it is; 0 where that is negligible.
    private func effect(_ value: Double, without other: Double) -> Double {
        guard value.isFinite, other.isFinite else { return 0 }
        if model.recipe.task == .failure {
            let change = Self.logOdds(value) - Self.logOdds(other)
            return change >= Self.leastEffect.odds ? change : 0
        }
        return other - value >= Self.leastEffect.life * max(value, other) ? other - value : 0
    }

    private static func logOdds(_ probability: Double) -> Double {
        let bounded = min(max(probability, 1e-9), 1 - 1e-9)
        return log(bounded / (1 - bounded))
    }
}

/// What the features of a device usually are: medians over its past, and distances from them.
struct UsualRow {
    let medians: [Double]
    private let spreads: [Double]

    /// Computes medians and median absolute deviations over the rows of a device's past.
    init(_ matrix: FeatureMatrix) {
        let columns = (0..<matrix.columnCount).map { column in
            (0..<matrix.rowCount).map { matrix[$0, column] }
        }
        let medians = columns.map(Statistics.median)
        spreads = zip(columns, medians).map { column, median in
            Statistics.median(column.map { abs($0 - median) })
        }
        self.medians = medians
    }

    /// How far a value lies from the median, in median absolute deviations; in the value's own unit
    /// where the deviation is 0, as with rare counts. 0 where either is not known.
    func distance(_ value: Double, _ column: Int) -> Double {
        let distance = abs(value - medians[column])
        guard distance.isFinite else { return 0 }
        return spreads[column] > 0 ? distance / spreads[column] : distance
    }
}

extension PredictionFeatures {
    /// A source with the figure that stands for it: of its means or counts over the windows the one
    /// farthest from the device's past, the shortest where several are as far; else its value.
    func driver(
        _ source: BackTest.Source, present: [Double], past: UsualRow
    ) -> FleetPrediction.Driver {
        let own = sources.indices.filter { sources[$0] == source }
        let places: [Int]
        switch source.kind {
        case .reading: places = recipe.windows.indices.map { own[1 + 4 * $0] }
        case .attribute, .age: places = []
        case .error, .failure, .repair, .other: places = Array(own.prefix(recipe.windows.count))
        }
        var window: Int?
        var most = 0.0
        for (index, place) in places.enumerated() {
            let distance = past.distance(present[place], place)
            if window == nil || distance > 1.001 * most { (window, most) = (index, distance) }
        }
        // For an attribute with words, the one that the device has.
        let column = window.map { places[$0] } ?? own.first { present[$0] == 1 } ?? own[0]
        return FleetPrediction.Driver(
            source: source, value: present[column], usual: past.medians[column],
            window: window.map { recipe.windows[$0] },
            isStandardised: recipe.scaling != nil && source.kind == .reading)
    }

    /// Whether a row has no reading within seven horizons before it.
    func isSilent(_ values: [Double]) -> Bool {
        let width = 1 + 4 * recipe.windows.count
        guard !recipe.metrics.isEmpty, !recipe.windows.isEmpty else { return false }
        let window = recipe.window(ofHorizons: 7)
        return recipe.metrics.indices.allSatisfy { values[$0 * width + 1 + 4 * window].isNaN }
    }
}

extension PredictionRecipe {
    /// Index of the first window that is at least `count` horizons long, or of the longest; 0
    /// without windows.
    func window(ofHorizons count: Double) -> Int {
        windows.firstIndex { $0 >= count * horizon } ?? max(0, windows.count - 1)
    }
}
