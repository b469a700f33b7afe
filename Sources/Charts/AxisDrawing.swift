import Values

extension Canvas {
    /// The grid of the value axis with its labels to the left; the line of 0 stands out.
    mutating func valueGrid(_ scale: LinearScale, _ frame: Frame, hasLabels: Bool = true) {
        let format = scale.format
        let base = scale.ticks.first { $0 == 0 }
        for tick in scale.ticks {
            let y = scale.position(tick)
            horizontal(tick == base ? "grid0" : "gl", y: y, from: frame.left, to: frame.right)
        }
        guard hasLabels else { return }
        for tick in scale.ticks {
            let point = Pixel(x: frame.left - 8, y: scale.position(tick) + 4)
            text(format.text(tick, numbers), at: point, .end)
        }
    }

    /// The grid of a value axis that runs across, with its labels below; labels end before `limit`.
    mutating func crossGrid(_ scale: LinearScale, _ frame: Frame, right limit: Double) {
        let format = scale.format
        for tick in scale.ticks {
            let x = scale.position(tick)
            vertical(tick == 0 ? "grid0" : "gl", x: x, from: frame.top, to: frame.bottom)
        }
        tickLabels(
            scale.ticks.map { (scale.position($0), format.text($0, numbers)) },
            y: frame.bottom + 17,
            right: limit)
    }

    /// Ticks and labels of the horizontal axis below the data; the drawing ends at `limit`.
    mutating func horizontalAxis(_ scale: HorizontalScale, _ frame: Frame, right limit: Double) {
        switch scale {
        case .time(let scale): timeAxis(scale, frame, right: limit)
        case .linear(let scale, let title):
            for tick in scale.ticks {
                let x = scale.position(tick)
                vertical("tick", x: x, from: frame.bottom, to: frame.bottom + 5)
            }
            let format = scale.format
            tickLabels(
                scale.ticks.map { (scale.position($0), format.text($0, numbers)) },
                y: frame.bottom + 18,
                right: limit)
            axisTitle(title, right: frame.right, y: frame.bottom + 36)
        }
    }

    /// The title below an axis that runs across, right-aligned; broken where it is wider than
    /// `right`.
    mutating func axisTitle(_ title: String, right: Double, y: Double) {
        for (index, line) in TextMetrics.lines(title, width: right).enumerated() {
            let point = Pixel(x: right, y: y + Double(index) * TextMetrics.lineHeight)
            text(line, at: point, .end, ["d"], limit: right)
        }
    }

    /// Pixels below the data for the labels of an axis that runs across, and for its title.
    static func crossAxisHeight(_ title: String, right: Double) -> Double {
        let lines = TextMetrics.lines(title, width: right).count
        return lines == 0 ? 26 : 27 + Double(lines) * TextMetrics.lineHeight
    }

    private mutating func timeAxis(_ scale: TimeScale, _ frame: Frame, right limit: Double) {
        for moment in scale.minorTicks {
            let x = scale.position(moment)
            vertical("tick", x: x, from: frame.bottom, to: frame.bottom + 4)
        }
        for tick in scale.ticks {
            let x = scale.position(tick.moment)
            vertical("tick", x: x, from: frame.bottom, to: frame.bottom + 6)
        }
        let first = scale.ticks.map { (scale.position($0.moment), $0.label) }
        tickLabels(first, y: frame.bottom + 19, right: limit)
        let second = scale.ticks.compactMap { tick in
            tick.context.map { (scale.position(tick.moment), $0) }
        }
        tickLabels(second, y: frame.bottom + 34, right: limit, spared: first)
    }

    /// Centred labels; one that would leave the drawing is aligned with its edge, one that would
    /// touch the label before it is left out.
    ///
    /// - Parameter spared: labels of the line above. A label stands out of the middle where the one
    ///   above it at the same place does on the right, so that both stay aligned.
    private mutating func tickLabels(
        _ labels: [(x: Double, text: String)], y: Double, right limit: Double,
        spared: [(x: Double, text: String)] = []
    ) {
        var occupied = -Double.infinity
        for label in labels {
            let half = TextMetrics.width(label.text) / 2
            let above = spared.first { $0.x == label.x }.map { TextMetrics.width($0.text) / 2 }
            let anchor: Anchor =
                label.x + max(half, above ?? 0) > limit + 2
                ? .end : label.x - half < -2 ? .start : .middle
            let left =
                switch anchor {
                case .start: label.x
                case .middle: label.x - half
                case .end: label.x - 2 * half
                }
            guard left > occupied else { continue }
            text(label.text, at: Pixel(x: label.x, y: y), anchor)
            occupied = left + 2 * half + 4
        }
    }

    /// The width of the widest label of a value axis.
    static func labelWidth(_ scale: LinearScale, _ numbers: NumberStyle) -> Double {
        let format = scale.format
        return scale.ticks.map { TextMetrics.width(format.text($0, numbers)) }.max() ?? 0
    }
}
