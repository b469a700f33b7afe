internal import Charts
import Telemetry
import Values

extension Formatting {
    /// A time of the axis: `31 Dec 2015 06:00`, `31 Dec 2015` in daily data, `cycle 187`, `row 12`.
    func moment(_ time: Double) -> String {
        guard time.isFinite else { return NumberFormat.missing }
        switch axis {
        case .time: return calendar(time, withYear: true)
        case .cycle: return words.cycle + " " + step(time)
        case .row: return words.row + " " + step(time)
        }
    }

    /// The same without the year where it is near the end of the data.
    func shortMoment(_ time: Double) -> String {
        guard time.isFinite, case .time = axis else { return moment(time) }
        return calendar(time, withYear: !isNearEnd(time))
    }

    /// The day of a time, `31 Dec 2015`; on other axes as `moment`.
    func day(_ time: Double) -> String {
        guard time.isFinite, case .time = axis else { return moment(time) }
        return date(zone.civil(time), withYear: true)
    }

    /// The day without the year where it is near the end of the data.
    func shortDay(_ time: Double) -> String {
        guard time.isFinite, case .time = axis else { return moment(time) }
        return date(zone.civil(time), withYear: !isNearEnd(time))
    }

    /// The bare place on the axis for a table: `31 Dec 06:00`, `187`.
    func place(_ time: Double) -> String {
        guard time.isFinite else { return NumberFormat.missing }
        if case .time = axis { return shortMoment(time) }
        return step(time)
    }

    /// When something happened to the program, in UTC like the lines of its log and whatever the
    /// data's zone: `28 Nov 2026 19:22:05 UTC`.
    func instant(_ seconds: Double) -> String {
        let civil = CivilTime(secondsSince1970: seconds)
        return date(civil, withYear: true) + words.clockJoint + clock(civil) + " UTC"
    }

    /// As an address or a field of the filter writes it.
    func field(_ time: Double, withTime: Bool) -> String {
        guard time.isFinite else { return "" }
        if case .time = axis { return zone.civil(time).isoText(withTime: withTime) }
        return Int(exactly: time.rounded()).map(String.init) ?? ""
    }

    /// The zone's name for a caption: `local time`, `UTC`, `Europe/Berlin`; nothing without dates.
    var zoneName: String? {
        guard case .time(let name, let isStated) = axis else { return nil }
        return isStated ? name : words.localTime
    }

    /// A hour of the day: `06:00`.
    func clock(hour: Int) -> String { hour.padded(to: 2) + ":00" }

    /// A length on the axis: `2 hours`, `3.5 days`, `46 days`, `12 cycles`.
    func length(_ value: Double) -> String {
        guard value.isFinite else { return NumberFormat.missing }
        switch axis {
        case .time: return duration(value)
        case .cycle: return quantity(value, words.cycles)
        case .row: return quantity(value, words.rows)
        }
    }

    /// A duration in the unit that gives a handy number.
    func duration(_ seconds: Double) -> String {
        let size = seconds.magnitude
        switch size {
        case ..<60: return quantity(seconds, words.second)
        case ..<3_600: return quantity(seconds / 60, words.minute)
        case ..<86_400: return quantity(seconds / 3_600, words.hour)
        case ..<(800 * 86_400): return quantity(seconds / 86_400, words.day)
        default: return quantity(seconds / (365.25 * 86_400), words.year)
        }
    }

    /// A number with the form of its noun; one decimal below ten.
    func quantity(_ value: Double, _ forms: [String]) -> String {
        let rounded = value.magnitude < 9.95 ? (value * 10).rounded() / 10 : value.rounded()
        let isWhole = rounded == rounded.rounded()
        let text = fixed(rounded, isWhole ? 0 : 1)
        let form = isWhole ? words.plural.form(Int(exactly: rounded) ?? 2) : forms.count - 1
        return text + " " + (forms.indices.contains(form) ? forms[form] : forms.last ?? "")
    }

    private func step(_ value: Double) -> String {
        fixed(value, value.rounded() == value ? 0 : 1)
    }

    private func isNearEnd(_ time: Double) -> Bool {
        end - time < 300 * 86_400 && time - end < 60 * 86_400
    }

    private func calendar(_ time: Double, withYear: Bool) -> String {
        let civil = zone.civil(time)
        let day = date(civil, withYear: withYear)
        // Midnight is where days begin: the day alone says it.
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
