import Reports
import Values

extension Shapes {
    /// Everything about one device.
    static let diagnosis: Shape<DiagnosticReport> = .object(
        "Diagnosis", "What is wrong with a device, why, and what may follow.",
        [
            .field("state", "The device as the Overview shows it.", deviceRow) { $0.row },
            .count("rows", "Rows of the device in the period.") { $0.rows },
            .list("attributes", "Attributes of the device.", attribute) { $0.attributes },
            .list("health", "What its health lost, the most expensive first.", healthPart) {
                $0.health
            },
            .field("next", "The device ranked next; null for the last.", device.optional) {
                $0.next
            },
            .field("window", "The part of the period that signals cover.", span) { $0.window },
            .list(
                "signals",
                "Its readings, at most 24: the gravest trouble's first, then the furthest out.",
                signal
            ) {
                $0.signals
            },
            .list("events", "Events in the window, the latest 2,000.", eventMark) { $0.events },
            .list("contributions", "How much each reading is out now.", contribution) {
                $0.contributions
            },
            .list("episodes", "Troubles in the period, open ones first.", episode) {
                $0.troubles
            },
            .list("excursions", "The latest 100 excursions, the latest first.", excursion) {
                $0.excursions
            },
            .count("excursionCount", "All excursions in the period.") { $0.excursionCount },
            .list("outcomes", "How often excursions led to a failure.", outcome) { $0.outcomes },
            .optional("aftermath", "What followed episodes like the gravest.", aftermath) {
                $0.aftermath
            },
            .list("parts", "Age of each part that repairs name.", partAge) { $0.parts },
            .list("partRisks", "Its working parts, the likeliest to fail first.", risk) {
                $0.partRisks
            },
            .list("codes", "Events by code, the most frequent first.", codeCount) { $0.codes },
            .optional(
                "forecast",
                "Forecast of the gravest trouble's reading, or of the one furthest out.",
                signalForecast
            ) {
                $0.forecast
            },
            .optional("causes", "Where the fault began.", causes) { $0.causes },
            .list("findings", "Findings about this device.", finding) { $0.findings },
            .list("alike", "The five nearest devices.", alike) { $0.alike },
            .field("models", "What models say about the device.", modelPanel) { $0.model },
            .field("missing", "What the set lacks.", missing) { $0.missingData },
        ])

    private static let attribute: Shape<DiagnosticReport.Attribute> = .object(
        "Attribute", "An attribute of a device.",
        [
            .text("name", "The attribute.") { $0.name },
            .text("value", "Its value, as text.") { $0.value },
        ])

    /// One reading over time.
    static let signal: Shape<DiagnosticReport.Signal> = .object(
        "Signal", "One reading of a device over time.",
        [
            .field("metric", "The reading.", metric) { $0.metric },
            .instants("times", "Left edges of slices: milliseconds since 1970.") { $0.times },
            .numbers("values", "Mean reading of each; null where there is none.") { $0.values },
            .numbers(
                "low", "Lower limit of the expected band: one for all, one each, or none."
            ) { $0.low },
            .numbers("high", "Upper limit, likewise.") { $0.high },
            .field("out", "Places of the times in an episode.", Shape<Int>.count.list) { $0.out },
            .number("last", "The last reading of the record.") { $0.last },
            .flag("lastIsOut", "Whether an episode of the reading is open.") { $0.lastIsOut },
            .field("trace", "Lowest and highest single readings.", trace) { $0.trace },
        ])

    private static let trace: Shape<DiagnosticReport.Trace> = .object(
        "Trace", "Extreme single readings of equal parts of the window.",
        [
            .instants("times", "Milliseconds since 1970, ascending.") { $0.times },
            .numbers("values", "The reading at each.") { $0.values },
        ])

    private static let eventMark: Shape<DiagnosticReport.EventMark> = .object(
        "EventMark", "Events of one code at one time.",
        [
            .moment("time", "When they happened.") { $0.time },
            .field("code", "What happened.", code) { $0.code },
            .count("count", "Events that fell together.") { $0.count },
        ])

    static let contribution: Shape<DiagnosticReport.Contribution> = .object(
        "Contribution", "The share of a reading in how far a device is out.",
        [
            .field("metric", "The reading.", metric) { $0.metric },
            .number("share", "Its share, 0 to 1.") { $0.share },
        ])

    private static let codeCount: Shape<DiagnosticReport.CodeCount> = .object(
        "CodeCount", "Events of one code on a device beside the fleet's mean.",
        [
            .field("code", "The code.", code) { $0.code },
            .count("count", "Events on this device.") { $0.count },
            .optional("recent", "The recent span beside the one before.", compared) {
                $0.recent
            },
            .number("fleetMean", "Events per device of the fleet.") { $0.fleetMean },
        ])

    private static let alike: Shape<DiagnosticReport.Alike> = .object(
        "Alike", "A device whose features resemble this one's.",
        [
            .field("device", "The device.", device) { $0.device },
            .field("status", "Its status.", status) { $0.status },
            .number("distance", "Euclidean distance in standardised features.") { $0.distance },
            .optionalCount("failures", "Its failures in the period.") { $0.failures },
        ])
}
