import Reports
import Values

extension FindingFigures {
    /// Findings about devices and their data; false for those of other functions.
    mutating func describe(_ kind: Finding.Kind) -> Bool {
        switch kind {
        case .devicesOut(let count, let total, let ordinary, let at):
            say("devices_out")
            number("count", count)
            number("total", total)
            number("ordinary", ordinary)
            moment("at", at)
        case .episode(let episode):
            say("episode", episode.devices)
            number("severity", episode.severity)
        case .mostFailures(let device, let count, let withoutAny, _):
            say("most_failures", [device])
            number("count", count)
            number("devices_without", withoutAny)
        case .mostErrors(let device, let count, let median):
            say("most_errors", [device])
            number("count", count)
            number("median", median)
        case .labelledAt(let devices, let share, let total):
            say("labelled_at", devices)
            number("share", share)
            number("total", total)
        case .labelledDiffer(let differences, let count, let total):
            say("labelled_differ")
            number("count", count)
            number("total", total)
            add(differences)
        case .labelledRates(let attribute, let shares):
            say("labelled_rates")
            text("attribute", attribute)
            for share in shares { number("share_" + share.value, share.share) }
        case .apartOfFew(let device, let differences):
            say("apart_of_few", [device])
            add(differences)
        case .groupApart(
            let attribute, let value, let metric, let mean, let others, let count, let z):
            say("group_apart")
            text("attribute", attribute)
            text("value", value)
            text("metric", metric.name)
            number("mean", mean)
            number("others", others)
            number("devices", count)
            number("z", z)
        case .glitches(let metric, let count, let devices):
            say("glitches", devices)
            text("metric", metric.name)
            number("count", count)
        case .nothingUnusual(let devices):
            say("nothing_unusual")
            number("devices", devices)
        case .constant(let metrics):
            say("constant")
            text("metrics", metrics.map(\.name).joined(separator: ", "))
        default: return describeData(kind)
        }
        return true
    }

    private mutating func describeData(_ kind: Finding.Kind) -> Bool {
        switch kind {
        case .missing(let metric, let share, let count):
            say("missing")
            text("metric", metric.name)
            number("share", share)
            number("count", count)
        case .refusedCells(let count, let rows):
            say("refused_cells")
            number("count", count)
            number("rows", rows)
        case .logSpan(let kind, let from, let to):
            say("log_span")
            text("kind", kind.rawValue)
            moment("from", from)
            moment("to", to)
        case .strayRows(let count, let at):
            say("stray_rows")
            number("count", count)
            moment("at", at)
        case .correlated(let first, let second, let r):
            say("correlated")
            text("metric", first.name)
            text("with", second.name)
            number("r", r)
        case .partYears(let years):
            say("part_years")
            for year in years { number("months_\(year.year)", year.months) }
        default: return false
        }
        return true
    }

    private mutating func add(_ differences: [ReadingDifference]) {
        for difference in differences {
            number(difference.metric.name, difference.value)
            number(difference.metric.name + "_low", difference.low)
            number(difference.metric.name + "_high", difference.high)
        }
    }
}
