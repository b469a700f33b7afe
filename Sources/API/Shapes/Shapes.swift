import Reports
import Values

/// The shapes of all that answers hold, each with its name in the document of the API.
enum Shapes {
    static let metric: Shape<MetricRef> = .object(
        "Metric", "A measured quantity.",
        [
            .text("name", "The column's or signal's name as the files give it.") { $0.name },
            .optionalText("unit", "The unit; null where none is known.") { $0.unit },
        ])

    static let code: Shape<CodeRef> = .object(
        "Code", "A code of events.",
        [
            .field("kind", "What events of the code report.", .choice) { $0.kind },
            .text("name", "The code as the files write it.") { $0.name },
        ])

    /// A device by its name: that is how addresses name it too.
    static let device: Shape<DeviceRef> = Shape<String>.text.of { $0.name }

    static let compared: Shape<Compared> = .object(
        "Compared", "A figure of the recent span beside that of the span before.",
        [
            .number("current", "The figure of the recent span, or of the whole period.") {
                $0.current
            },
            .number("previous", "The figure of the span before; null where there is none.") {
                $0.previous
            },
        ])

    static let limited: Shape<PartLives.Limited> = .object(
        "Limited", "An estimate with the ends of its 95 % interval.",
        [
            .number("value", "The estimate.") { $0.value },
            .number("low", "Lower end of the interval.") { $0.low },
            .number("high", "Upper end of the interval.") { $0.high },
        ])

    static let range: Shape<ClosedRange<Double>> = .object(
        "Range", "A range of values; both ends belong to it.",
        [
            .number("low", "The lower end.") { $0.lowerBound },
            .number("high", "The upper end.") { $0.upperBound },
        ])

    static let countRange: Shape<ClosedRange<Int>> = .object(
        "CountRange", "A range of whole numbers; both ends belong to it.",
        [
            .count("low", "The lower end.") { $0.lowerBound },
            .count("high", "The upper end.") { $0.upperBound },
        ])

    static let span: Shape<ClosedRange<Double>> = .object(
        "Span", "A stretch of the time axis.",
        [
            .moment("from", "Where it begins.") { $0.lowerBound },
            .moment("to", "Where it ends.") { $0.upperBound },
        ])

    /// The width of slices as text: `hour`, `day`, `week`, `month`, or a number in the axis' unit.
    static let step: Shape<TimeStep> = Shape(
        .oneOf([.choice(["hour", "day", "week", "month"]), .number])
    ) { value, json, _ in
        switch value {
        case .width(let width): json.number(width)
        case .hour: json.text("hour")
        case .day: json.text("day")
        case .week: json.text("week")
        case .month: json.text("month")
        }
    }

    static let slice: Shape<TimeSlice> = .object(
        "Slice", "A stretch of time that is counted as one.",
        [
            .moment("from", "Where it begins; belongs to it.") { $0.from },
            .moment("to", "Where it ends; the next one begins there.") { $0.to },
            .flag("complete", "Whether the data cover at least 99 % of it.") { $0.isComplete },
        ])

    static let status: Shape<Status> = .choice { "\($0)" }

    static let missing: Shape<MissingData> = .object(
        "MissingData", "What the data set lacks; true where it does.",
        [
            .flag("time", "Rows have no time.") { $0.time },
            .flag("metrics", "There are no readings.") { $0.metrics },
            .flag("events", "There are no events.") { $0.events },
            .flag("failures", "No code names failures.") { $0.failures },
            .flag("devices", "No file names devices.") { $0.devices },
        ])
}
