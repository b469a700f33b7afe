import Reports
package import Values
import Wording

/// A bound of the period as people write it: a date, a date with a time, or a cycle or row.
package enum Edge: Sendable, Hashable {
    case date(CivilTime)
    case moment(CivilTime)
    case number(Double)

    /// Reads a bound; `nil` for any other text, and for numbers beyond 10¹⁵.
    package init?(_ text: String) {
        if let (time, hasTime) = CivilTime.parse(text) {
            self = hasTime ? .moment(time) : .date(time)
        } else if let value = Double(text), value.isFinite, value.magnitude <= 1e15 {
            self = .number(value)
        } else {
            return nil
        }
    }

    /// As written in addresses.
    package var text: String {
        switch self {
        case .date(let time): time.isoText(withTime: false)
        case .moment(let time): time.isoText(withTime: true)
        case .number(let value): Self.plain(value)
        }
    }

    /// The first time in a period that begins here; `nil` where the axis has another unit.
    func lower(on context: ReportContext) -> Double? {
        switch (self, context.axis) {
        case (.date(let time), .time), (.moment(let time), .time): context.zone.time(of: time)
        case (.number(let value), .cycle), (.number(let value), .row): value
        default: nil
        }
    }

    /// The first time after a period that ends here: the day of a date and a cycle or row still
    /// belong to it. `nil` where the axis has another unit.
    func upper(on context: ReportContext) -> Double? {
        switch (self, context.axis) {
        case (.date(let time), .time):
            context.zone.time(of: CivilTime(secondsSince1970: time.secondsSince1970 + 86_400))
        case (.moment(let time), .time): context.zone.time(of: time)
        case (.number(let value), .cycle), (.number(let value), .row): value + 1
        default: nil
        }
    }

    private static func plain(_ value: Double) -> String {
        guard let whole = Int(exactly: value) else { return "\(value)" }
        return "\(whole)"
    }
}
