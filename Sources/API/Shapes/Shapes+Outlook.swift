import Reports
import Values
import Wording

extension Shapes {
    static let outcome: Shape<DiagnosticReport.Outcome> = .object(
        "Outcome", "How often excursions of a reading were followed by a failure.",
        [
            .field("metric", "The reading.", metric) { $0.metric },
            .count("excursions", "Excursions whose outcome is known.") { $0.excursions },
            .count("followed", "Of these, excursions with a failure soon after.") { $0.followed },
            .number("share", "Their share, 0 to 1.") { $0.share },
            .number("low", "Lower end of its exact 95 % interval.") { $0.low },
            .number("high", "Upper end of its exact 95 % interval.") { $0.high },
            .number("within", "How long after an excursion a failure counts.") { $0.within },
            .optional("failure", "The failure that follows most often.", code) { $0.failure },
        ])

    static let aftermath: Shape<Aftermath> = .object(
        "Aftermath", "What followed earlier episodes like a given one.",
        [
            .field("episode", "The episode that they resemble.", episode) { $0.episode },
            .number("within", "How long after its end an event is a sequel.") { $0.within },
            .list("examples", "The earlier episodes, the latest first.", example) {
                $0.examples
            },
        ])

    private static let example: Shape<Aftermath.Example> = .object(
        "AftermathExample", "One earlier episode.",
        [
            .field("device", "The device.", device) { $0.device },
            .moment("from", "When it began.") { $0.from },
            .text("sequel", "failure, repair or nothing.") {
                switch $0.sequel {
                case .failure: "failure"
                case .repair: "repair"
                case .nothing: "nothing"
                }
            },
            .optional("code", "The code of the sequel.", code) {
                switch $0.sequel {
                case .failure(let code, _), .repair(let code, _): code
                case .nothing: nil
                }
            },
            .number("after", "How long after the beginning it came.") {
                switch $0.sequel {
                case .failure(_, let after), .repair(_, let after): after
                case .nothing: nil
                }
            },
        ])

    static let partAge: Shape<DiagnosticReport.PartAge> = .object(
        "PartAge", "The age of a part beside the fleet's times between repairs.",
        [
            .field("code", "The repair that renews it.", code) { $0.code },
            .number("age", "Since it was last renewed.") { $0.age },
            .number("median", "Median of the fleet's times between repairs.") { $0.median },
            .number("high", "90th percentile of these.") { $0.high },
            .text("stage", "old, middling or young.") { "\($0.stage)" },
        ])

    static let signalForecast: Shape<DiagnosticReport.SignalForecast> = .object(
        "SignalForecast", "The forecast of a reading, with the level that it heads for.",
        [
            .field("metric", "The reading.", metric) { $0.metric },
            .instants("times", "The history: milliseconds since 1970.") { $0.times },
            .numbers("values", "Mean of each slice of the history.") { $0.values },
            .field("forecast", "How it goes on, and how that was tested.", forecast) {
                $0.figures
            },
            .number("threshold", "The level to compare it with; null without one.") {
                $0.threshold?.value
            },
            .optionalMoment("meets", "When the forecast meets it.") { $0.crossing?.at },
            .optionalMoment("earliest", "When the nearer side of the 80 % interval does.") {
                $0.crossing?.earliest
            },
            .optionalMoment("latest", "When the farther side does.") { $0.crossing?.latest },
        ])

    /// Where a fault began.
    static let causes: Shape<CauseReport> = .object(
        "Causes", "Where the fault of a device began, as far as its readings tell.",
        [
            .field("device", "The device.", device) { $0.device },
            .optional("failure", "The failure in question.", code) { $0.failure?.code },
            .optionalMoment("failedAt", "When it failed.") { $0.failure?.time },
            .moment("onset", "When the fault began, by the likeliest explanation.") {
                $0.onset
            },
            .moment("noticed", "The last row that was used.") { $0.noticed },
            .list("signals", "Its readings, the likeliest origin first.", causeSignal) {
                $0.signals
            },
            .sentence("sentence", "Where it began, what moved and how it went earlier.") {
                ($1.phrases.causeAnswer($0) + $1.phrases.causeDetails($0)).plain
            },
        ])

    private static let causeSignal: Shape<CauseReport.Signal> = .object(
        "CauseSignal", "A reading as a possible origin of a fault.",
        [
            .field("metric", "The reading.", metric) { $0.metric },
            .number("confidence", "Probability that the fault began with it.") { $0.confidence },
            .text("mechanism", "What is wrong if it did.") { $0.mechanism.rawValue },
            .optionalMoment("departure", "When it left its usual course; null if never.") {
                $0.departure
            },
            .number("change", "How far it had moved by then, in units of its usual spread.") {
                $0.change
            },
        ])
}
