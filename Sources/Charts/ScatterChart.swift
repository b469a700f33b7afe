package import Values

/// Points in a plane: groups differ in colour, shape and outline; some points are named.
package struct ScatterChart: Chart {
    /// One point; not drawn unless both its values are finite.
    package struct Mark: Sendable, Equatable {
        package var x: Double
        package var y: Double
        /// Tooltip of the mark; many marks of a dense chart have none.
        package var title: MarkTitle
        /// Written beside the mark where there is room; empty for most.
        package var label: String

        /// - Parameter title: made only where it is written.
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

    package struct Group: Sendable, Equatable {
        /// Written at the group, "A: 39 devices"; empty for nothing.
        package var label: String
        /// Written where there is no room for the label, "A"; empty for nothing.
        package var shortLabel: String
        package var marks: [Mark]
        /// A group of the tone `.series` has an outline around its points.
        package var tone: Tone
        package var shape: MarkShape

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

    /// The value title names the upward axis.
    package var text: ChartText
    /// Names the axis that runs across.
    package var acrossTitle: String
    /// The later ones in front.
    package var groups: [Group]
    /// More marks are thinned evenly in each group, to this number in all; a narrow drawing has
    /// half of `mostMarks` at most.
    package var limit: Int
    /// The marks for which a wide drawing has room.
    package static let mostMarks = 800

    package init(
        text: ChartText, acrossTitle: String, groups: [Group], limit: Int = ScatterChart.mostMarks
    ) {
        self.text = text
        self.acrossTitle = acrossTitle
        self.groups = groups
        self.limit = limit
    }

    /// Draws about `limit` marks at most, and states how many there are. Each group keeps at least
    /// one mark, and its first 40 named ones. Throws where no mark has two finite values.
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

/// The marks of a scatter chart that are drawn.
struct ScatterSample {
    /// The chosen marks of each group, in their order.
    let groups: [[ScatterChart.Mark]]
    /// How many marks have two finite values.
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
