package import Values

/// How a figure depends on a choice, such as the number of groups, with the choice marked. Two
/// figures stand side by side, or one below the other on a narrow page.
package struct CurveChart: Chart {
    package struct Panel: Sendable, Equatable {
        /// The figure's name, above the panel.
        package var valueTitle: String
        /// The value at each place, in any order.
        package var points: [Point]
        /// A curve to compare with, drawn dashed.
        package var comparison: [Point]
        /// Written at the chosen point: its value.
        package var choiceLabel: String
        /// Whether the value axis includes 0.
        package var startsAtZero: Bool

        package init(
            valueTitle: String, points: [Point], comparison: [Point] = [],
            choiceLabel: String, startsAtZero: Bool = true
        ) {
            self.comparison = comparison

            self.valueTitle = valueTitle
            self.points = points
            self.choiceLabel = choiceLabel
            self.startsAtZero = startsAtZero
        }
    }

    package struct Point: Sendable, Equatable {
        /// A number of groups, a rank.
        package var x: Double
        package var interval: Interval

        package init(x: Double, interval: Interval) {
            self.x = x
            self.interval = interval
        }
    }

    package var text: ChartText
    /// What the places are, "number of groups".
    package var acrossTitle: String
    /// One or two figures; more are not drawn.
    package var panels: [Panel]
    /// The place that was chosen; nil where none was. Where no point has it, the nearest is marked.
    package var choice: Double?

    package init(text: ChartText, acrossTitle: String, panels: [Panel], choice: Double?) {
        self.text = text
        self.acrossTitle = acrossTitle
        self.panels = panels
        self.choice = choice
    }

    /// Throws where no point of the first two panels has a finite value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let shown = Array(panels.prefix(2))
        let points = shown.flatMap(\.points)
        guard !points.isEmpty else { throw .noData }
        guard points.contains(where: { $0.interval.value?.isFinite == true && $0.x.isFinite })
        else { throw .allMissing(count: points.count) }
        var canvas = Canvas(text.numbers)
        var count = PointCount(budget: 1_600, lines: shown.count)
        for (index, panel) in shown.enumerated() {
            let frame = self.frame(index, of: shown.count, width)
            let drawing = CurvePanelDrawing(
                panel: panel, outer: frame, choice: choice, acrossTitle: acrossTitle,
                numbers: text.numbers)
            drawing.draw(on: &canvas, count: &count)
        }
        let rows = width.isNarrow ? shown.count : 1
        return canvas.drawing(
            text, width: width, height: Double(rows) * 214 - 18, id: id,
            reduction: count.reduction)
    }

    /// A panel with its labels and titles.
    private func frame(_ index: Int, of count: Int, _ width: ChartWidth) -> Frame {
        guard count > 1, !width.isNarrow else {
            let top = Double(index) * 214
            return Frame(left: 0, top: top, right: width.pixels, bottom: top + 196)
        }
        let each = (width.pixels - 28) / 2
        let left = Double(index) * (each + 28)
        return Frame(left: left, top: 0, right: left + each, bottom: 196)
    }
}
