import Reports
package import Values
package import Wording

/// How much of the end of the period the drawing of Diagnostics shows.
package enum DrawnWindow: Sendable, Hashable {
    case last(Stretch)
    case whole

    /// Reads `7d` and `all`; nil for anything else.
    init?(_ text: String) {
        if text == "all" {
            self = .whole
        } else if let stretch = Stretch(text) {
            self = .last(stretch)
        } else {
            return nil
        }
    }

    /// As it is written in an address.
    var text: String {
        switch self {
        case .last(let stretch): stretch.text
        case .whole: "all"
        }
    }

    var stretch: Stretch? {
        switch self {
        case .last(let stretch): stretch
        case .whole: nil
        }
    }

    /// The length in the axis' unit, infinite for all; nil where the axis has another unit.
    package func length(on axis: TimeKind) -> Double? {
        switch self {
        case .last(let stretch): stretch.length(on: axis)
        case .whole: .infinity
        }
    }
}
