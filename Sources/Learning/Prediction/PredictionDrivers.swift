import Analysis
import Models
import Reports
import Telemetry

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a model predicts what it does of one device: how the prediction changes when all that is made of
/// one reading, code or attribute is what it was in the middle of the device's own past.
///
/// Occlusion against a baseline (Zeiler and Fergus 2014): it asks only the model's file, so that it is
/// true of whatever kind of model lies in it.
struct PredictionDrivers {
    let model: TaughtModel
    let client: InferenceClient
    let source: any TelemetrySource
    /// When something is predicted; nil for the device's last row.
    let time: Double?

    /// Reasons told at most.
    private static let limit = 3
    /// What a source must add: this much of the log odds, or of the length of life.
    private static let leastEffect = (odds: 0.2, life: 0.05)

    /// The reasons of a device, most first: what makes a failure likelier, or a life shorter.
    ///
    /// - Throws: `ModelError`; what the source throws.
    func drivers(of device: Int) throws -> [FleetPrediction.Driver] {
        let recipe = model.recipe
        let now = try PredictionSamples(
            recipe, source: source, devices: [device], lastOnly: time == nil, at: time.map { [$0] })
        let past = try PredictionSamples(recipe, source: source, devices: [device])
        guard !now.times.isEmpty, !past.times.isEmpty else { return [] }
        let (present, usual) = (Array(try now.matrix().row(0)), medians(try past.matrix()))
        let columns = try model.columns(of: now.names)
        let features = PredictionFeatures(recipe: recipe)
        let sources = features.sources
        var groups: [BackTest.Source] = []
        for column in columns where !groups.contains(sources[column]) {
            groups.append(sources[column])
        }
        let own = columns.map { present[$0] }
        let occluded = groups.map { group in
            columns.map { sources[$0] == group ? usual[$0] : present[$0] }
        }
        let inputs = try FeatureMatrix(
            rowCount: groups.count + 1, columnCount: columns.count,
            values: own + occluded.flatMap(\.self))
        let values = try client.score(model.file, features: inputs).values.map { $0 ?? .nan }
        let effects = values.dropFirst().map { effect(values[0], without: $0) }
        let order = effects.indices.filter { effects[$0] > 0 }
            .sorted { (effects[$1], $0) < (effects[$0], $1) }
        let drivers = order.map { features.driver(groups[$0], present: present, usual: usual) }
        // What it was like is told by one figure: where that is as ever, it would say nothing.
        let telling = drivers.filter { $0.source.kind == .attribute || $0.value != $0.usual }
        return Array(telling.prefix(Self.limit))
    }

    /// How much worse it is with the source as it is; 0 for what is not worth telling.
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

    private func medians(_ matrix: FeatureMatrix) -> [Double] {
        (0..<matrix.columnCount).map { column in
            Statistics.median((0..<matrix.rowCount).map { matrix[$0, column] })
        }
    }
}

extension PredictionFeatures {
    /// A source with what stands for it: the mean over the shortest length, the count over the third,
    /// or the value.
    func driver(
        _ source: BackTest.Source, present: [Double], usual: [Double]
    ) -> FleetPrediction.Driver {
        let own = sources.indices.filter { sources[$0] == source }
        let place: Int
        let window: Double?
        switch source.kind {
        case .reading:
            place = min(1, own.count - 1)
            window = recipe.windows.first
        case .attribute, .age:
            // Of an attribute with words, the one that the device has.
            place = own.firstIndex { present[$0] == 1 } ?? 0
            window = nil
        default:
            place = min(2, own.count - 1)
            window = recipe.windows.indices.contains(2) ? recipe.windows[2] : recipe.windows.last
        }
        let column = own[place]
        return FleetPrediction.Driver(
            source: source, value: present[column], usual: usual[column], window: window,
            isStandardised: recipe.scaling != nil && source.kind == .reading)
    }

    /// Whether a row has no reading within the third length before it.
    func isSilent(_ values: [Double]) -> Bool {
        let width = 1 + 4 * recipe.windows.count
        guard !recipe.metrics.isEmpty, recipe.windows.count > 2 else { return false }
        return recipe.metrics.indices.allSatisfy { values[$0 * width + 1 + 4 * 2].isNaN }
    }
}
