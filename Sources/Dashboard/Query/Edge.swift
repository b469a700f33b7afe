import Reports
package import Values
import Wording

/// A bound of the period as a person writes it: a date, a date with a time, or a cycle or row.
package enum Edge: Sendable, Hashable {
    case date(CivilTime)
    case moment(CivilTime)
    case number(Double)

    /// Reads a bound; `nil` for what is none.
    package init?(_ text: String) {
        if let (time, hasTime) = CivilTime.parse(text) {
            self = hasTime ? .moment(time) : .date(time)
        } else if let value = Double(text), value.isFinite, value.magnitude <= 1e15 {
            self = .number(value)
        } else {
            return nil
        }
    }

    /// As it stands in an address.
    package var text: String {
        switch self {
        case .date(let time): time.isoText(withTime: false)
        case .moment(let time): time.isoText(withTime: true)
        case .number(let value): Self.plain(value)
        }
    }

    /// The first time that belongs to the period.
    func lower(on context: ReportContext) -> Double? {
        switch (self, context.axis) {
        case (.date(let time), .time), (.moment(let time), .time): context.zone.time(of: time)
        case (.number(let value), .cycle), (.number(let value), .row): value
        default: nil
        }
    }

    /// The first time after the period: a date and a whole number belong to the period.
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
