import Reports
import Values

extension FindingFigures {
    /// Findings about events; false for those of other functions.
    mutating func describeEvents(_ kind: Finding.Kind) -> Bool {
        switch kind {
        case .eventsChanged(let kind, let code, let figures, let p, let devices, let share):
            say("events_changed", devices)
            add(kind, code)
            add(figures, p)
            number("top_share", share)
        case .eventsLevel(let kind, let figures, let p):
            say("events_level")
            add(kind, nil)
            add(figures, p)
        case .rateShift(let kind, let code, let at, let before, let after, let devices, let p):
            say("rate_shift")
            add(kind, code)
            moment("at", at)
            number("before", before)
            number("after", after)
            number("devices", Double(devices))
            number("p", p)
        case .wave(let kind, let wave):
            say("wave")
            add(kind, nil)
            add(wave)
        case .concentration(let kind, let devices, let share, let total):
            say("concentration", devices)
            add(kind, nil)
            number("share", share)
            number("total", total)
        case .nameGroups(let groups, let total):
            say("name_groups")
            for group in groups { number("events_" + group.name, group.events) }
            number("total", total)
        case .hotHour(let kind, let hour, let share, let times):
            say("hot_hour")
            add(kind, nil)
            number("hour", hour)
            number("share", share)
            number("times", times)
        case .busiest(let from, let to, let kind, let count, let ordinary):
            say("busiest")
            add(kind, nil)
            moment("from", from)
            moment("to", to)
            number("count", count)
            number("ordinary", ordinary)
        default: return describeWarnings(kind)
        }
        return true
    }

    private mutating func describeWarnings(_ kind: Finding.Kind) -> Bool {
        switch kind {
        case .beforeFailure(let metric, let code, let sign):
            say("before_failure")
            text("metric", metric.name)
            text("code", code.name)
            number("value", sign.value)
            number("ordinary", sign.ordinary)
            number("nearest_hours", sign.nearest)
            number("farthest_hours", sign.farthest)
            number("failures", sign.failures)
        case .precursor(let code, let failure, let share, let followed, let chance, let hours):
            say("precursor")
            text("code", code.name)
            text("failure", failure.name)
            number("share", share)
            number("followed", followed)
            number("chance", chance)
            number("hours", hours)
        case .noPrecursor(let failures):
            say("no_precursor")
            number("failures", failures)
        default: return false
        }
        return true
    }

    /// Findings about patterns of a reading; false for those of other functions.
    mutating func describePatterns(_ kind: Finding.Kind) -> Bool {
        switch kind {
        case .dailyPattern(let metric, let strength, let hour, let amplitude):
            say("daily_pattern")
            text("metric", metric.name)
            number("strength", strength)
            number("peak_hour", hour)
            number("amplitude", amplitude)
        case .weeklyPattern(let metric, let strength, let highest, let lowest, let amplitude):
            say("weekly_pattern")
            text("metric", metric.name)
            number("strength", strength)
            number("highest_day", highest)
            number("lowest_day", lowest)
            number("amplitude", amplitude)
        case .yearlyPattern(let metric, let highest, let lowest, let high, let low, let p):
            say("yearly_pattern")
            text("metric", metric.name)
            number("highest_month", highest + 1)
            number("lowest_month", lowest + 1)
            number("high", high)
            number("low", low)
            number("p", p)
        default: return false
        }
        return true
    }

    private mutating func add(_ kind: EventKind, _ code: CodeRef?) {
        text("events", kind.rawValue)
        text("code", code?.name)
    }

    private mutating func add(_ figures: Compared, _ p: Double) {
        number("current", figures.current)
        number("previous", figures.previous)
        number("p", p)
    }

    private mutating func add(_ wave: EventWave) {
        moment("from", wave.from)
        moment("to", wave.to)
        number("count", wave.count)
        number("times", wave.times)
        moment("fullest_from", wave.fullestFrom)
        number("fullest_count", wave.fullestCount)
    }
}
