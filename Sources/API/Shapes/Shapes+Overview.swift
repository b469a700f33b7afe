import Reports
import Values
import Wording

extension Shapes {
    /// The Overview without what stands beside every report.
    static let overview: Shape<OverviewReport> = .object(
        "Overview", "Which devices need attention, since when, and why.",
        [
            .field("headline", "How many devices are in trouble, and which most.", headline) {
                $0.headline
            },
            .list("cards", "Figures on cards, at most six.", card) { $0.cards },
            .list(
                "devices", "The worst first, at most 200; the devices operation has all.", deviceRow
            ) {
                Array($0.devices.prefix(200))
            },
            .field(
                "attributes", "Names of the attributes of devices.", Shape<String>.text.list
            ) { $0.attributes },
            .list("findings", "The weightiest findings, one to nine.", finding) { $0.changes },
            .optional("lanes", "Devices over time; null where there is nothing to show.", lanes) {
                $0.lanes
            },
            .list("rates", "Events over time, one for each kind.", rateSeries) { $0.rates },
            .list("codes", "Events by code, one for each kind.", breakdown) { $0.breakdowns },
            .optional(
                "byAttribute", "The attribute whose values differ most surely; null without one.",
                attributeRates
            ) { $0.byAttribute },
            .list("severities", "Rows by severity, the gravest first.", severity) {
                $0.severities
            },
            .field("missing", "What the set lacks.", missing) { $0.missingData },
        ])

    static let headline: Shape<OverviewReport.Headline> = .object(
        "Headline", "The state at the end of the period.",
        [
            .count("critical", "Devices with the status critical.") { $0.critical },
            .count("warning", "Devices with the status warning.") { $0.warning },
            .count("total", "Devices that pass the filter.") { $0.total },
            .count("out", "Devices with an open episode.") { $0.out },
            .number("ordinaryOut", "Median over the period of devices with an episode.") {
                $0.ordinaryOut
            },
            .moment("asOf", "End of the period.") { $0.asOf },
            .field("worst", "The worst device; null where all are OK.", device.optional) {
                $0.worst?.device
            },
        ])

    private static let card: Shape<OverviewReport.KPI> = .object(
        "Card", "A figure and what to compare it with.",
        [
            .text("measure", "What the figure is, such as `health` or `events_failure`.") {
                measure($0.measure)
            },
            .number("value", "The figure; null where it is not known.") { $0.value },
            .number("total", "What it is out of; null where it is out of nothing.") { $0.total },
            .number("previous", "The figure of the span before.") { $0.previous },
            .number("whole", "The figure of the whole period.") { $0.whole },
            .optionalCount("low", "For health: devices below 50.") { $0.low },
            .optionalCount("middling", "For health: devices from 50 to below 75.") {
                $0.middling
            },
            .numbers("spark", "Values over time, oldest first; for health of all devices.") {
                $0.spark
            },
        ])

    private static func measure(_ measure: OverviewReport.KPI.Measure) -> String {
        switch measure {
        case .events(let kind): "events_" + kind.rawValue
        case .metric(let metric): "metric_" + metric.name
        case .devicesOut: "devices_out"
        case .health: "health"
        case .timeBetweenFailures: "time_between_failures"
        case .rows: "rows"
        case .devices: "devices"
        case .labelledRows: "labelled_rows"
        case .excursions: "excursions"
        case .period: "period"
        case .missing: "missing"
        }
    }

    static let deviceRow: Shape<OverviewReport.DeviceRow> = .object(
        "Device", "A device and its state at the end of the period.",
        [
            .field("device", "The device's name.", device) { $0.device },
            .field(
                "status",
                "critical below a health of 50; warning with an open episode or below 75.",
                status
            ) { $0.status },
            .number("health", "100 less what the rules take, 0 to 100.") { $0.health },
            .optional("trouble", "The gravest open episode; null without one.", episode) {
                $0.trouble
            },
            .optional(
                "furthest",
                "The reading of the gravest trouble, or that farthest from its expected course.",
                excursion
            ) {
                $0.furthest
            },
            .numbers("spark", "The last slice means of that reading, oldest first.") { $0.spark },
            .optional("errors", "Errors; null where they are not known.", compared) { $0.errors },
            .optional("failures", "Failures; null where they are not known.", compared) {
                $0.failures
            },
            .optional("mainLoss", "The rule that takes most of the health.", healthPart) {
                $0.mainLoss
            },
            .numbers(
                "latest",
                "Its last mean of each reading, in the order of the context's metrics; null where it sends none."
            ) { $0.latest },
            .field(
                "attributes", "Its attributes, in the order of the overview's.",
                Shape<String>.text.list
            ) { $0.attributes },
        ])

    static let healthPart: Shape<HealthPart> = .object(
        "HealthLoss", "Points of health that a rule takes.",
        [
            .text("rule", "trouble, more_troubles, errors, failures, data_quality or model.") {
                rule($0.rule)
            },
            .number("points", "Points taken.") { $0.points },
            .number("limit", "The most that the rule can take.") { $0.limit },
            .sentence("sentence", "What the points are taken for.") {
                $1.phrases.rule($0.rule).part
            },
        ])

    private static func rule(_ rule: HealthPart.Rule) -> String {
        switch rule {
        case .trouble: "trouble"
        case .moreTroubles: "more_troubles"
        case .errors: "errors"
        case .failures: "failures"
        case .dataQuality: "data_quality"
        case .model: "model"
        }
    }
}
