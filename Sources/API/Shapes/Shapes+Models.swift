import Reports
import Values
import Wording

extension Shapes {
    /// What models say about a device.
    static let modelPanel: Shape<ModelPanel> = .object(
        "ModelPanel", "What models say about a device.",
        [
            .text("runtime", "found, starting, missing or unusable.") {
                switch $0.runtime {
                case .found: "found"
                case .starting: "starting"
                case .missing: "missing"
                case .unusable: "unusable"
                }
            },
            .flag("complete", "Whether all have answered, or never will.") { !$0.isUnderWay },
            .list("models", "One for each model.", modelEntry) { $0.entries },
        ])

    private static let modelEntry: Shape<ModelPanel.Entry> = .object(
        "ModelEntry", "A model with its answer.",
        [
            .field("card", "What is known of it from its file.", modelCard) { $0.card },
            .text("outcome", "How its run ended: result, pending, refused, failed, ...") {
                outcome($0.outcome)
            },
            .sentence("sentence", "The same in words.") {
                $1.phrases.outcome($0.outcome, $0.card).plain
            },
            .optional("result", "Its answer; null without one.", modelResult) {
                if case .result(let result) = $0.outcome { result } else { nil }
            },
        ])

    private static func outcome(_ outcome: ModelPanel.Outcome) -> String {
        switch outcome {
        case .result: "result"
        case .pending: "pending"
        case .columnsMissing: "columns_missing"
        case .needsMapping: "needs_mapping"
        case .refused: "refused"
        case .failed: "failed"
        case .crashed: "crashed"
        case .timedOut: "timed_out"
        }
    }

    private static let modelResult: Shape<ModelPanel.Result> = .object(
        "ModelResult", "Scores of a model over the device's time.",
        [
            .instants("times", "Milliseconds since 1970, ascending.") { $0.times },
            .numbers("scores", "The score at each.") { $0.scores },
            .number("threshold", "Scores above it raise an alarm.") { $0.threshold },
            .number("last", "The last score.") { $0.last },
            .count("above", "Scores above the threshold.") { $0.above },
            .list("contributions", "The readings that move it most.", contribution) {
                $0.contributions
            },
            .number("milliseconds", "How long it took.") { $0.milliseconds },
        ])

    static let modelCard: Shape<ModelPanel.Card> = .object(
        "ModelCard", "What is known of a model from its file.",
        [
            .text("file", "The file's name.") { $0.file },
            .count("bytes", "Its size.") { $0.bytes },
            .text("sha256", "Its SHA-256 in hexadecimal digits.") { $0.sha256 },
            .text("producer", "What wrote the file.") { $0.producer },
            .count("irVersion", "ONNX IR version.") { $0.irVersion },
            .count("opset", "ONNX operator set.") { $0.opset },
            .field("inputs", "Its inputs.", Shape<String>.text.list) { $0.inputs },
            .field("outputs", "Its outputs.", Shape<String>.text.list) { $0.outputs },
            .text("meaning", "What its answer is taken for.") { "\($0.meaning)" },
            .flag("own", "Whether it was trained here.") { $0.isOwn },
            .field("features", "The features that it asks for.", Shape<String>.text.list) {
                $0.features
            },
            .optionalCount("trainedRows", "Rows that it was trained on.") { $0.trainedRows },
            .optional("backTest", "How it fared on held-out data.", backTest) { $0.backTest },
        ])

    static let backTest: Shape<BackTest> = .object(
        "BackTest", "How a model fared on held-out data.",
        [
            .count("rows", "Held-out rows.") { $0.rows },
            .optionalCount("positives", "Of these, rows that a failure followed.") {
                $0.positives
            },
            .number("averagePrecision", "Area under precision over recall.") {
                $0.averagePrecision
            },
            .number("ruleAveragePrecision", "The same of the plain rule.") {
                $0.naiveAveragePrecision
            },
            .number("precision", "Share of its alarms that were right.") {
                $0.alarms?.precision
            },
            .number("recall", "Share of the rows before failures that had an alarm.") {
                $0.alarms?.recall
            },
            .number("threshold", "Probability from which there is an alarm.") { $0.threshold },
            .number("medianLeadTime", "From alarm to failure: seconds, or the axis' unit.") {
                $0.medianLeadTime
            },
            .number("rmse", "Root mean squared error of remaining life.") { $0.rmse },
            .number("ruleRMSE", "The same of the plain rule.") { $0.naiveRMSE },
            .number("horizon", "How far ahead failures are predicted.") { $0.horizon },
            .number("winShare", "Share of resamplings in which it beats the plain rule.") {
                $0.winShare
            },
        ])
}
