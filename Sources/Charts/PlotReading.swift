internal import Markup
internal import Values

/// Where the horizontal axis of a drawing lies, so that a script can tell which place is under the
/// pointer.
struct PlotArea {
    /// The places at the left and the right end: seconds of the wall clock since 1970, or numbers.
    private let low: Double
    private let high: Double
    private let frame: Frame

    /// - Parameter frame: from the top of the first panel's data to the bottom of the last one's.
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

    /// `data-x`: place and pixel at the left, the same at the right, then the pixels of top and
    /// bottom.
    var attribute: Attribute {
        let pixels = [frame.left, frame.right, frame.top, frame.bottom].map(ReadingText.pixel)
        let ends = [low, high].map(ReadingText.exact)
        return .attribute(
            "data-x",
            [ends[0], pixels[0], ends[1], pixels[1], pixels[2], pixels[3]].joined(separator: " "))
    }
}

extension HorizontalAxis {
    /// A place as the script reads it: seconds of the wall clock since 1970, or the number.
    func reading(_ place: Double) -> Double {
        guard case .time(let zone) = self, place.isFinite else { return place }
        return Double(zone.wallClock(at: place)) + (place - place.rounded(.down))
    }

    /// `time`, or the title of a number's axis.
    var readingName: String {
        switch self {
        case .time: "time"
        case .number(let title): title
        }
    }
}

/// The values of a chart's lines, for a read-out under the pointer. The script finds them in
/// attributes of the container.
package struct PlotReading: Sendable {
    struct Line: Sendable {
        var label: String
        /// One for each place of the group; nil is missing.
        var values: [Double?]
    }

    /// Lines with values at the same places.
    struct Group: Sendable {
        var places: [Double]
        /// One for each place: the stretch that the value is of; nil where it is of the place
        /// alone.
        var stretches: [ClosedRange<Double>?]
        var lines: [Line]
    }

    let axis: HorizontalAxis
    private(set) var groups: [Group] = []

    /// Lines of more places are thinned evenly, so that the page stays small.
    static let placeLimit = 400

    init(_ axis: HorizontalAxis) { self.axis = axis }

    /// Adds a line, to the group with the same places where there is one. Lines without a value, of
    /// a single point, or not to be read out are left out.
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

    /// `data-axis` with the name of the axis, and `data-lines`: for each group a line of its places
    /// (`place`, or `place~from~to` where the value is of a stretch), then for each of its lines
    /// the label and the values, on a line each. An empty line separates groups.
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

    private func place(_ place: Double, _ stretch: ClosedRange<Double>?) -> String {
        let ends = stretch.map { [$0.lowerBound, $0.upperBound] } ?? []
        return ([place] + ends).map { ReadingText.exact(axis.reading($0)) }.joined(separator: "~")
    }
}

/// Writes numbers for the script: with a point, in the least number of digits.
private enum ReadingText {
    /// Whole numbers as they are, others below 10⁹ with at most six decimals: axes of seconds and
    /// cycles do not tell finer places apart.
    static func exact(_ value: Double) -> String {
        let rounded = value.magnitude < 1e9 ? (value * 1e6).rounded() / 1e6 : value
        return rounded == rounded.rounded() && rounded.magnitude < 1e15
            ? "\(Int(clamping: rounded))" : "\(rounded)"
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int(clamping: value))" : "\(value)"
    }

    static func pixel(_ value: Double) -> String { exact((value * 10).rounded() / 10) }

    /// Five significant digits; `-` for a missing value.
    static func value(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "-" }
        guard value != 0 else { return "0" }
        var (scaled, factor) = (value.magnitude, 1.0)
        while scaled >= 1e5, factor > 1e-300 { (scaled, factor) = (scaled / 10, factor / 10) }
        while scaled < 1e4, factor < 1e300 { (scaled, factor) = (scaled * 10, factor * 10) }
        return plain((value * factor).rounded() / factor)
    }
}
