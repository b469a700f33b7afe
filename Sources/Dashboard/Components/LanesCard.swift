internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// Devices × time: how much was wrong when.
struct LanesCard {
    let page: PageContext
    let lanes: OverviewReport.Lanes
    let context: ReportContext

    var markup: Markup {
        let words = page.phrases.lanes(lanes, context)
        let highest = lanes.values.joined().compactMap { $0 }.filter(\.isFinite).max() ?? 0
        let ends = page.phrases.laneEnds(lanes, highest: highest)
        var key: [Key.Entry] = [.ramp(from: ends.low, to: ends.high)]
        if lanes.failures.contains(where: { !$0.isEmpty }) {
            key.append(.failure(page.label(.failureMark)))
        }
        let hasMissing = lanes.values.contains { $0.contains { $0 == nil } }
        if hasMissing { key.append(.missing(page.label(.noDataMark))) }
        let chart = HeatMap(
            text: page.chartText(title: words.title, description: words.say.plain),
            rows: lanes.devices.indices.map { row($0, highest) }, columns: columns)
        return page.panel(
            "h-lanes", .whole, words, chart, place: .full, key: key, table: table(words.title))
    }

    private var columns: HeatMap.Columns {
        let starts = lanes.slices.map(\.from)
        if case .time = context.axis {
            return .times(starts: starts, end: lanes.slices.last?.to ?? 0, page.calendar)
        }
        return .names(starts.map(page.format.place))
    }

    private func row(_ index: Int, _ highest: Double) -> HeatMap.Row {
        let device = lanes.devices[index]
        let name = page.phrases.device(device.name, atStart: false)
        let values = lanes.values.indices.contains(index) ? lanes.values[index] : []
        let failures = Set(lanes.failures.indices.contains(index) ? lanes.failures[index] : [])
        let cells = lanes.slices.indices.map { column -> HeatMap.Cell in
            let value = values.indices.contains(column) ? values[column] : nil
            let isMarked = failures.contains(column)
            // Only cells with content have tooltips: the empty ones of a level are drawn as one
            // path.
            guard let value, value.isFinite else {
                return HeatMap.Cell(level: nil, isMarked: isMarked)
            }
            guard value > 0 || isMarked else { return HeatMap.Cell(level: 0) }
            let place = page.format.shortMoment(lanes.slices[column].from)
            let text = page.phrases.laneValue(value, lanes)
            return HeatMap.Cell(
                level: Self.level(value, highest), title: "\(name), \(place): \(text)",
                isMarked: isMarked)
        }
        return HeatMap.Row(label: name, cells: cells)
    }

    /// Step 0 is for zero alone; the highest value has step 6.
    static func level(_ value: Double, _ highest: Double) -> Int {
        guard value > 0, highest > 0 else { return 0 }
        return min(6, max(1, Int(clamping: (value / highest * 6).rounded(.up))))
    }

    private func table(_ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [.init(title: page.label(.device))]
                + lanes.slices.map { .init(title: page.format.place($0.from), isNumber: true) },
            rows: zip(lanes.devices, lanes.values).map { device, values in
                [.init(page.device(device))]
                    + values.map { .init($0.map(page.format.figure) ?? NumberFormat.missing) }
            })
    }
}
