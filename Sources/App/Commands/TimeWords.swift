import Telemetry
import Values

/// Times and lengths as people write them on the command line.
enum TimeWords {
    /// Reads `24h`, `90min`, `7d`, `3w` in seconds; a plain number is in units of the axis, on
    /// dates in hours. Nil unless it is above 0.
    static func length(_ text: String, _ axis: TimeAxis) -> Double? {
        let units = ["min": 60.0, "h": 3_600, "d": 86_400, "w": 604_800, "s": 1]
        let digits = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(digits.count).filter { $0 != " " }
        guard let number = Double(digits), number > 0, number.isFinite else { return nil }
        if unit.isEmpty { return axis.isCalendar ? number * 3_600 : number }
        return units[unit].map { $0 * number }
    }

    /// Reads `2015-10-01`, `2015-10-01 06:00`, `2015-10-01T06:00:00` on the axis' wall clock; a
    /// number where times are no dates.
    static func time(_ text: String, _ axis: TimeAxis) -> Double? {
        guard axis.isCalendar else { return Double(text) }
        let parts = text.split { !$0.isNumber }.map { Int($0) ?? -1 }
        guard (3...6).contains(parts.count), (1...9999).contains(parts[0]),
            (1...12).contains(parts[1]), (1...31).contains(parts[2])
        else { return nil }
        let clock = parts.dropFirst(3) + [0, 0, 0]
        let seconds = zip(clock, [3_600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        let days = CivilDate(year: parts[0], month: parts[1], day: parts[2]).daysSince1970
        return Zone(of: axis.kind).time(ofWall: Double(days * 86_400 + seconds))
    }

    /// `2015-10-01 06:00:00`, or the number where there is no zone.
    static func text(_ time: Double, _ zone: Zone?) -> String {
        guard let zone else { return "\(time)" }
        let (days, seconds) = zone.daysAndSeconds(at: time)
        let date = CivilDate(daysSince1970: days)
        let clock = [3_600, 60, 1].map {
            (Int(clamping: seconds) / $0 % ($0 == 3_600 ? 24 : 60)).padded(to: 2)
        }
        return "\(date.year)-\(date.month.padded(to: 2))-\(date.day.padded(to: 2)) "
            + clock.joined(separator: ":")
    }

    /// The axis' zone; nil where times are no dates.
    static func calendar(_ axis: TimeAxis) -> Zone? {
        axis.isCalendar ? Zone(of: axis.kind) : nil
    }
}
