import Reports
import Values
import Wording

extension Shapes {
    /// What a model learned from the set's past predicts.
    static let predictions: Shape<PredictionState> = .object(
        "Predictions", "What a model learned from the set's own past predicts.",
        [
            .text("state", "none, learning, known, no_better, too_few, failed or off.") {
                state($0)
            },
            .sentence("sentence", "The same in words.") {
                $1.phrases.predictions($0).say.plain
            },
            .number("share", "How far learning is, 0 to 1; null otherwise.") {
                if case .learning(_, let share) = $0 { share } else { nil }
            },
            .optional("prediction", "The predictions; null where there are none.", prediction) {
                $0.prediction
            },
        ])

    private static func state(_ state: PredictionState) -> String {
        switch state {
        case .none: "none"
        case .learning: "learning"
        case .known: "known"
        case .noBetter: "no_better"
        case .tooFew: "too_few"
        case .failed: "failed"
        case .off: "off"
        }
    }

    private static let prediction: Shape<FleetPrediction> = .object(
        "FleetPrediction", "Predictions for each device.",
        [
            .field("quantity", "What is predicted.", quantity) { $0.quantity },
            .number("within", "For failures: within this length; null for remaining lives.") {
                if case .failure(let within) = $0.quantity { within } else { nil }
            },
            .moment("time", "The time of the predictions.") { $0.time },
            .text("model", "Name of the model's file.") { $0.file },
            .field("test", "How the model fared on held-out data.", backTest) { $0.test },
            .number("expected", "Devices expected to fail within the horizon.") {
                $0.expected?.count
            },
            .optional("expectedRange", "The 90 % range of that.", countRange) {
                $0.expected?.range
            },
            .list("devices", "The likeliest failure or the shortest life first.", row) {
                $0.rows
            },
        ])

    private static let quantity = Shape<FleetPrediction.Quantity>(
        .choice(["failure", "remaining_life"])
    ) { quantity, json, _ in
        switch quantity {
        case .failure: json.text("failure")
        case .life: json.text("remaining_life")
        }
    }

    private static let row: Shape<FleetPrediction.Row> = .object(
        "DevicePrediction", "The prediction for one device.",
        [
            .field("device", "The device.", device) { $0.device },
            .number("value", "A probability, or a remaining life in the axis' unit.") {
                $0.value
            },
            .optional("range", "80 % interval of a remaining life.", range) { $0.range },
            .field("drivers", "What moves it most, in words.", driver.list) { $0.drivers },
        ])

    private static let driver = Shape<FleetPrediction.Driver>(.text()) { driver, json, context in
        json.text(context.phrases.driver(driver))
    }

    /// The models learned of a set.
    static let versions: Shape<ModelVersions> = .object(
        "ModelVersions", "The models learned of a set, one after the other.",
        [
            .flag("off", "Whether a person switched learning off.") { $0.isOff },
            .number("horizon", "How far ahead a person wants failures predicted.") {
                $0.horizon
            },
            .optionalCount("current", "Number of the version in use.") { $0.current },
            .optionalCount("pinned", "The version that a person wants kept in use.") {
                $0.pinned
            },
            .list("versions", "The versions still kept, the oldest first.", version) {
                $0.versions
            },
        ])

    private static let version: Shape<ModelVersions.Version> = .object(
        "ModelVersion", "One learned model.",
        [
            .count("number", "Counted from 1; numbers are not reused.") { $0.number },
            .number("learned", "When it was learned, in seconds since 1970.") { $0.learned },
            .count("rows", "Rows that it was learned from.") { $0.rows },
            .number("horizon", "How far ahead it predicts failures.") { $0.horizon },
            .field("cause", "Why it was learned.", .choice) { $0.cause },
            .number("score", "Average precision, or RMSE of remaining life.") { $0.score },
            .number("ruleScore", "The same of the plain rule.") { $0.ruleScore },
        ])
}
