import Values

/// The two lines of labels below a time axis.
enum TimeLabels {
    /// Labels for ticks of one step; the second line stands at the first tick and where it changes.
    static func ticks(
        at moments: [Double], _ step: TickStep, _ zone: ChartCalendar
    ) -> [TimeScale.Tick] {
        var previous: String?
        return moments.map { moment in
            let lines = self.lines(at: zone.wallClock(at: moment), step, zone)
            defer { previous = lines.context }
            return TimeScale.Tick(
                moment: moment, label: lines.label,
                context: lines.context == previous ? nil : lines.context)
        }
    }

    /// Labels for the two ends of a domain without boundaries, to the millisecond.
    static func ends(of domain: ClosedRange<Double>, _ zone: ChartCalendar) -> [TimeScale.Tick] {
        [domain.lowerBound, domain.upperBound].enumerated().map { index, moment in
            let seconds = zone.wallClock(at: moment)
            let thousandths = Int(
                clamping: ((moment - moment.rounded(.down)) * 1_000).rounded(.down))
            let fraction =
                thousandths > 0 ? zone.numbers.decimalSign + thousandths.padded(to: 3) : ""
            return TimeScale.Tick(
                moment: moment, label: clock(seconds, withSeconds: true) + fraction,
                context: index == 0 ? date(seconds, zone) : nil)
        }
    }

    private static func lines(
        at seconds: Int, _ step: TickStep, _ zone: ChartCalendar
    ) -> (label: String, context: String?) {
        let day = CivilDate(daysSince1970: TickStep.floored(seconds, 86_400))
        let month = zone.monthNames[day.month - 1]
        switch step {
        case .seconds(let count):
            return (clock(seconds, withSeconds: count < 60), date(seconds, zone))
        case .days, .weeks: return (String(day.day), month + " " + String(day.year))
        case .months(let count) where count < 12: return (month, String(day.year))
        case .months: return (String(day.year), nil)
        }
    }

    /// `06:00`, or `06:00:15` with seconds.
    static func clock(_ seconds: Int, withSeconds: Bool) -> String {
        let second = seconds - TickStep.floored(seconds, 86_400) * 86_400
        let minutes = (second / 3_600).padded(to: 2) + ":" + (second / 60 % 60).padded(to: 2)
        return withSeconds ? minutes + ":" + (second % 60).padded(to: 2) : minutes
    }

    /// `2 Feb 2015`.
    static func date(_ seconds: Int, _ zone: ChartCalendar) -> String {
        let day = CivilDate(daysSince1970: TickStep.floored(seconds, 86_400))
        return "\(day.day) \(zone.dateMonths[day.month - 1]) \(day.year)"
    }
}
