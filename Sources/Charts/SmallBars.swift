package import Markup

/// The small bar in a table cell: a share of a whole.
package struct BarInTable: Sendable, Equatable {
    package var text: ChartText
    /// The filled share of the track, 0…1; nil draws the track alone.
    package var share: Double?
    /// The track's share of the full width, 0…1, where rows differ in what they can reach.
    package var trackShare: Double
    /// Mostly a status that also stands as a word in the row.
    package var tone: Tone
    /// The place of a short upright line, 0…1 of the full width.
    package var reference: Double?
    /// The full width in pixels, clamped to 8…400: 48 or 64 in a dense table, 200 alone.
    package var width: Double

    package init(
        text: ChartText, share: Double?, trackShare: Double = 1, tone: Tone,
        reference: Double? = nil, width: Double = 48
    ) {
        self.text = text
        self.share = share
        self.trackShare = trackShare
        self.tone = tone
        self.reference = reference
        self.width = width
    }

    /// 12 px high; values beyond 0…1 are clamped.
    package func draw(id: String) -> Markup {
        var canvas = Canvas(text.numbers)
        let full = width.isFinite ? min(max(width, 8), 400) : 48
        let track = full * limited(trackShare)
        canvas.rectangle("fs", box(track), radius: 2)
        if let share, share.isFinite {
            let filled = track * limited(share)
            canvas.rectangle(tone.fill, box(limited(share) > 0 ? max(1, filled) : 0), radius: 2)
        }
        if let reference, reference.isFinite {
            canvas.vertical("cut", x: full * limited(reference), from: 0, to: 12)
        }
        let size = ChartWidth(
            pixels: full, room: .narrow, classes: [full > 100 ? "bt" : "b"], isSizeFixed: true)
        return canvas.drawing(text, width: size, height: 12, id: id).markup
    }

    private func box(_ width: Double) -> Frame {
        Frame(left: 0, top: 2, right: width, bottom: 10)
    }

    private func limited(_ share: Double) -> Double {
        share.isNaN ? 0 : min(max(share, 0), 1)
    }
}

/// Columns the size of a word: how a figure is spread over the fleet.
package struct SparkBars: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        /// Its height, relative to the highest; nothing is drawn unless it is above 0.
        package var value: Double
        package var tone: Tone

        package init(value: Double, tone: Tone) {
            self.value = value
            self.tone = tone
        }
    }

    package var text: ChartText
    /// The first 40 are drawn.
    package var columns: [Column]

    package init(text: ChartText, columns: [Column]) {
        self.text = text
        self.columns = columns
    }

    /// 168 × 28 px; empty where no column has a height.
    package func draw(id: String) -> Markup {
        let shown = columns.prefix(40)
        let highest = shown.map(\.value).filter(\.isFinite).max() ?? 0
        guard highest > 0 else { return Markup() }
        var canvas = Canvas(text.numbers)
        let pitch = min(168 / Double(shown.count), 14)
        let start = 168 - pitch * Double(shown.count)
        for (index, column) in shown.enumerated() where column.value > 0 && column.value.isFinite {
            let x = start + Double(index) * pitch
            let height = max(1, column.value / highest * 24)
            let box = Frame(left: x, top: 27 - height, right: x + pitch - 2, bottom: 27)
            canvas.rectangle(column.tone.fill, box, radius: 1)
        }
        let size = ChartWidth(pixels: 168, room: .narrow, classes: ["sp"])
        return canvas.drawing(text, width: size, height: 28, id: id).markup
    }
}
