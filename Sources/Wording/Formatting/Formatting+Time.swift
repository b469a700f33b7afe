import Values

extension Formatting {
    /// A time of the axis: `31 Dec 2015 06:00`, `31 Dec 2015` at midnight and in daily data, `cycle
    /// 187`, `row 12`.
    package func moment(_ time: Double) -> String {
        guard time.isFinite else { return NumberFormat.missing }
        switch axis {
        case .time: return calendar(time, withYear: true)
        case .cycle: return words.cycle + " " + step(time)
        case .row: return words.row + " " + step(time)
        }
    }

    /// As `moment`, without the year near the end of the data.
    package func shortMoment(_ time: Double) -> String {
        guard time.isFinite, case .time = axis else { return moment(time) }
        return calendar(time, withYear: !isNearEnd(time))
    }

    /// The day of a time, `31 Dec 2015`; on other axes as `moment`.
    package func day(_ time: Double) -> String {
        guard time.isFinite, case .time = axis else { return moment(time) }
        return date(zone.civil(time), withYear: true)
    }

    /// As `day`, without the year near the end of the data.
    package func shortDay(_ time: Double) -> String {
        guard time.isFinite, case .time = axis else { return moment(time) }
        return date(zone.civil(time), withYear: !isNearEnd(time))
    }

    /// A time for a table, without the name of the axis: `31 Dec 06:00`, `187`.
    package func place(_ time: Double) -> String {
        guard time.isFinite else { return NumberFormat.missing }
        if case .time = axis { return shortMoment(time) }
        return step(time)
    }

    /// When something happened to the program: in UTC, like the lines of its log, whatever the zone
    /// of the data. `28 Nov 2026 19:22:05 UTC`.
    package func instant(_ seconds: Double) -> String {
        let civil = CivilTime(secondsSince1970: seconds)
        return date(civil, withYear: true) + words.clockJoint + clock(civil) + " UTC"
    }

    /// The day of a time in UTC, whatever the axis and the zone of the data: `4 Mar 2024`.
    package func writtenDay(_ seconds: Double) -> String {
        guard seconds.isFinite else { return NumberFormat.missing }
        return date(CivilTime(secondsSince1970: seconds.rounded(.down)), withYear: true)
    }

    /// As addresses and the fields of the filter write it: ISO 8601, or a whole number.
    package func field(_ time: Double, withTime: Bool) -> String {
        guard time.isFinite else { return "" }
        if case .time = axis { return zone.civil(time).isoText(withTime: withTime) }
        return Int(exactly: time.rounded()).map(String.init) ?? ""
    }

    /// The zone's name for a caption: `local time`, `UTC`, `Europe/Berlin`; nil on axes without
    /// dates.
    package var zoneName: String? {
        guard case .time(let name, let isStated) = axis else { return nil }
        return isStated ? name : words.localTime
    }

    /// `06:00`.
    package func clock(hour: Int) -> String { hour.padded(to: 2) + ":00" }

    private func step(_ value: Double) -> String {
        fixed(value, value.rounded() == value ? 0 : 1)
    }

    private func isNearEnd(_ time: Double) -> Bool {
        end - time < 300 * 86_400 && time - end < 60 * 86_400
    }

    private func calendar(_ time: Double, withYear: Bool) -> String {
        let civil = zone.civil(time)
        let day = date(civil, withYear: withYear)
        // Midnight is written as the day alone.
        guard resolution < 86_400, civil.secondOfDay != 0 else { return day }
        return day + words.clockJoint + clock(civil)
    }

    private func date(_ civil: CivilTime, withYear: Bool) -> String {
        let name =
            words.months.indices.contains(civil.date.month - 1)
            ? words.months[civil.date.month - 1] : ""
        return "\(civil.date.day) " + name + (withYear ? " \(civil.date.year)" : "")
    }

    private func clock(_ civil: CivilTime) -> String {
        let seconds = civil.secondOfDay % 60
        let text = civil.hour.padded(to: 2) + ":" + (civil.secondOfDay / 60 % 60).padded(to: 2)
        return resolution < 60 || seconds != 0 ? text + ":" + seconds.padded(to: 2) : text
    }
}
