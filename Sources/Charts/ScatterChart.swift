package import Values

/// Points in a plane: groups differ in colour, shape and outline, some points are named.
package struct ScatterChart: Chart {
    /// One point.
    package struct Mark: Sendable, Equatable {
        /// Its place across.
        package var x: Double
        /// Its place upwards.
        package var y: Double
        /// What the mark says.
        package var title: MarkTitle
        /// The name written beside it; empty for most.
        package var label: String

        /// A point; one with a value that is not finite is not drawn.
        package init(
            x: Double, y: Double, title: @autoclosure @escaping @Sendable () -> String = "",
            label: String = ""
        ) {
            self.x = x
            self.y = y
            self.title = MarkTitle(title)
            self.label = label
        }
    }

    /// Points that belong together.
    package struct Group: Sendable, Equatable {
        /// What is written at the group, "A: 39 devices"; empty: nothing.
        package var label: String
        /// What is written where there is no room for the label, "A"; empty: nothing.
        package var shortLabel: String
        /// Its points.
        package var marks: [Mark]
        /// Its colour.
        package var tone: Tone
        /// Its shape.
        package var shape: MarkShape

        /// A group.
        package init(
            label: String, shortLabel: String = "", marks: [Mark], tone: Tone, shape: MarkShape
        ) {
            self.label = label
            self.shortLabel = shortLabel
            self.marks = marks
            self.tone = tone
            self.shape = shape
        }
    }

    /// The words; the value title stands at the upward axis, with an arrow.
    package var text: ChartText
    /// What runs across, written with an arrow.
    package var acrossTitle: String
    /// The groups, those in front last.
    package var groups: [Group]
    /// The most marks that are drawn; beyond it each group is sampled evenly. A narrow drawing has
    /// room for half of `mostMarks`.
    package var limit: Int
    /// The marks that a wide drawing has room for.
    package static let mostMarks = 800

    /// A scatter chart.
    package init(
        text: ChartText, acrossTitle: String, groups: [Group], limit: Int = ScatterChart.mostMarks
    ) {
        self.text = text
        self.acrossTitle = acrossTitle
        self.groups = groups
        self.limit = limit
    }

    /// Draws at most `limit` marks, and at most 400 where it is narrow, and states how many there
    /// are; named ones are always drawn.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let count = groups.reduce(0) { $0 + $1.marks.count }
        guard count > 0 else { throw .noData }
        let sample = ScatterSample(
            groups, limit: width.isNarrow ? min(limit, Self.mostMarks / 2) : limit)
        guard sample.total > 0 else { throw .allMissing(count: count) }
        let bottom: Double =
            switch width.room {
            case .narrow: 290
            case .medium: 360
            case .wide: 384
            }
        let frame = Frame(left: 34, top: 28, right: width.pixels - 12, bottom: bottom)
        let drawing = ScatterDrawing(chart: self, sample: sample, frame: frame, width: width)
        return drawing.draw(id: id)
    }
}

/// Which marks of a scatter chart are drawn.
struct ScatterSample {
    /// The marks of each group with a place.
    let groups: [[ScatterChart.Mark]]
    /// How many marks have a place.
    let total: Int

    var drawn: Int { groups.reduce(0) { $0 + $1.count } }

    init(_ groups: [ScatterChart.Group], limit: Int) {
        let placed = groups.map { $0.marks.filter { $0.x.isFinite && $0.y.isFinite } }
        let total = placed.reduce(0) { $0 + $1.count }
        self.total = total
        guard total > limit else {
            self.groups = placed
            return
        }
        self.groups = placed.map { marks in
            let share = max(1, marks.count * limit / total)
            let step = Double(marks.count) / Double(min(share, max(1, marks.count)))
            var chosen = Set((0..<min(share, marks.count)).map { Int(clamping: Double($0) * step) })
            let named = marks.indices.filter { !marks[$0].label.isEmpty }.prefix(40)
            chosen.formUnion(named)
            return marks.indices.filter(chosen.contains).map { marks[$0] }
        }
    }
}
