package import Reports
import Values

/// A length of the axis or of time as it is written: a number of some unit. Languages inflect it by
/// its number and unit, never by its text.
package struct Length: Sendable, Hashable {
    package enum Unit: Sendable, Hashable {
        case second, minute, hour, day, week, year, cycle, row

        /// On the axis: seconds of a calendar, else 1.
        package var length: Double {
            switch self {
            case .second, .cycle, .row: 1
            case .minute: 60
            case .hour: 3_600
            case .day: 86_400
            case .week: 7 * 86_400
            case .year: 365.25 * 86_400
            }
        }
    }

    /// Rounded as it is written: to one decimal below ten.
    package let count: Double
    package let unit: Unit

    /// Rounds `value`.
    package init(_ value: Double, _ unit: Unit) {
        count = value.magnitude < 9.95 ? (value * 10).rounded() / 10 : value.rounded()
        self.unit = unit
    }

    /// Whether it is written without decimals.
    package var isWhole: Bool { count == count.rounded() }
}

extension Formatting {
    /// A length in units of the axis, in the unit that gives a handy number.
    package func measured(_ value: Double) -> Length {
        switch axis {
        case .time: measured(seconds: value)
        case .cycle: Length(value, .cycle)
        case .row: Length(value, .row)
        }
    }

    /// A duration in the unit that gives a handy number: days up to 800 of them, then years.
    package func measured(seconds: Double) -> Length {
        switch seconds.magnitude {
        case ..<60: Length(seconds, .second)
        case ..<3_600: Length(seconds / 60, .minute)
        case ..<86_400: Length(seconds / 3_600, .hour)
        case ..<(800 * 86_400): Length(seconds / 86_400, .day)
        default: Length(seconds / (365.25 * 86_400), .year)
        }
    }

    /// A length as somebody chose it, in its own unit.
    package func measured(_ stretch: Stretch) -> Length {
        let count = Double(stretch.count)
        return switch stretch.unit {
        case .hours: Length(count, .hour)
        case .days: Length(count, .day)
        case .weeks: Length(count, .week)
        case .years: Length(count, .year)
        case .steps: measured(count)
        }
    }

    /// The recent span, in weeks where it is two whole ones or more.
    package func measured(_ span: ReportContext.RecentSpan) -> Length {
        let length = span.to - span.from
        let weeks = (length / 604_800).rounded()
        if case .time = axis, length >= 14 * 86_400 * 0.99,
            abs(weeks * 604_800 - length) < 3_600
        {
            return Length(weeks, .week)
        }
        return measured(length)
    }

    /// The index of the form that the unit's noun takes.
    package func form(of length: Length) -> Int {
        guard length.isWhole else { return words.forms(of: length.unit).count - 1 }
        return words.plural.form(Int(exactly: length.count) ?? 2)
    }

    /// `2 hours`, `3.5 days`; a dash where it is not finite.
    package func text(_ length: Length) -> String {
        guard length.count.isFinite else { return NumberFormat.missing }
        let forms = words.forms(of: length.unit)
        let form = form(of: length)
        return number(of: length) + " "
            + (forms.indices.contains(form) ? forms[form] : forms.last ?? "")
    }

    package func number(of length: Length) -> String { fixed(length.count, length.isWhole ? 0 : 1) }

    /// A length in units of the axis: `2 hours`, `46 days`, `12 cycles`.
    package func length(_ value: Double) -> String { text(measured(value)) }

    /// `2 hours`, `46 days`.
    package func duration(_ seconds: Double) -> String { text(measured(seconds: seconds)) }
}

extension CalendarWords {
    /// The forms of a unit's name that counts take.
    package func forms(of unit: Length.Unit) -> [String] {
        switch unit {
        case .second: second
        case .minute: minute
        case .hour: hour
        case .day: day
        case .week: week
        case .year: year
        case .cycle: cycles
        case .row: rows
        }
    }
}
