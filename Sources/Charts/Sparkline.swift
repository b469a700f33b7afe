package import Markup

/// A line the size of a word, with a dot at its end.
package struct Sparkline: Sendable, Equatable {
    /// For the place where it stands.
    package enum Size: Sendable {
        /// 168 × 28 px, in a card of figures.
        case card
        /// 84 × 22 px, in a table row.
        case table

        var width: Double { self == .card ? 168 : 84 }
        var height: Double { self == .card ? 28 : 22 }
    }

    package var text: ChartText
    /// At equal distances; nil breaks the line.
    package var values: [Double?]
    /// The expected range, behind the line.
    package var band: ClosedRange<Double>?
    /// The colour of the dot at the last value; callers pass `.critical` where that is out of the
    /// band.
    package var endTone: Tone
    package var size: Size

    package init(
        text: ChartText, values: [Double?], band: ClosedRange<Double>? = nil,
        endTone: Tone = .subject, size: Size = .card
    ) {
        self.text = text
        self.values = values
        self.band = band
        self.endTone = endTone
        self.size = size
    }

    /// Empty where no value is finite.
    package func draw(id: String) -> Markup {
        let present = values.compactMap { $0 }.filter(\.isFinite)
        guard !present.isEmpty else { return Markup() }
        let frame = Frame(left: 2, top: 3, right: size.width - 5, bottom: size.height - 3)
        let scale = SparkScale(values: present + bandEnds, frame: frame)
        var canvas = Canvas(text.numbers)
        if let band, band.lowerBound.isFinite, band.upperBound.isFinite {
            let box = Frame(
                left: 0, top: scale.position(band.upperBound), right: size.width,
                bottom: scale.position(band.lowerBound))
            canvas.rectangle("band", box)
        }
        let step = frame.width / Double(max(1, values.count - 1))
        let points = values.enumerated().map { DataPoint(x: Double($0.offset), y: $0.element) }
        var count = PointCount(budget: 240, lines: 1)
        let path = LinePath(
            LineSeries(points: points), x: { frame.left + $0 * step }, y: scale.position,
            frame: frame, count: &count)
        canvas.path(["lg"], path.outline(.straight))
        if let last = path.spots.last {
            canvas.circle([endTone.fill], last.pixel, radius: 2.6)
        }
        let width = ChartWidth(
            pixels: size.width, room: .narrow, classes: ["sp"], isSizeFixed: size == .table)
        return canvas.drawing(text, width: width, height: size.height, id: id).markup
    }

    private var bandEnds: [Double] {
        [band?.lowerBound, band?.upperBound].compactMap { $0 }.filter(\.isFinite)
    }
}

/// The scale of a sparkline: without ticks, a constant stands in the middle.
struct SparkScale {
    private let low: Double
    private let span: Double
    private let frame: Frame

    init(values: [Double], frame: Frame) {
        let limited = values.map { min(max($0, -1e150), 1e150) }
        low = limited.min() ?? 0
        span = (limited.max() ?? 0) - low
        self.frame = frame
    }

    func position(_ value: Double) -> Double {
        guard span > 0 else { return frame.center.y }
        return frame.bottom - (min(max(value, -1e150), 1e150) - low) / span * frame.height
    }
}
