import Values

/// Writes times for programs: ISO 8601 on the axis' wall clock, with the offset where files or
/// options name the zone; a number where times are not dates.
struct MomentWriter {
    /// A time as JSON shows it.
    enum Moment: Encodable, Hashable {
        case text(String)
        case number(Double)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    private let zone: Zone?
    private let isStated: Bool

    init(_ axis: TimeAxis) {
        zone = axis.isCalendar ? Zone(of: axis.kind) : nil
        if case .time(_, let stated) = axis.kind { isStated = stated } else { isStated = false }
    }

    func moment(_ time: Double) -> Moment {
        guard let zone, time.isFinite else { return .number(time.isFinite ? time : 0) }
        let millis = Int(clamping: ((time - time.rounded(.down)) * 1_000).rounded(.down))
        let civil = zone.civil(time)
        // A whole minute is written without seconds, but fractions need them.
        let seconds = millis > 0 && civil.secondOfDay % 60 == 0 ? ":00" : ""
        let fraction = millis > 0 ? seconds + "." + millis.padded(to: 3) : ""
        return .text(civil.isoText(withTime: true) + fraction + offset(zone, time))
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
