import Reports
import Values

extension Shapes {
    static let lanes: Shape<OverviewReport.Lanes> = .object(
        "Lanes", "A map of devices over time: how much was wrong when.",
        [
            .text("measure", "What a cell counts: `troubles`, or `events_` and a kind.") {
                switch $0.measure {
                case .troubles: "troubles"
                case .events(let kind): "events_" + kind.rawValue
                }
            },
            .field("width", "Width of the columns: a calendar unit, or the axis' unit.", step) {
                $0.width
            },
            .list("slices", "The columns in order of time.", slice) { $0.slices },
            .field("devices", "The rows, by device.", device.list) { $0.devices },
            .field(
                "values", "A list for each device, a value for each slice; null where not known.",
                Shape<Double>.number.list.list
            ) { $0.values.map { $0.map { $0 ?? .nan } } },
            .field(
                "failures", "For each device the slices with a failure, counted from 0.",
                Shape<Int>.count.list.list
            ) { $0.failures },
        ])

    static let breakdown: Shape<CodeBreakdown> = .object(
        "CodeBreakdown", "Events of one kind by code.",
        [
            .field("kind", "The kind.", .choice) { $0.kind },
            .count("total", "Events of the kind, of all codes.") { $0.total },
            .list("items", "The most frequent codes first, at most 12.", codeShare) { $0.items },
            .count("otherCount", "Events of codes that are not listed.") { $0.otherCount },
            .count("otherCodes", "Number of such codes.") { $0.otherCodes },
        ])

    private static let codeShare: Shape<CodeBreakdown.Item> = .object(
        "CodeShare", "One code's part of the events.",
        [
            .field("code", "The code.", code) { $0.code },
            .count("count", "Events of the code in the period.") { $0.count },
            .number("share", "Share of the kind's events, 0 to 1.") { $0.share },
            .optional("recent", "Events of the recent span beside the one before.", compared) {
                $0.recent
            },
        ])

    static let attributeRates: Shape<AttributeRates> = .object(
        "AttributeRates", "Events per device by the value of an attribute.",
        [
            .text("attribute", "The attribute.") { $0.attribute },
            .field("kind", "Failures, or errors where no failures differ.", .choice) { $0.kind },
            .number("p", "Chi-square p-value of equal rates per device.") { $0.p },
            .flag("different", "Whether the rates differ beyond chance, p below 0.05.") {
                $0.areDifferent
            },
            .list("groups", "One for each value, the highest rate first.", attributeGroup) {
                $0.groups
            },
        ])

    private static let attributeGroup: Shape<AttributeRates.Group> = .object(
        "AttributeGroup", "The devices with one value of an attribute.",
        [
            .text("value", "The value.") { $0.value },
            .count("devices", "Devices with the value.") { $0.devices },
            .count("events", "Events of these devices.") { $0.events },
            .number("perDevice", "Events divided by devices.") { $0.perDevice },
        ])

    static let severity: Shape<SeverityShare> = .object(
        "Severity", "Rows of one severity.",
        [
            .text("name", "The severity as the files write it.") { $0.name },
            .count("count", "Rows with it.") { $0.count },
            .number("share", "Share of all rows with a severity, 0 to 1.") { $0.share },
            .flag("error", "Whether the word counts as an error.") { $0.isError },
        ])

    /// Events over time.
    static let rateSeries: Shape<RateSeries> = .object(
        "RateSeries", "Events of a kind or code over time, as counts and as rates.",
        [
            .field("kind", "The kind of the events.", .choice) { $0.kind },
            .optional("code", "The code that is counted; null for all of the kind.", code) {
                $0.code
            },
            .field("width", "Width of the slices.", step) { $0.width },
            .list("slices", "The slices in order of time.", slice) { $0.slices },
            .field("counts", "Events in each slice.", Shape<Int>.count.list) { $0.counts },
            .numbers("rates", "Events per device and day, or unit of the axis; null = not known.") {
                $0.rates
            },
            .numbers("rolling", "Trailing mean of the rates; null before there are enough.") {
                $0.rolling
            },
            .count("rollingSlices", "Slices in that mean.") { $0.rollingSlices },
            .number("mean", "The rate over all that is known of the period.") { $0.mean },
            .optional("trend", "The tested trend; null where it was not tested.", trend) {
                $0.trend
            },
        ])

    static let trend: Shape<TrendFigures> = .object(
        "Trend", "The result of a Mann-Kendall test with Sen's slope.",
        [
            .field(
                "direction", "rising or falling for q below 0.05, else level.", direction
            ) { $0.direction },
            .number("slopePercent", "Sen's slope in per cent of the mean per span.") {
                $0.slopePercent
            },
            .number("low", "Lower end of its 95 % interval.") { $0.low },
            .number("high", "Upper end of its 95 % interval.") { $0.high },
            .number("p", "P-value of no trend.") { $0.p },
            .number("q", "p corrected for the number of series (Benjamini-Hochberg).") { $0.q },
            .field("span", "The length of time that slopes are given for.", trendSpan) {
                $0.span
            },
        ])

    private static let direction = Shape<TrendFigures.Direction>(
        .choice(["rising", "falling", "level"])
    ) { direction, json, _ in json.text("\(direction)") }

    private static let trendSpan = Shape<TrendSpan>(
        .choice(["four_weeks", "week", "day", "hour", "tenth_of_period"])
    ) { span, json, _ in
        switch span {
        case .fourWeeks: json.text("four_weeks")
        case .week: json.text("week")
        case .day: json.text("day")
        case .hour: json.text("hour")
        case .tenth: json.text("tenth_of_period")
        }
    }
}
