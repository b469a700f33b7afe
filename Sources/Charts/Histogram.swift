import Values

/// How values are spread: counts in bins of equal width whose ends are round numbers.
package struct Histogram: Chart {
    /// The words; the value title names the value with its unit, below the axis.
    package var text: ChartText
    /// What is counted, above the upright axis: "devices".
    package var countTitle: String
    /// Where the bins end, ascending; one more than there are counts.
    package let edges: [Double]
    /// How many values fall into each bin; the last one holds its upper end too.
    package let counts: [Int]
    /// How many values were missing or not finite.
    package let missing: Int
    /// Values marked by an upright line, with what it says: "limit given: 120".
    package var references: [(value: Double, label: String)]
    private let total: Int

    /// A histogram of values in about `bins` bins with a width of 1, 2 or 5 × 10ⁿ.
    ///
    /// Missing and not finite values are counted apart. Complexity: O(values).
    package init(
        text: ChartText, countTitle: String, values: [Double?], bins: Int = 16,
        references: [(value: Double, label: String)] = []
    ) {
        let finite = values.compactMap { $0 }.filter(\.isFinite)
        let wished = Double(min(max(bins, 2), 60))
        let edges = Self.edges(finite, bins: wished)
        self.text = text
        self.countTitle = countTitle
        self.edges = edges
        self.references = references
        missing = values.count - finite.count
        total = values.count
        counts = Self.counts(finite, edges)
    }

    /// Draws the bins; throws where no value is present.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        guard total > 0 else { throw .noData }
        guard missing < total else { throw .allMissing(count: total) }
        let upward = LinearScale(
            values: counts.map(Double.init), from: 158, to: 26, includesZero: true, spacing: 35)
        let frame = Frame(
            left: Canvas.labelWidth(upward) + 12, top: 26, right: width.pixels - 14, bottom: 158)
        let across = LinearScale(
            values: edges, from: frame.left, to: frame.right, spacing: 80)
        var canvas = Canvas()
        canvas.text(countTitle, at: Pixel(x: 0, y: 11), limit: width.pixels)
        canvas.valueGrid(upward, frame)
        for (index, count) in counts.enumerated() where count > 0 {
            let left = across.position(edges[index])
            let right = across.position(edges[index + 1])
            let gap = right - left > 5 ? 1.5 : 0.5
            let box = Frame(
                left: left, top: upward.position(Double(count)), right: right - gap,
                bottom: upward.baseline)
            canvas.rectangle("fm", box, title: title(index))
        }
        lines(across, frame, on: &canvas)
        canvas.horizontalAxis(.linear(across, title: text.valueTitle), frame, right: width.pixels)
        return canvas.drawing(
            text, width: width,
            height: frame.bottom + Canvas.crossAxisHeight(text.valueTitle, right: frame.right),
            id: id)
    }

    private func lines(_ across: LinearScale, _ frame: Frame, on canvas: inout Canvas) {
        for reference in references
        where reference.value.isFinite && across.domain.contains(reference.value) {
            let x = across.position(reference.value)
            canvas.vertical("cut", x: x, from: frame.top - 2, to: frame.bottom)
            let isLeft = x + TextMetrics.width(reference.label) + 8 > frame.right
            canvas.text(
                reference.label, at: Pixel(x: isLeft ? x - 6 : x + 6, y: frame.top + 8),
                isLeft ? .end : .start, ["halo"], limit: frame.width)
        }
    }

    /// `20 to 25: 14`, without words so that it needs no language.
    private func title(_ index: Int) -> String {
        let format = AxisFormat(
            step: edges[1] - edges[0],
            largest: max(edges.first?.magnitude ?? 0, edges.last?.magnitude ?? 0))
        return format.text(edges[index]) + " – " + format.text(edges[index + 1]) + ": "
            + NumberFormat.count(counts[index])
    }

    private static func edges(_ values: [Double], bins: Double) -> [Double] {
        LinearScale(values: values, from: 0, to: bins, spacing: 1, most: 60).ticks
    }

    private static func counts(_ values: [Double], _ edges: [Double]) -> [Int] {
        var counts = Array(repeating: 0, count: max(1, edges.count - 1))
        guard let first = edges.first, let last = edges.last, last > first else { return counts }
        let scale = Double(counts.count) / (last - first)
        for value in values {
            guard let bin = ((value - first) * scale).place(in: counts.count) else { continue }
            counts[bin] += 1
        }
        return counts
    }
}
