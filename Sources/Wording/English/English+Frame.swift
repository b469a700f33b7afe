import Reports
import Values

extension EnglishPhrases {
    func title(of page: Page) -> String {
        switch page {
        case .overview: "Overview"
        case .clusters: "Clusters"
        case .trends: "Trends"
        case .diagnostics: "Diagnostics"
        case .importFiles: "Import"
        case .rows: "Rows"
        case .compare: "Compare"
        }
    }

    func question(of page: Page) -> String {
        switch page {
        case .overview: "Which devices need attention, and since when?"
        case .clusters: "Which devices behave alike, and can the groups be trusted?"
        case .trends: "Is the fleet getting better or worse?"
        case .diagnostics: "What is wrong, why, and what comes next?"
        case .importFiles: "What was read, what was refused, and is every column understood?"
        case .rows: "Which rows of the files are behind this figure?"
        case .compare: "What differs, and is it more than chance?"
        }
    }

    func dataUntil(_ time: Double) -> String {
        let zone = format.zoneName.map { ", " + $0 } ?? ""
        return "data until " + format.moment(time) + zone
    }

    func period(_ range: ClosedRange<Double>) -> String {
        switch format.axis {
        case .time(let name, let isStated):
            let zone = isStated ? name : "local time (the files name no zone)"
            return ends(range, format.moment) + ", " + zone
        case .cycle:
            return "cycles \(format.place(range.lowerBound)) to \(format.place(range.upperBound))"
        case .row:
            return "rows \(format.place(range.lowerBound)) to \(format.place(range.upperBound))"
        }
    }

    func shortPeriod(_ range: ClosedRange<Double>) -> String {
        guard case .time = format.axis else { return period(range) }
        return ends(range, format.writing(of: range)) + commaZone
    }

    /// `2 Feb to 5 Feb`, or `2 Feb` where both ends are written so.
    func ends(_ range: ClosedRange<Double>, _ write: (Double) -> String) -> String {
        switch format.ends(range.lowerBound, range.upperBound, write) {
        case .one(let text): text
        case .two(let low, let high): fromTo(low, high)
        }
    }

    func periodOption(whole: Double) -> String {
        whole > 0 ? "All, " + format.length(whole) : "All"
    }

    func periodOption(_ stretch: Stretch) -> String {
        "Last " + length(stretch)
    }

    /// `4 weeks`, `24 hours`, `200 cycles`.
    func length(_ stretch: Stretch) -> String {
        format.text(format.measured(stretch))
    }

    func recentSpan(_ span: ReportContext.RecentSpan) -> String {
        "last " + recentLength(span)
    }

    func recentHead(_ span: ReportContext.RecentSpan) -> String {
        capitalised(recentSpan(span))
    }

    func recentLength(_ span: ReportContext.RecentSpan) -> String {
        format.text(format.measured(span))
    }

    func refreshOption(_ seconds: Int) -> String {
        switch RefreshInterval(seconds: seconds) {
        case .off: "Off"
        case .seconds(let count): "\(count) s"
        case .minutes(let count): "\(count) min"
        }
    }

    func themeOption(_ theme: Theme) -> String {
        switch theme {
        case .auto: "Auto"
        case .light: "Light"
        case .dark: "Dark"
        }
    }

    func all(_ count: Int) -> String { "all " + format.count(count) }

    func importBadge(files: Int, rowsRefused: Int, cellsRefused: Int) -> String {
        let rows = format.counted(rowsRefused, "row", "rows")
        let cells = format.counted(cellsRefused, "cell", "cells")
        let refused = [
            rowsRefused > 0 || cellsRefused == 0 ? rows : "", cellsRefused > 0 ? cells : "",
        ]
        return format.counted(files, "file", "files") + ", "
            + list(refused.filter { !$0.isEmpty }) + " refused"
    }

    func filesAndHash(_ context: ReportContext) -> (text: String, hash: String) {
        let files = format.counted(context.fileCount, "file", "files")
        return ("\(context.dataset): \(files), hash", context.fingerprint)
    }

    func status(_ status: Status) -> String {
        switch status {
        case .ok: "OK"
        case .warning: "Warning"
        case .critical: "Critical"
        }
    }

    func device(_ name: String, atStart: Bool) -> String {
        if name.isEmpty { return atStart ? "The device" : "the device" }
        guard isBareNumber(name) else { return name }
        return (atStart ? "Device " : "device ") + name
    }

    func events(_ kind: EventKind, _ count: Int) -> String {
        let isOne = count == 1
        switch kind {
        case .error: return isOne ? "error" : "errors"
        case .failure: return isOne ? "failure" : "failures"
        case .repair: return isOne ? "repair" : "repairs"
        case .other: return isOne ? "event" : "events"
        }
    }

    func eventNames(_ kind: EventKind) -> String { events(kind, 2) }

    func devices(_ count: Int) -> String { format.counted(count, "device", "devices") }

    func slices(_ width: TimeStep) -> String {
        switch width {
        case .hour: "hours"
        case .day: "days"
        case .week: "calendar weeks from Monday"
        case .month: "months"
        case .width(let width): "steps of " + format.length(width)
        }
    }

    func slice(_ width: TimeStep) -> String {
        switch width {
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .width: "step"
        }
    }

    func feature(_ feature: FeatureKind) -> String {
        switch feature {
        case .mean(let metric): "mean " + metric.name
        case .spread(let metric): "spread of " + metric.name
        case .slope(let metric): "slope of " + metric.name
        case .excursions(let metric): metric.name + " out of band"
        case .sends(let metric): "presence of " + metric.name
        case .eventRate(let kind): events(kind, 2) + " per day"
        case .codeRate(let code): self.code(code) + (code.kind == .failure ? " failures" : "")
        case .missing: "missing readings"
        case .attribute(let name): name
        }
    }

    func nothingToDraw(_ reason: NothingToDraw) -> String {
        switch reason {
        case .noData: "Nothing to draw: there are no such values in the period."
        case .allMissing(let count):
            count == 1
                ? "Nothing to draw: the only value is missing."
                : "Nothing to draw: all \(format.count(count)) values are missing."
        case .tooManyParts, .noShares: "Nothing to draw: the parts do not add up to a whole."
        }
    }

    func reduction(_ reduction: Reduction) -> String {
        let total = format.count(reduction.total)
        let drawn = format.count(reduction.drawn)
        switch reduction.item {
        case .points: return "\(total) points drawn as \(drawn): minimum and maximum per pixel."
        case .marks: return "\(total) marks drawn as \(drawn), sampled evenly."
        case .columns: return "The last \(drawn) of \(total) columns are drawn."
        case .rows: return "The first \(drawn) of \(total) rows are drawn."
        }
    }

    func narrowReduction(_ reduction: Reduction) -> String {
        let drawn = format.count(reduction.drawn)
        switch reduction.item {
        case .points, .marks: return "this narrow screen shows \(drawn) marks"
        case .columns: return "this narrow screen shows the last \(drawn) columns"
        case .rows: return "this narrow screen shows the first \(drawn) rows"
        }
    }

    func tableShown(rows: Int, of total: Int) -> String {
        "The first \(format.count(rows)) of \(format.count(total)) rows."
    }

    func fromTo(_ low: String, _ high: String) -> String { "\(low) to \(high)" }

    func pageOf(_ range: ClosedRange<Int>, total: Int) -> String {
        "\(format.count(range.lowerBound)) to \(format.count(range.upperBound)) of "
            + format.count(total)
    }

    func sampleSize(_ count: Int) -> String { "n = " + format.count(count) }
}
