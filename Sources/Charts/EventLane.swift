import Markup
import Values

/// A row of events below the panels of a line chart.
package struct EventLane: Sendable, Equatable {
    package struct Event: Sendable, Equatable {
        /// Its place on the horizontal axis: seconds since 1970, or a number.
        package var x: Double
        /// Its code or part, written beside the mark where there is room.
        package var label: String
        package var tone: Tone
        /// Tooltip of its mark; where further events fall on the mark, their number follows.
        package var title: String

        package init(x: Double, label: String, tone: Tone = .context, title: String) {
            self.x = x
            self.label = label
            self.tone = tone
            self.title = title
        }
    }

    package enum Kind: Sendable {
        /// A short upright bar in the event's tone, for errors.
        case ticks
        /// ▼
        case failures
        /// ✚
        case repairs
    }

    /// The name of the lane, at the left.
    package var label: String
    package var kind: Kind
    /// In any order; events beyond the horizontal axis are not drawn.
    package var events: [Event]

    package init(label: String, kind: Kind, events: [Event]) {
        self.label = label
        self.kind = kind
        self.events = events
    }

    /// Events of one tone that are less than two pixels apart are one mark.
    private struct Mark {
        let x: Double
        let event: Event
        var count: Int
    }

    func draw(
        on canvas: inout Canvas, y: Double, from left: Double, to right: Double,
        _ scale: HorizontalScale, labelRoom: Double, mostMarks: Int
    ) {
        canvas.text(label, at: Pixel(x: 0, y: y + 4), .start, ["d"], limit: labelRoom + 4)
        canvas.horizontal("gl", y: y, from: left, to: right)
        let marks = merged(scale, from: left, to: right, distance: 2)
        for (index, mark) in marks.enumerated() {
            let next = index + 1 < marks.count ? marks[index + 1].x - 8 : right + 60
            let room = next - mark.x - 9
            if !mark.event.label.isEmpty, TextMetrics.width(mark.event.label) <= room {
                let point = Pixel(x: mark.x + 8, y: y + 4)
                canvas.text(mark.event.label, at: point, .start, ["halo"])
            }
        }
        if marks.count > mostMarks {
            drawSilently(
                merged(scale, from: left, to: right, distance: 4), y: y, on: &canvas)
        } else {
            for mark in marks { draw(mark, y: y, on: &canvas) }
        }
    }

    private func merged(
        _ scale: HorizontalScale, from left: Double, to right: Double, distance: Double
    ) -> [Mark] {
        var marks: [Mark] = []
        var place: [Tone: Int] = [:]
        for event in events.filter(\.x.isFinite).sorted(by: { $0.x < $1.x }) {
            let x = scale.position(event.x)
            guard x >= left - 1, x <= right + 1 else { continue }
            if let last = place[event.tone], x - marks[last].x < distance {
                marks[last].count += 1
            } else {
                place[event.tone] = marks.count
                marks.append(Mark(x: x, event: event, count: 1))
            }
        }
        return marks
    }

    private func draw(_ mark: Mark, y: Double, on canvas: inout Canvas) {
        let title =
            mark.count > 1
            ? mark.event.title + " (+" + NumberFormat.count(mark.count - 1, style: canvas.numbers)
                + ")"
            : mark.event.title
        let pixel = Pixel(x: mark.x, y: y)
        switch kind {
        case .ticks:
            let box = Frame(left: mark.x - 1.5, top: y - 7, right: mark.x + 1.5, bottom: y + 7)
            canvas.rectangle(mark.event.tone.fill, box, radius: 1, title: title)
        case .failures: canvas.mark(.wedge, ["fail"], at: pixel, size: 5, title: title)
        case .repairs: canvas.mark(.cross, ["fink", "gap"], at: pixel, size: 4, title: title)
        }
    }

    /// So many marks that a tooltip for each would outgrow the drawing: one path for each tone.
    private func drawSilently(_ marks: [Mark], y: Double, on canvas: inout Canvas) {
        var tones: [Tone] = []
        for mark in marks where !tones.contains(mark.event.tone) { tones.append(mark.event.tone) }
        for tone in tones {
            var path = PathData()
            for mark in marks where mark.event.tone == tone {
                let pixel = Pixel(x: mark.x, y: y)
                switch kind {
                case .ticks: path.rectangle(x: mark.x - 1, y: y - 7, width: 2, height: 14)
                case .failures: MarkShape.wedge.append(to: &path, at: pixel, size: 4)
                case .repairs:
                    path.move(mark.x - 3, y)
                    path.across(to: mark.x + 3)
                    path.move(mark.x, y - 3)
                    path.upright(to: y + 3)
                }
            }
            let style: StaticString =
                switch kind {
                case .ticks: tone.fill
                case .failures: "fail"
                case .repairs: "rep"
                }
            canvas.path([style], path)
        }
    }
}
