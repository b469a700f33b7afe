package struct DataPoint: Sendable, Equatable {
    /// Seconds since 1970, or a number, as the axis says.
    package var x: Double
    /// Nil, NaN and infinities are missing and break the line.
    package var y: Double?
    /// Tooltip of the point's mark, where it has one.
    package var title: String
    /// False for a time bucket that is not over: drawn hollow, with a dashed link to its
    /// neighbours.
    package var isComplete: Bool
    /// The bucket that the value is of, where `x` is its middle.
    package var stretch: ClosedRange<Double>?

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

package struct LineSeries: Sendable, Equatable {
    /// How neighbouring points are joined.
    package enum Joint: Sendable {
        case straight
        /// By a level line and a step at the second point, as for a count that adds up.
        case steps
    }

    /// Ascending in x; sorted when drawn where they are not.
    package var points: [DataPoint]
    /// `.context` for raw values, `.subject` for what the text speaks of, `.series` for groups.
    package var tone: Tone
    package var joint: Joint
    /// Whether each point has a mark with its tooltip; ignored where the line is thinned or has
    /// more than 300 points.
    package var hasMarks: Bool
    /// Written at the end of the line: its name or its last value; empty for nothing.
    package var endLabel: String
    /// Neighbours farther apart than this in x are not joined.
    package var longestGap: Double
    /// For what a model says beside what was measured.
    package var isDashed = false
    /// Whether the read-out under the pointer tells its values; a line that smooths another would
    /// only repeat it.
    package var isRead = true

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

    /// A line of values at the places `x`; the longer array is cut.
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
    /// Both ends at one place; where one is missing the band breaks.
    package struct Point: Sendable, Equatable {
        package var x: Double
        package var low: Double?
        package var high: Double?

        package init(x: Double, low: Double?, high: Double?) {
            self.x = x
            self.low = low
            self.high = high
        }
    }

    /// How far a band stands back.
    package enum Level: Sendable {
        /// The likelier values: the expected range, the 80 % interval.
        case inner
        /// The wider interval behind it, 95 %.
        case outer
    }

    /// In any order; a single point stands for the whole width.
    package var points: [Point]
    package var level: Level
    /// Tooltip: what the band is, with its level, "80 % interval: 0.089 to 0.119".
    package var title: String

    package init(points: [Point], level: Level = .inner, title: String = "") {
        self.points = points
        self.level = level
        self.title = title
    }
}

/// A level line across all or a part of the axis: a limit, a mean between two changes, chance.
package struct LevelLine: Sendable, Equatable {
    package enum Style: Sendable {
        /// A limit or a reference: dotted.
        case reference
        /// A mean of the values: in the subject's colour.
        case subject
        /// An expected mean: in the subject's colour, dashed.
        case forecast
    }

    /// On the value axis; not drawn unless finite.
    package var value: Double
    /// Nil is the left end of the panel.
    package var from: Double?
    /// Nil is the right end of the panel.
    package var to: Double?
    package var style: Style
    /// Value and origin, "limit given: 120"; written above the line, or below it at the top of the
    /// panel.
    package var label: String

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

/// A vertical line through a panel, with words.
package struct MomentLine: Sendable, Equatable {
    package enum Style: Sendable {
        /// A change of level; the label stands at the top, in the subject's colour.
        case change
        /// The end of the data; the label stands at the bottom, in grey.
        case lastData
    }

    /// On the horizontal axis; clamped to the panel.
    package var x: Double
    package var label: String
    package var style: Style

    package init(x: Double, label: String, style: Style) {
        self.x = x
        self.label = label
        self.style = style
    }
}

/// What is expected after the end of the data: a dashed line in its bands.
package struct LineForecast: Sendable, Equatable {
    /// Ascending in x; the first may be the last measured value, so that the lines join.
    package var points: [DataPoint]
    /// The widest first, each with its level in the title.
    package var bands: [LineBand]
    /// Written above the panel where there is room: "forecast with 80 and 95 % interval".
    package var label: String
    /// Written at the end of the line: the last expected value.
    package var endLabel: String

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
    package var x: Double
    package var y: Double
    /// Written beside the mark.
    package var label: String
    /// Tooltip of the mark.
    package var title: String
    package var shape: MarkShape
    package var tone: Tone

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
