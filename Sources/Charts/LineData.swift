/// One point of a line.
package struct DataPoint: Sendable, Equatable {
    /// Seconds since 1970, or a number, as the axis says.
    package var x: Double
    /// The value; nil where it is missing, which breaks the line.
    package var y: Double?
    /// What the mark says; empty where it says nothing.
    package var title: String
    /// Whether its bucket is whole; an incomplete one is drawn hollow with a dashed link.
    package var isComplete: Bool
    /// The stretch that the value is of, where the point stands in the middle of one.
    package var stretch: ClosedRange<Double>?

    /// A point.
    package init(
        x: Double, y: Double?, title: String = "", isComplete: Bool = true,
        stretch: ClosedRange<Double>? = nil
    ) {
        self.stretch = stretch
        self.x = x
        self.y = y
        self.title = title
        self.isComplete = isComplete
    }
}

/// A line of a chart.
package struct LineSeries: Sendable, Equatable {
    /// How two points are joined.
    package enum Joint: Sendable {
        /// By a straight line.
        case straight
        /// By a level line and a step, as a count that adds up.
        case steps
    }

    /// The points, ascending in x; others are sorted.
    package var points: [DataPoint]
    /// Its colour: context for raw values, subject for what is spoken of, series for groups.
    package var tone: Tone
    /// How points are joined.
    package var joint: Joint
    /// Whether each point has a mark with its title; left out where the line had to be thinned.
    package var hasMarks: Bool
    /// What stands at the end of the line: its name, or its last value. Empty: nothing.
    package var endLabel: String
    /// The longest distance in x over which points are still joined.
    package var longestGap: Double
    /// Whether it is drawn dashed: what a model says beside what was seen.
    package var isDashed = false
    /// Whether a read-out tells its values; a line that smooths another one would only repeat it.
    package var isRead = true

    /// A line.
    package init(
        points: [DataPoint], tone: Tone = .subject, joint: Joint = .straight,
        hasMarks: Bool = false, endLabel: String = "", longestGap: Double = .infinity
    ) {
        self.points = points
        self.tone = tone
        self.joint = joint
        self.hasMarks = hasMarks
        self.endLabel = endLabel
        self.longestGap = longestGap
    }

    /// A line through values at given places.
    package init(
        x: [Double], y: [Double?], tone: Tone = .subject, joint: Joint = .straight,
        endLabel: String = ""
    ) {
        let points = zip(x, y).map { DataPoint(x: $0, y: $1) }
        self.init(points: points, tone: tone, joint: joint, endLabel: endLabel)
    }
}

/// A band between two values, such as an expected range.
package struct LineBand: Sendable, Equatable {
    /// The lower and upper end at one place; nil breaks the band.
    package struct Point: Sendable, Equatable {
        /// The place.
        package var x: Double
        /// The lower end.
        package var low: Double?
        /// The upper end.
        package var high: Double?

        /// The two ends at a place.
        package init(x: Double, low: Double?, high: Double?) {
            self.x = x
            self.low = low
            self.high = high
        }
    }

    /// How much a band stands back.
    package enum Level: Sendable {
        /// The likelier values: the expected band, the 80 % interval.
        case inner
        /// The wider interval behind it, 95 %.
        case outer
    }

    /// The ends, ascending in x.
    package var points: [Point]
    /// How much it stands back.
    package var level: Level
    /// What the band is, with its level: "80 % interval: 0.089 to 0.119".
    package var title: String

    /// A band.
    package init(points: [Point], level: Level = .inner, title: String = "") {
        self.points = points
        self.level = level
        self.title = title
    }
}

/// A level line across a part of the axis: a limit, a mean between two changes, chance.
package struct LevelLine: Sendable, Equatable {
    /// How the line is drawn.
    package enum Style: Sendable {
        /// A limit or a reference: dotted.
        case reference
        /// A mean of the subject: its colour.
        case subject
        /// A mean that is expected: its colour, dashed.
        case forecast
    }

    /// The value.
    package var value: Double
    /// Where it starts; nil is the left end.
    package var from: Double?
    /// Where it ends; nil is the right end.
    package var to: Double?
    /// How it is drawn.
    package var style: Style
    /// Its value and origin, "limit given: 120". Written above the line, or behind its end.
    package var label: String

    /// A level line.
    package init(
        value: Double, from: Double? = nil, to: Double? = nil, style: Style = .reference,
        label: String = ""
    ) {
        self.value = value
        self.from = from
        self.to = to
        self.style = style
        self.label = label
    }
}

/// A vertical line: a change point, the last data, a failure.
package struct MomentLine: Sendable, Equatable {
    /// What it means.
    package enum Style: Sendable {
        /// A change of level, labelled at the top in the subject's colour.
        case change
        /// The end of the data, labelled at the bottom in grey.
        case lastData
    }

    /// Where it stands.
    package var x: Double
    /// What it says.
    package var label: String
    /// What it means.
    package var style: Style

    /// A vertical line.
    package init(x: Double, label: String, style: Style) {
        self.x = x
        self.label = label
        self.style = style
    }
}

/// What is expected after the last data: a dashed line in its bands.
package struct LineForecast: Sendable, Equatable {
    /// The expected values, ascending in x; the first may be the last data, so that the line joins.
    package var points: [DataPoint]
    /// Bands, the widest first, each with its level in the title.
    package var bands: [LineBand]
    /// What stands above it: "forecast with 80 and 95 % interval".
    package var label: String
    /// What stands at its end: the last expected value.
    package var endLabel: String

    /// A forecast.
    package init(
        points: [DataPoint], bands: [LineBand], label: String = "", endLabel: String = ""
    ) {
        self.points = points
        self.bands = bands
        self.label = label
        self.endLabel = endLabel
    }
}

/// A single named point, such as the threshold in use on a curve.
package struct LineMarker: Sendable, Equatable {
    /// Where it stands.
    package var x: Double
    /// Its value.
    package var y: Double
    /// What stands beside it.
    package var label: String
    /// What the mark says.
    package var title: String
    /// Its outline.
    package var shape: MarkShape
    /// Its colour.
    package var tone: Tone

    /// A marked point.
    package init(
        x: Double, y: Double, label: String, title: String = "", shape: MarkShape = .circle,
        tone: Tone = .subject
    ) {
        self.x = x
        self.y = y
        self.label = label
        self.title = title
        self.shape = shape
        self.tone = tone
    }
}
