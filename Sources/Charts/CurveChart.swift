package import Values

/// How a figure changes with a choice, such as the number of groups, with the choice marked; two
/// figures stand beside each other, below each other on a narrow page.
package struct CurveChart: Chart {
    /// One figure.
    package struct Panel: Sendable, Equatable {
        /// Its name, above the panel.
        package var valueTitle: String
        /// Its value with an interval at each place.
        package var points: [Point]
        /// What the values are to be held against, drawn dashed.
        package var comparison: [Point]
        /// What stands at the marked point, its value.
        package var choiceLabel: String
        /// Whether the axis starts at 0.
        package var startsAtZero: Bool

        /// A figure.
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

    /// A value at one place.
    package struct Point: Sendable, Equatable {
        /// The place: a number of groups, a rank.
        package var x: Double
        /// The value with its interval.
        package var interval: Interval

        /// A value at a place.
        package init(x: Double, interval: Interval) {
            self.x = x
            self.interval = interval
        }
    }

    /// The words.
    package var text: ChartText
    /// What runs across, "number of groups".
    package var acrossTitle: String
    /// One or two figures.
    package var panels: [Panel]
    /// The place that was chosen; nil where none was.
    package var choice: Double?

    /// Curves with a marked choice.
    package init(text: ChartText, acrossTitle: String, panels: [Panel], choice: Double?) {
        self.text = text
        self.acrossTitle = acrossTitle
        self.panels = panels
        self.choice = choice
    }

    /// Draws the first two figures; throws where no point has a value.
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

    /// The whole room of a panel, with its labels.
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
