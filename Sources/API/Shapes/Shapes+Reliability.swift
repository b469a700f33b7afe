import Reports
import Values

extension Shapes {
    static let precursors: Shape<PrecursorTable> = .object(
        "Precursors", "Which codes precede failures, and how often a failure follows them.",
        [
            .number("hours", "How many hours before a failure are searched.") { $0.hours },
            .list("failures", "The failure codes, at most eight.", code) { $0.failures },
            .count("failureCount", "Failures of all codes.") { $0.failureCount },
            .count("eventCount", "Events of the codes in rows.") { $0.errorCount },
            .number("announced", "Share of all failures that any code precedes.") {
                $0.announced
            },
            .list("rows", "One for each code, at most 12.", precursor) { $0.rows },
        ])

    private static let precursor: Shape<PrecursorTable.Row> = .object(
        "Precursor", "A code that may announce failures.",
        [
            .field("code", "The code.", code) { $0.code },
            .numbers("shares", "Share of each of the failures with the code before it.") {
                $0.shares
            },
            .number("followed", "Share of the code's events that a failure follows.") {
                $0.followed
            },
            .number("chance", "The same by chance.") { $0.chance },
        ])

    static let cumulative: Shape<CumulativeFailures> = .object(
        "CumulativeFailures", "Mean cumulative number of failures per device (Nelson).",
        [
            .field("kind", "Failures, or errors where no failures are named.", .choice) {
                $0.kind
            },
            .optionalText("attribute", "The attribute that groups the devices.") {
                $0.attribute
            },
            .count("total", "Events in the period.") { $0.total },
            .list("lines", "One for each group.", cumulativeLine) { $0.lines },
        ])

    private static let cumulativeLine: Shape<CumulativeFailures.Line> = .object(
        "CumulativeLine", "The step function of one group.",
        [
            .optionalText("value", "The attribute's value; null for the fleet.") { $0.value },
            .count("devices", "Devices in the group.") { $0.devices },
            .instants("times", "Times of the steps: milliseconds since 1970.") { $0.times },
            .numbers("values", "Mean failures per device up to each.") { $0.values },
        ])

    static let reliability: Shape<ReliabilityRow> = .object(
        "Reliability", "Time between failures and reliability growth (Crow-AMSAA).",
        [
            .optionalText("value", "The attribute's value; null for the fleet.") { $0.value },
            .count("failures", "Failures in the period.") { $0.failures },
            .count("devices", "Devices of the group.") { $0.devices },
            .number("meanTime", "Mean time between failures in days, or the axis' unit.") {
                $0.meanTime
            },
            .number("low", "Lower end of its 95 % interval.") { $0.low },
            .number("high", "Upper end of its 95 % interval.") { $0.high },
            .number("beta", "Growth exponent; below 1 failures become rarer.") { $0.beta },
            .number("betaLow", "Lower end of its 95 % interval.") { $0.betaLow },
            .number("betaHigh", "Upper end of its 95 % interval.") { $0.betaHigh },
            .text("verdict", "improving, worsening or level.") { "\($0.verdict)" },
        ])

    /// How long parts live. Lengths are in the axis' unit: seconds on calendars.
    static let partLives: Shape<PartLives> = .object(
        "PartLives", "How long parts live; lengths in seconds, or the axis' unit without dates.",
        [
            .moment("end", "The time of the ages.") { $0.end },
            .number("horizon", "How far ahead probabilities look.") { $0.horizon },
            .list("codes", "One for each failure code with enough failures.", codeLife) {
                $0.codes
            },
            .list("tooFew", "Failure codes with too few failures.", tooFew) { $0.tooFew },
            .list("risks", "Working parts, the likeliest to fail first.", risk) { $0.risks },
        ])

    static let risk: Shape<PartLives.Risk> = .object(
        "PartRisk", "A working part with the probability that it fails.",
        [
            .field("device", "The device that it is part of.", device) { $0.device },
            .field("code", "The failure code that names it.", code) { $0.code },
            .number("age", "Its age.") { $0.age },
            .optional("probability", "That it fails within the horizon.", limited) {
                $0.probability
            },
            .flag("pastLife", "Whether it is older than the characteristic life.") {
                $0.isPastLife
            },
        ])

    private static let tooFew: Shape<PartLives.TooFew> = .object(
        "TooFewFailures", "A failure code with too few failures of known age.",
        [
            .field("code", "The code.", code) { $0.code },
            .count("found", "Failures at a known age.") { $0.found },
        ])

    private static let codeLife: Shape<CodeLife> = .object(
        "CodeLife", "How long the parts of one failure code live.",
        [
            .field("code", "The code.", code) { $0.code },
            .text("ageing", "wears, fails_early, none or irregular.") {
                $0.ageing == .failsEarly ? "fails_early" : "\($0.ageing)"
            },
            .text("clock", "What begins a new life: failures, repairs or both.") {
                "\($0.clock)"
            },
            .count("failures", "Lives that ended with a failure.") { $0.failures },
            .count("censored", "Lives that ended otherwise, or go on.") { $0.censored },
            .count("unknownAge", "Failures at an unknown age.") { $0.unknownAge },
            .optional("shape", "Weibull shape.", limited) { $0.shape },
            .optional("early", "Age by which a tenth has failed.", limited) { $0.early },
            .optional("life", "Characteristic life.", limited) { $0.life },
            .number("fitChance", "Probability of a worse fit by chance.") { $0.fitChance },
            .count("working", "Parts at work.") { $0.working },
            .optionalCount("past", "Of these, parts older than the characteristic life.") {
                $0.past
            },
            .optional("next", "Failures expected within the horizon.", expected) { $0.next },
            .optional("test", "The same for the span before, and what came.", lifeTest) {
                $0.test
            },
            .list("curve", "Kaplan-Meier survival.", survival) { $0.curve },
            .list("fitted", "The fitted survival.", survival) { $0.fitted },
        ])

    private static let expected: Shape<CodeLife.Expected> = .object(
        "ExpectedFailures", "Failures expected within a span.",
        [
            .number("mean", "The expected number.") { $0.mean },
            .field("range", "Its 90 % range.", countRange) { $0.range },
        ])

    private static let lifeTest: Shape<CodeLife.Test> = .object(
        "LifeTest", "What would have been expected of the last span, and what came.",
        [
            .field("expected", "What would have been expected.", expected) { $0.expected },
            .count("happened", "Failures that came.") { $0.happened },
            .flag("held", "Whether that lies in the range.") { $0.isHeld },
        ])

    private static let survival: Shape<CodeLife.Point> = .object(
        "SurvivalPoint", "A point of a survival curve.",
        [
            .number("age", "The age.") { $0.age },
            .field("survival", "Share of parts that outlive it.", limited) { $0.survival },
            .count("atRisk", "Parts at risk just before it; 0 on a fitted curve.") {
                $0.atRisk
            },
        ])
}
