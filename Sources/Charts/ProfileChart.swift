import Markup
package import Values

/// What sets groups apart: a panel for each group, a row for each feature, all on one scale around
/// a stated middle.
package struct ProfileChart: Chart {
    package struct Group: Sendable, Equatable {
        /// The name with the size, "A: 39 devices".
        package var label: String
        /// One for each feature, in the order of `features`; further ones are not drawn.
        package var intervals: [Interval]
        package var tone: Tone
        package var shape: MarkShape

        package init(label: String, intervals: [Interval], tone: Tone, shape: MarkShape) {
            self.label = label
            self.intervals = intervals
            self.tone = tone
            self.shape = shape
        }
    }

    /// The value title names the middle, "standard deviations from the mean of the fleet (0)".
    package var text: ChartText
    /// The names of the rows, from the top.
    package var features: [String]
    /// From the left, then in further rows of panels.
    package var groups: [Group]
    /// The most rows and panels drawn.
    package static let limit = (features: 24, groups: 8)

    package init(text: ChartText, features: [String], groups: [Group]) {
        self.text = text
        self.features = features
        self.groups = groups
    }

    /// Draws one to four panels in a row, by the width; throws where there is no finite value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let shown = Array(groups.prefix(Self.limit.groups))
        let names = Array(features.prefix(Self.limit.features))
        guard !names.isEmpty, !shown.isEmpty else { throw .noData }
        let values = shown.flatMap { $0.intervals.prefix(names.count) }.flatMap(\.values)
        let hasValue = shown.contains { group in
            group.intervals.prefix(names.count).contains { $0.value?.isFinite == true }
        }
        guard hasValue else { throw .allMissing(count: names.count * shown.count) }
        let layout = ProfileLayout(names: names, groups: shown.count, width: width)
        var canvas = Canvas(text.numbers)
        for (index, group) in shown.enumerated() {
            let frame = layout.frame(index)
            if index % layout.perRow == 0 { rowNames(names, frame, layout, on: &canvas) }
            let scale = LinearScale(
                values: values, from: frame.left, to: frame.right, includesZero: true,
                spacing: 64)
            panel(group, names.count, frame, scale, width, on: &canvas)
        }
        let last = layout.frame(shown.count - 1)
        canvas.axisTitle(text.valueTitle, right: width.pixels - 4, y: last.bottom + 34)
        return canvas.drawing(
            text, width: width,
            height: last.bottom + Canvas.crossAxisHeight(text.valueTitle, right: width.pixels - 4),
            id: id,
            reduction: Reduction(.rows, total: features.count, drawn: names.count))
    }

    private func rowNames(
        _ names: [String], _ frame: Frame, _ layout: ProfileLayout, on canvas: inout Canvas
    ) {
        for (index, name) in names.enumerated() {
            let y = frame.top + (Double(index) + 0.5) * ProfileLayout.rowPitch
            let point = Pixel(x: layout.nameWidth, y: y + 4)
            canvas.text(name, at: point, .end, ["d"], limit: layout.nameWidth, cut: .middle)
        }
    }

    private func panel(
        _ group: Group, _ rows: Int, _ frame: Frame, _ scale: LinearScale, _ width: ChartWidth,
        on canvas: inout Canvas
    ) {
        canvas.mark(
            group.shape, [group.tone.fill], at: Pixel(x: frame.left, y: frame.top - 17), size: 4.4)
        canvas.text(
            group.label, at: Pixel(x: frame.left + 12, y: frame.top - 13), .start, ["b"],
            limit: frame.width)
        canvas.crossGrid(scale, frame, right: width.pixels)
        for (index, interval) in group.intervals.prefix(rows).enumerated() {
            guard let value = interval.value, value.isFinite else { continue }
            let y = frame.top + (Double(index) + 0.5) * ProfileLayout.rowPitch
            let x = scale.position(value)
            canvas.horizontal("lk", y: y, from: scale.baseline, to: x)
            canvas.whisker(interval, group.tone, y: y, scale)
            canvas.mark(
                group.shape, [group.tone.fill], at: Pixel(x: x, y: y), size: 4.2,
                title: interval.title)
        }
    }
}

/// Where the panels of a profile stand.
struct ProfileLayout {
    static let rowPitch = 27.0
    let nameWidth: Double
    let perRow: Int
    private let panelWidth: Double
    private let height: Double

    init(names: [String], groups: Int, width: ChartWidth) {
        let widest = names.map { TextMetrics.width($0) }.max() ?? 0
        nameWidth = min(widest, width.pixels * 0.36)
        let most =
            switch width.room {
            case .narrow: 1
            case .medium: 2
            case .wide: width.pixels > 1_000 ? 4 : 3
            }
        perRow = min(most, groups)
        let room = width.pixels - nameWidth - 30
        panelWidth = (room - 36 * Double(perRow - 1)) / Double(perRow)
        height = Double(names.count) * Self.rowPitch
    }

    func frame(_ index: Int) -> Frame {
        let left = nameWidth + 16 + Double(index % perRow) * (panelWidth + 36)
        let top = 26 + Double(index / perRow) * (height + 62)
        return Frame(left: left, top: top, right: left + panelWidth, bottom: top + height)
    }
}
