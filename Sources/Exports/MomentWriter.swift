import Values

/// Writes times for programs: ISO 8601 on the wall clock of the axis, with the offset where the zone
/// is known, or a number where times are no dates.
struct MomentWriter {
    /// A time as JSON has it.
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
        let (days, seconds) = zone.daysAndSeconds(at: time)
        let date = CivilDate(daysSince1970: days)
        let whole = Int(clamping: seconds)
        let clock = [whole / 3_600, whole / 60 % 60, whole % 60].map { $0.padded(to: 2) }
        let millis = Int(clamping: ((seconds - Double(whole)) * 1_000).rounded(.down))
        let fraction = millis > 0 ? "." + millis.padded(to: 3) : ""
        let day =
            "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
        return .text("\(day)T\(clock.joined(separator: ":"))\(fraction)\(offset(zone, time))")
    }

    /// Times of files that name no zone stay without one.
    private func offset(_ zone: Zone, _ time: Double) -> String {
        guard isStated else { return "" }
        let minutes = Int(clamping: zone.offset(at: time) / 60)
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\((size / 60).padded(to: 2)):\((size % 60).padded(to: 2))"
    }
}
