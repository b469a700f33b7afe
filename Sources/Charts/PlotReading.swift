internal import Markup
internal import Values

/// Where the horizontal axis of a drawing lies, so that a script can tell what is under the pointer.
struct PlotArea {
    /// What stands at the first and last pixel: seconds of the wall clock since 1970, or a number.
    private let low: Double
    private let high: Double
    private let frame: Frame

    /// - Parameter frame: the data, from the top of the first panel to the bottom of the last.
    init(_ axis: HorizontalAxis, _ scale: HorizontalScale, _ frame: Frame) {
        self.frame = frame
        switch scale {
        case .time(let scale):
            low = axis.reading(scale.domain.lowerBound)
            high = axis.reading(scale.domain.upperBound)
        case .linear(let scale, _):
            (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
        }
    }

    /// Value and pixel at the left, the same at the right, then top and bottom.
    var attribute: Attribute {
        let pixels = [frame.left, frame.right, frame.top, frame.bottom].map(ReadingText.pixel)
        let ends = [low, high].map(ReadingText.exact)
        return .attribute(
            "data-x",
            [ends[0], pixels[0], ends[1], pixels[1], pixels[2], pixels[3]].joined(separator: " "))
    }
}

extension HorizontalAxis {
    /// A place as a script reads it: seconds of the wall clock, or the number.
    func reading(_ place: Double) -> Double {
        guard case .time(let zone) = self, place.isFinite else { return place }
        return Double(zone.wallClock(at: place)) + (place - place.rounded(.down))
    }

    /// What it is called: `time`, or the title of its number.
    var readingName: String {
        switch self {
        case .time: "time"
        case .number(let title): title
        }
    }
}

/// The values of a chart's lines, for a read-out under the pointer.
package struct PlotReading: Sendable {
    /// One line of values.
    struct Line: Sendable {
        var label: String
        /// One value for each place; nil where it is missing.
        var values: [Double?]
    }

    /// Lines that share their places.
    struct Group: Sendable {
        var places: [Double]
        /// The stretch around each place whose value it is, where it is of one.
        var stretches: [ClosedRange<Double>?]
        var lines: [Line]
    }

    let axis: HorizontalAxis
    private(set) var groups: [Group] = []

    /// More places of a line are thinned evenly: the drawing itself has fewer pixels.
    static let placeLimit = 400

    /// An empty reading on an axis.
    init(_ axis: HorizontalAxis) { self.axis = axis }

    /// Adds a line, beside one that has the same places where there is one.
    mutating func add(_ label: String, _ series: LineSeries) {
        guard series.isRead else { return }
        let finite = series.points.filter(\.x.isFinite).sorted { $0.x < $1.x }
        guard finite.count > 1, finite.contains(where: { $0.y?.isFinite == true }) else { return }
        let step = (finite.count + Self.placeLimit - 1) / Self.placeLimit
        let chosen = stride(from: finite.count - 1, through: 0, by: -step).reversed()
        let places = chosen.map { finite[$0].x }
        let line = Line(label: label, values: chosen.map { finite[$0].y })
        if let group = groups.firstIndex(where: { $0.places == places }) {
            groups[group].lines.append(line)
        } else {
            let stretches = chosen.map { finite[$0].stretch }
            groups.append(Group(places: places, stretches: stretches, lines: [line]))
        }
    }

    /// The axis and all lines: for each group a line of places (`place`, or
    /// `place~from~to` where it stands for a stretch), then a label and a line of values
    /// each; an empty line stands between groups.
    var attributes: [Attribute] {
        var text = ""
        for group in groups {
            if !text.isEmpty { text += "\n\n" }
            text += zip(group.places, group.stretches).map(place).joined(separator: " ")
            for line in group.lines {
                let label = line.label.split(whereSeparator: \.isNewline).joined(separator: " ")
                text += "\n" + label + "\n"
                text += line.values.map(ReadingText.value).joined(separator: " ")
            }
        }
        let name = Attribute.attribute("data-axis", axis.readingName)
        return text.isEmpty ? [name] : [name, .attribute("data-lines", text)]
    }

    /// `place`, or `place~from~to`.
    private func place(_ place: Double, _ stretch: ClosedRange<Double>?) -> String {
        let ends = stretch.map { [$0.lowerBound, $0.upperBound] } ?? []
        return ([place] + ends).map { ReadingText.exact(axis.reading($0)) }.joined(separator: "~")
    }
}

/// Numbers as the script reads them.
private enum ReadingText {
    /// Whole numbers as they are, others to the sixth decimal: on axes of seconds and cycles finer
    /// places are not told apart.
    static func exact(_ value: Double) -> String {
        let rounded = value.magnitude < 1e9 ? (value * 1e6).rounded() / 1e6 : value
        return rounded == rounded.rounded() && rounded.magnitude < 1e15
            ? "\(Int(clamping: rounded))" : "\(rounded)"
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int(clamping: value))" : "\(value)"
    }

    static func pixel(_ value: Double) -> String { exact((value * 10).rounded() / 10) }

    /// Five significant digits; `-` where it is missing.
    static func value(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "-" }
        guard value != 0 else { return "0" }
        var (scaled, factor) = (value.magnitude, 1.0)
        while scaled >= 1e5, factor > 1e-300 { (scaled, factor) = (scaled / 10, factor / 10) }
        while scaled < 1e4, factor < 1e300 { (scaled, factor) = (scaled * 10, factor * 10) }
        return plain((value * factor).rounded() / factor)
    }
}
