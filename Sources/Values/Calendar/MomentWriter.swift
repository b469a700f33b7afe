/// Writes times for programs: ISO 8601 on the axis' wall clock, with the offset where files or
/// options name the zone; a number where times are not dates.
package struct MomentWriter: Sendable {
    /// A time as JSON shows it.
    package enum Moment: Encodable, Hashable, Sendable {
        case text(String)
        case number(Double)

        /// Encodes the text or the number alone.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    private let zone: Zone?
    private let isStated: Bool

    /// A writer for times of this axis.
    package init(_ axis: TimeKind) {
        zone = axis.isCalendar ? Zone(of: axis) : nil
        if case .time(_, let stated) = axis { isStated = stated } else { isStated = false }
    }

    /// A time in the axis' unit; one that is not finite counts as 0.
    package func moment(_ time: Double) -> Moment {
        guard let zone, time.isFinite else { return .number(time.isFinite ? time : 0) }
        let millis = Int(clamping: ((time - time.rounded(.down)) * 1_000).rounded(.down))
        let civil = zone.civil(time)
        // A whole minute is written without seconds, but fractions need them.
        let seconds = millis > 0 && civil.secondOfDay % 60 == 0 ? ":00" : ""
        let fraction = millis > 0 ? seconds + "." + millis.padded(to: 3) : ""
        return .text(civil.isoText(withTime: true) + fraction + offset(zone, time))
    }

    /// Milliseconds since 1970, rounded down; nil on axes without dates and beyond what JSON's
    /// numbers hold exactly.
    package func epochMilliseconds(_ time: Double) -> Int? {
        let millis = (time * 1_000).rounded(.down)
        guard zone != nil, millis.isFinite, millis.magnitude < 9.007e15 else { return nil }
        return Int(clamping: millis)
    }

    /// Empty for files that name no zone: their times stay without one.
    private func offset(_ zone: Zone, _ time: Double) -> String {
        guard isStated else { return "" }
        let minutes = zone.offset(at: time) / 60
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\((size / 60).padded(to: 2)):\((size % 60).padded(to: 2))"
    }
}
