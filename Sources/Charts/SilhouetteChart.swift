import Markup
package import Values

/// A thin column for each member of a group, the highest first, with the group's name and mean
/// below.
package struct SilhouetteChart: Chart {
    /// One member; not drawn unless its value is finite.
    package struct Member: Sendable, Equatable {
        /// −1…1 for a silhouette.
        package var value: Double
        /// Tooltip of the column.
        package var title: MarkTitle

        /// - Parameter title: made only where the column keeps a tooltip.
        package init(value: Double, title: @autoclosure @escaping @Sendable () -> String) {
            self.value = value
            self.title = MarkTitle(title)
        }
    }

    package struct Group: Sendable, Equatable {
        package var label: String
        /// Written below the name: the group's mean.
        package var detail: String
        /// In any order; sorted when drawn.
        package var members: [Member]
        package var tone: Tone

        package init(label: String, detail: String, members: [Member], tone: Tone) {
            self.label = label
            self.detail = detail
            self.members = members
            self.tone = tone
        }
    }

    /// The value title stands above the axis.
    package var text: ChartText
    /// From the left.
    package var groups: [Group]

    package init(text: ChartText, groups: [Group]) {
        self.text = text
        self.groups = groups
    }

    /// Draws all members; where there are more than columns, each column shows the middle one of
    /// those it stands for. Throws where no member has a finite value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let sorted = groups.map { group in
            group.members.filter(\.value.isFinite).sorted { $0.value > $1.value }
        }
        let total = sorted.reduce(0) { $0 + $1.count }
        let given = groups.reduce(0) { $0 + $1.members.count }
        guard given > 0 else { throw .noData }
        guard total > 0 else { throw .allMissing(count: given) }
        let values = sorted.joined().map(\.value)
        var frame = Frame(left: 0, top: 26, right: width.pixels, bottom: 192)
        let scale = LinearScale(
            values: values, from: frame.bottom, to: frame.top, includesZero: true, spacing: 40)
        frame.left = Canvas.labelWidth(scale, text.numbers) + 12
        var canvas = Canvas(text.numbers)
        canvas.text(text.valueTitle, at: Pixel(x: 0, y: 11), limit: width.pixels)
        canvas.valueGrid(scale, frame)
        let drawn = columns(sorted, total, frame, scale, on: &canvas)
        return canvas.drawing(
            text, width: width, height: 234, id: id,
            reduction: Reduction(.marks, total: total, drawn: drawn))
    }

    private func columns(
        _ sorted: [[Member]], _ total: Int, _ frame: Frame, _ scale: LinearScale,
        on canvas: inout Canvas
    ) -> Int {
        let gaps = 6 * Double(max(0, sorted.filter { !$0.isEmpty }.count - 1))
        let room = max(1, frame.width - gaps)
        let affordable = Int(clamping: room / 2)
        var x = frame.left
        var drawn = 0
        for (group, members) in zip(groups, sorted) where !members.isEmpty {
            let length = room * Double(members.count) / Double(total)
            let most = max(1, affordable * members.count / total)
            let shown = Self.sampled(members, to: most)
            drawn += shown.count
            self.group(group, shown, from: x, length, scale, on: &canvas)
            labels(group, middle: x + length / 2, length, frame, on: &canvas)
            x += length + 6
        }
        return drawn
    }

    private static func sampled(_ members: [Member], to most: Int) -> [Member] {
        guard members.count > most else { return members }
        return (0..<most).map { members[(2 * $0 + 1) * members.count / (2 * most)] }
    }

    /// Columns with a tooltip are elements of their own; a group of more than 300 is one path.
    private func group(
        _ group: Group, _ shown: [Member], from start: Double, _ length: Double,
        _ scale: LinearScale, on canvas: inout Canvas
    ) {
        let pitch = min(length / Double(shown.count), 14)
        let thickness = max(pitch - (pitch > 3 ? 0.8 : 0.3), 0.5)
        var silent = PathData()
        for (index, member) in shown.enumerated() {
            let x = start + Double(index) * pitch
            let end = scale.position(member.value)
            let box = Frame(
                left: x, top: min(end, scale.baseline), right: x + thickness,
                bottom: max(end, scale.baseline, min(end, scale.baseline) + 0.5))
            let title = canvas.allowsTitle && shown.count <= 300 ? member.title.text : ""
            if !title.isEmpty {
                canvas.rectangle(group.tone.fill, box, title: title)
            } else {
                silent.rectangle(x: box.left, y: box.top, width: box.width, height: box.height)
            }
        }
        canvas.path([group.tone.fill], silent)
    }

    private func labels(
        _ group: Group, middle: Double, _ length: Double, _ frame: Frame, on canvas: inout Canvas
    ) {
        let room = length + 2
        guard TextMetrics.width("A…", isBold: true) <= room else { return }
        canvas.text(
            group.label, at: Pixel(x: middle, y: frame.bottom + 22), .middle, ["b"], limit: room)
        if TextMetrics.width(group.detail) <= room {
            canvas.text(group.detail, at: Pixel(x: middle, y: frame.bottom + 38), .middle)
        }
    }
}
