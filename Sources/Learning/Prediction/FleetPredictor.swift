import Analysis
import Models
import Reports
import Telemetry
import Values

/// Predicts with a model for all devices of a set, as of the end of its data.
struct FleetPredictor {
    let model: TaughtModel
    /// Name of the model's file.
    let name: String
    let client: InferenceClient
    let source: any TelemetrySource

    /// Devices at the head of the list whose drivers are computed.
    private static let explained = 8

    private var recipe: PredictionRecipe { model.recipe }

    /// The predictions; devices without readings for seven horizons are left out.
    ///
    /// - Throws: `ModelError`; what the source throws. Blocks while the model runs.
    func prediction() throws -> FleetPrediction {
        try model.check(source)
        let end = source.catalog.axis.dataRange.upperBound
        let samples = try PredictionSamples(
            recipe, source: source,
            devices: PredictionTraining.devices(of: source, for: recipe.task, purpose: "test"),
            lastOnly: recipe.task == .life, at: recipe.task == .failure ? [end] : nil)
        let features = PredictionFeatures(recipe: recipe)
        let all = try samples.matrix()
        let heard = (0..<all.rowCount).filter { !features.isSilent(Array(all.row($0))) }
        let inputs = all.selectingRows(heard)
            .selectingColumns(try model.columns(of: samples.names))
        let values = try client.score(model.file, features: inputs).values
        let test = BackTest(metadata: model.metadata) ?? BackTest(rows: 0)
        var rows = zip(heard, values).compactMap { row, value -> FleetPrediction.Row? in
            guard let value, value.isFinite else { return nil }
            let device = samples.devices[row]
            let range = recipe.task == .life ? test.interval(around: value) : nil
            return FleetPrediction.Row(
                device: DeviceRef(index: device, name: source.catalog.devices[device].name),
                value: value, range: range)
        }
        let isFailure = recipe.task == .failure
        rows.sort { first, second in
            first.value == second.value
                ? first.device.index < second.device.index
                : (first.value > second.value) == isFailure
        }
        let explainer = PredictionDrivers(
            model: model, client: client, source: source, time: isFailure ? end : nil)
        for place in rows.indices.prefix(Self.explained) {
            rows[place].drivers = try explainer.drivers(of: rows[place].device.index)
        }
        return FleetPrediction(
            quantity: recipe.quantity, time: end, rows: rows, test: test, file: name)
    }
}

extension PredictionRecipe {
    /// The recipe's quantity, as reports name it.
    var quantity: FleetPrediction.Quantity {
        task == .failure ? .failure(within: horizon) : .life
    }
}
