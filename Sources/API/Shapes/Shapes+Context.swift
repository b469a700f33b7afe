import Reports
import Values

extension Shapes {
    /// What every answer about a data set says of its data.
    static let context: Shape<ReportContext> = .object(
        "Context", "The data that an answer is about.",
        [
            .text("set", "The data set's name.") { $0.dataset },
            .text("fingerprint", "Hash of files and corrections; it changes when they do.") {
                $0.fingerprint
            },
            .count("files", "Files that were read.") { $0.fileCount },
            .count("rows", "Rows that were kept.") { $0.rows },
            .count("rowsRefused", "Rows that were refused.") { $0.rowsRefused },
            .count("cellsRefused", "Cells that could not be read.") { $0.cellsRefused },
            .field("axis", "What times count: dates, cycles, or numbers of rows.", axisKind) {
                $0.axis
            },
            .optionalText(
                "zone", "Zone of times that name none (IANA); null without dates."
            ) { if case .time(let zone, _) = $0.axis { zone } else { nil } },
            .field("range", "The time that the data cover.", span) { $0.range },
            .field("period", "The part of it that is shown.", span) { $0.period },
            .flag("periodChosen", "Whether the address chose the period.") { $0.isPeriodChosen },
            .number("resolution", "Width of the finest bucket: seconds, cycles or rows.") {
                $0.resolution
            },
            .optional("recent", "The two spans that figures compare.", recent) { $0.recent },
            .count("devices", "Devices in the whole set.") { $0.deviceCount },
            .count("devicesShown", "Devices that pass the filter.") { $0.devicesShown },
            .list("metrics", "All readings.", metric) { $0.metrics },
            .list("codes", "All codes of events.", code) { $0.codes },
        ])

    private static let axisKind = Shape<TimeKind>(.choice(["time", "cycle", "row"])) {
        kind, json, _ in
        switch kind {
        case .time: json.text("time")
        case .cycle: json.text("cycle")
        case .row: json.text("row")
        }
    }

    private static let recent: Shape<ReportContext.RecentSpan> = .object(
        "RecentSpan", "The span that ends with the period, and the one before it.",
        [
            .moment("previousFrom", "Start of the span before; it ends at from.") {
                $0.previousFrom
            },
            .moment("from", "Start of the recent span.") { $0.from },
            .moment("to", "Its end, which does not belong to it.") { $0.to },
        ])
}
