package import Reports
package import Values

/// A length at the end of the data: `24h`, `4w`, `1y`, or `200` units of an axis without dates.
package struct Stretch: Sendable, Hashable {
    package enum Unit: Character, Sendable, Hashable, CaseIterable {
        case hours = "h"
        case days = "d"
        case weeks = "w"
        case years = "y"
        /// Cycles or rows.
        case steps = "n"
    }
    /// At least 1.
    package var count: Int
    package var unit: Unit

    /// Counts below 1 become 1.
    package init(_ count: Int, _ unit: Unit) {
        self.count = max(1, count)
        self.unit = unit
    }

    /// Reads `4w`, `last 4 weeks`, `24 h`, `200`; `nil` for any other text.
    package init?(_ text: String) {
        var rest = text.lowercased()[...]
        if rest.hasPrefix("last") { rest = rest.dropFirst(4) }
        rest = rest.drop { $0 == " " || $0 == "+" }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count >= 1, count <= 1_000_000_000 else { return nil }
        let word = rest.dropFirst(digits.count).drop { $0 == " " || $0 == "+" }
        guard let first = word.first else {
            self.init(count, .steps)
            return
        }
        let words = [
            "h", "hour", "hours", "d", "day", "days", "w", "week", "weeks", "y", "year", "years",
        ]
        guard words.contains(String(word)), let unit = Unit(rawValue: first) else { return nil }
        self.init(count, unit)
    }

    /// As written in addresses.
    package var text: String { unit == .steps ? "\(count)" : "\(count)\(unit.rawValue)" }

    /// The length in units of the axis; `nil` where the axis does not count in this unit. A year
    /// has 365 days.
    package func length(on axis: TimeKind) -> Double? {
        let seconds: Double? =
            switch unit {
            case .hours: 3600
            case .days: 86_400
            case .weeks: 604_800
            case .years: 365 * 86_400
            case .steps: nil
            }
        switch (axis, seconds) {
        case (.time, let seconds?): return Double(count) * seconds
        case (.cycle, nil), (.row, nil): return Double(count)
        default: return nil
        }
    }

    /// The lengths worth offering for a set: those that leave out more than a third of it and hold
    /// at least four readings.
    package static func offered(
        for context: ReportContext, among candidates: [Stretch]
    ) -> [Stretch] {
        let whole = context.range.upperBound - context.range.lowerBound
        return candidates.filter { stretch in
            guard let length = stretch.length(on: context.axis) else { return false }
            return length < whole / 1.5 && length >= context.resolution * 4
        }
    }

    /// Offered for the period of all pages.
    package static let periods: [Stretch] = [
        Stretch(24, .hours), Stretch(7, .days), Stretch(4, .weeks), Stretch(13, .weeks),
        Stretch(1, .years), Stretch(50, .steps), Stretch(200, .steps), Stretch(1_000, .steps),
        Stretch(10_000, .steps),
    ]

    /// Offered for the window of one device.
    package static let windows: [Stretch] = [
        Stretch(24, .hours), Stretch(7, .days), Stretch(4, .weeks), Stretch(13, .weeks),
        Stretch(1, .years), Stretch(50, .steps), Stretch(200, .steps), Stretch(1_000, .steps),
    ]
}
