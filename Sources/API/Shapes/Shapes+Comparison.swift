import Reports
import Values
import Wording

extension Shapes {
    /// Devices or periods side by side.
    static let comparison: Shape<ComparisonReport> = .object(
        "Comparison",
        "Devices or periods set side by side: what differs, and whether beyond chance.",
        [
            .field("against", "What is compared.", .choice) { $0.against },
            .field("align", "What time is counted from.", .choice) { $0.alignment },
            .list("sides", "What is compared; the others with the first.", side) { $0.sides },
            .field("missing", "Devices that cannot be compared.", Shape<String>.text.list) {
                $0.missing
            },
            .optional("group", "Those a device is compared with.", group) { $0.group },
            .number("block", "Length of the blocks compared, on the axis.") { $0.block },
            .list("readings", "Readings, the surest difference first.", comparedReading) {
                $0.readings
            },
            .list("events", "Codes, the surest difference first.", comparedEvents) { $0.events },
            .list("changes", "Devices that changed most, of a fleet.", change) { $0.changes },
        ])

    private static let side: Shape<ComparisonReport.Side> = .object(
        "ComparisonSide", "A device in a period, or the fleet in one.",
        [
            .optional("device", "Null for all devices.", device) { $0.device },
            .moment("from", "Its start.") { $0.from }, .moment("to", "Its end.") { $0.to },
            .moment("zero", "What offsets count from.") { $0.zero },
        ])

    private static let group: Shape<ComparisonReport.Group> = .object(
        "ComparisonGroup", "The devices that one is compared with.",
        [
            .optionalText("attribute", "Null for all others.") { $0.attribute },
            .text("value", "What they share.") { $0.value },
            .count("devices", "How many there are.") { $0.devices },
        ])

    private static let comparedReading: Shape<ComparisonReport.Reading> = .object(
        "ComparedReading", "A reading on all sides.",
        [
            .field("metric", "What was read.", metric) { $0.metric },
            .numbers("offsets", "Times, or times since the zero of a side.") { $0.offsets },
            .field("lines", "Means by side and offset.", Shape<Double>.number.list.list) {
                $0.lines
            },
            .numbers("low", "10th percentile of a group.") { $0.low },
            .numbers("high", "90th percentile of a group.") { $0.high },
            .numbers("means", "Mean of each side.") { $0.means },
            .field(
                "differences", "From the first side to each other; null where too little was read.",
                difference.optional.list
            ) { $0.differences },
        ])

    private static let comparedEvents: Shape<ComparisonReport.Events> = .object(
        "ComparedEvents", "Events of a code on all sides.",
        [
            .field("code", "What happened.", code) { $0.code },
            .numbers("counts", "How often, by side.") { $0.counts },
            .field(
                "ratios", "Rate of each other side over that of the first; null without a test.",
                ratio.optional.list
            ) { $0.ratios },
        ])

    private static let change: Shape<ComparisonReport.Change> = .object(
        "DeviceChange", "A reading of a device that differs between two periods.",
        [
            .field("device", "The device.", device) { $0.device },
            .field("metric", "What was read.", metric) { $0.metric },
            .number("earlier", "Mean of the earlier period.") { $0.earlier },
            .number("later", "Mean of the later one.") { $0.later },
            .field("difference", "Their difference.", difference) { $0.difference },
        ])

    private static let difference: Shape<ComparisonReport.Difference> = .object(
        "ComparisonDifference", "A difference of means.",
        [
            .number("value", "Further side minus first one.") { $0.value },
            .number("low", "Lower end of the 95 % interval.") { $0.low },
            .number("high", "Upper end.") { $0.high },
            .number("q", "p corrected for all comparisons.") { $0.q },
            .count("cases", "Blocks compared, or devices ranked.") { $0.cases },
            .flag("isBeyondChance", "Whether q is at most 0.05.") { $0.isBeyondChance },
        ])

    private static let ratio: Shape<ComparisonReport.Ratio> = .object(
        "ComparisonRatio", "How many times as often something happens.",
        [
            .number("value", "Null where it did not happen on the first side.") { $0.value },
            .number("low", "Lower end of the 95 % interval.") { $0.low },
            .number("high", "Upper end; null for none.") { $0.high },
            .number("q", "p corrected for all comparisons.") { $0.q },
            .flag("isBeyondChance", "Whether q is at most 0.05.") { $0.isBeyondChance },
        ])
}
