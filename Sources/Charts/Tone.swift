/// What a mark means; the style sheet makes a colour of it in both themes.
package enum Tone: Sendable, Hashable {
    /// The one thing that the text speaks of.
    case subject
    /// Everything around the subject.
    case context
    /// The colour of text: dark on light, or light on dark.
    case ink
    /// The code or group with that index; from `seriesCount` on they share the grey of "other".
    case series(Int)
    /// These three are for status only, always together with a shape and a word.
    case critical
    case warning
    case ok

    /// How many series have a colour of their own.
    package static let seriesCount = 6

    /// The class of a filled mark.
    var fill: StaticString {
        switch self {
        case .subject: "f0"
        case .context: "fm"
        case .ink: "fink"
        case .series(let index): Self.pick(Self.fills, index, else: "fm")
        case .critical: "fcrit"
        case .warning: "fwarn"
        case .ok: "fok"
        }
    }

    /// The class of a line.
    var stroke: StaticString {
        switch self {
        case .subject: "l0"
        case .context: "lg"
        case .ink: "cut"
        case .series(let index): Self.pick(Self.strokes, index, else: "lg")
        case .critical: "lcrit"
        case .warning: "lwarn"
        case .ok: "lok"
        }
    }

    /// The class of the outline around a group; nil for tones that are no group.
    var area: StaticString? {
        guard case .series(let index) = self else { return nil }
        return Self.pick(Self.areas, index, else: "hm")
    }

    /// The class of a text beside a mark.
    var text: StaticString {
        switch self {
        case .subject: "acc"
        case .critical: "crt"
        case .ink: "b"
        default: "d"
        }
    }

    private static let fills: [StaticString] = ["f1", "f2", "f3", "f4", "f5", "f6"]
    private static let strokes: [StaticString] = ["l1", "l2", "l3", "l4", "l5", "l6"]
    private static let areas: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

    private static func pick(
        _ names: [StaticString], _ index: Int, else other: StaticString
    ) -> StaticString {
        names.indices.contains(index) ? names[index] : other
    }
}

/// The classes of a heat map's steps, from the lowest to the highest.
enum Ramp {
    static let classes: [StaticString] = ["q0", "q1", "q2", "q3", "q4", "q5", "q6"]

    static func fill(_ level: Int) -> StaticString {
        classes[min(max(level, 0), classes.count - 1)]
    }
}
