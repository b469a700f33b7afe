import Reports
import Values

extension Shapes {
    /// What gets better or worse.
    static let trends: Shape<TrendReport> = .object(
        "Trends", "What gets better or worse.",
        [
            .text("verdict", "better, worse, neither, mixed or cannot_say.") {
                $0.headline.verdict == .cannotSay ? "cannot_say" : "\($0.headline.verdict)"
            },
            .optional("leading", "The series that decides the verdict.", trendRow) {
                $0.headline.leading
            },
            .optional("next", "Events expected in the next slice.", next) { $0.headline.next },
            .list("kinds", "One for each kind of event.", kindTrend) { $0.kinds },
            .list("series", "One for each series that was tested.", trendRow) { $0.rows },
            .optional("week", "Events by weekday and hour.", weekMap) { $0.week },
            .list("codes", "One for each code with events, at most 12.", rateSeries) { $0.codes },
            .list("metrics", "Readings over the fleet, at most 24.", metricTrend) { $0.metrics },
            .optionalCount("metricsTested", "Readings that were tested, where some are left out.") {
                $0.metricsTested
            },
            .optional("precursors", "Which codes precede failures.", precursors) {
                $0.precursors
            },
            .optional("cumulative", "Mean cumulative failures per device.", cumulative) {
                $0.cumulative
            },
            .list("reliability", "Times between failures of groups of devices.", reliability) {
                $0.reliability
            },
            .optional("partLives", "How long parts live, and which fail next.", partLives) {
                $0.partLives
            },
            .list("findings", "Shifts, waves and patterns, by descending weight.", finding) {
                $0.findings
            },
            .field("missing", "What the set lacks.", missing) { $0.missingData },
        ])

    private static let next: Shape<TrendReport.Headline.Next> = .object(
        "NextSlice", "The number of events expected in the next slice, over all devices.",
        [
            .field("kind", "The kind that is forecast.", .choice) { $0.kind },
            .field("width", "Width of the slice.", step) { $0.width },
            .number("mean", "Expected number.") { $0.mean },
            .number("low", "Lower end of the 80 % interval.") { $0.low },
            .number("high", "Upper end of the 80 % interval.") { $0.high },
        ])

    private static let trendRow: Shape<TrendRow> = .object(
        "TestedSeries", "A series with the result of its trend test.",
        [
            .text("subject", "events, code or metric.") {
                switch $0.subject {
                case .events: "events"
                case .code: "code"
                case .metric: "metric"
                }
            },
            .text("name", "The kind, the code or the reading.") {
                switch $0.subject {
                case .events(let kind): kind.rawValue
                case .code(let code): code.name
                case .metric(let metric): metric.name
                }
            },
            .text("verdict", "rising, falling, level or too_short.") {
                $0.verdict == .tooShort ? "too_short" : "\($0.verdict)"
            },
            .optional("trend", "The figures of the test.", trend) { $0.figures },
        ])

    static let kindTrend: Shape<TrendReport.KindTrend> = .object(
        "KindTrend", "One kind of event over time.",
        [
            .field("series", "Its counts and rates.", rateSeries) { $0.series },
            .list("segments", "Stretches with one level each, in order.", segment) {
                $0.segments
            },
            .optional("forecast", "The forecast of the rate.", forecast) { $0.forecast },
        ])

    private static let segment: Shape<TrendReport.KindTrend.Segment> = .object(
        "Segment", "A stretch of time in which a rate has one level.",
        [
            .moment("from", "Start of its first slice.") { $0.from },
            .moment("to", "End of its last slice.") { $0.to },
            .number("mean", "Its rate.") { $0.mean },
        ])

    static let forecast: Shape<ForecastFigures> = .object(
        "Forecast", "A forecast with the back-tests that chose its method.",
        [
            .text("method", "The method that did best.") { $0.method.rawValue },
            .flag("beatsNaive", "Whether it beats the naive method.") { $0.beatsNaive },
            .count("backtests", "Past origins from which every method was tried.") {
                $0.backtests
            },
            .list("trials", "One for each method, best first.", trial) { $0.trials },
            .instants("times", "Left edges of the steps ahead: milliseconds since 1970.") {
                $0.times
            },
            .numbers("values", "Forecast at each of the times.") { $0.values },
            .numbers("low80", "Lower ends of the 80 % intervals.") { $0.low80 },
            .numbers("high80", "Upper ends of the 80 % intervals.") { $0.high80 },
            .numbers("low95", "Lower ends of the 95 % intervals.") { $0.low95 },
            .numbers("high95", "Upper ends of the 95 % intervals.") { $0.high95 },
        ])

    private static let trial: Shape<ForecastFigures.Trial> = .object(
        "Trial", "The back-test of one method.",
        [
            .text("method", "The method.") { $0.method.rawValue },
            .number("ratio", "Mean absolute error as a share of the naive method's.") {
                $0.ratio
            },
        ])

    private static let weekMap: Shape<TrendReport.WeekMap> = .object(
        "WeekMap", "Events by weekday and hour on the wall clock.",
        [
            .field("kind", "The kind that is counted.", .choice) { $0.kind },
            .field(
                "counts", "Seven lists, Monday first, of 24 hours.", Shape<Int>.count.list.list
            ) { $0.counts },
            .count("total", "Sum of all.") { $0.total },
        ])

    private static let metricTrend: Shape<TrendReport.MetricTrend> = .object(
        "MetricTrend", "One reading over the fleet and over time.",
        [
            .field("metric", "The reading.", metric) { $0.metric },
            .field("width", "Width of the slices.", step) { $0.width },
            .list("slices", "The slices in order of time.", slice) { $0.slices },
            .numbers("mean", "Mean of the devices' means.") { $0.mean },
            .numbers("low", "10th percentile of the devices' means.") { $0.low },
            .numbers("high", "90th percentile of the devices' means.") { $0.high },
            .optional("trend", "The tested trend.", trend) { $0.trend },
        ])
}
