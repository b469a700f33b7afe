extension Zone {
    /// Days since 1970-01-01 and seconds since midnight, on the wall clock; 1970 for NaN. Times are
    /// limited to about 30,000 years around 1970.
    public func daysAndSeconds(at time: Double) -> (days: Int, seconds: Double) {
        let wall = wall(time.isNaN ? 0 : min(max(time, -1e12), 1e12))
        let days = (wall / 86_400).rounded(.down)
        return (Int(clamping: days), wall - days * 86_400)
    }

    /// The date on the wall clock at a moment in epoch seconds.
    public func date(at time: Double) -> CivilDate {
        CivilDate(daysSince1970: daysAndSeconds(at: time).days)
    }

    /// The hour on the wall clock, 0 to 23.
    public func hour(at time: Double) -> Int {
        Int(clamping: daysAndSeconds(at: time).seconds / 3_600)
    }

    /// The weekday on the wall clock, 0 = Monday.
    public func weekday(at time: Double) -> Int {
        CivilDate.weekday(daysSince1970: daysAndSeconds(at: time).days)
    }

    /// The moment at which a day begins, in epoch seconds: midnight, or the first moment after it
    /// where the clock skips it.
    public func start(ofDay daysSince1970: Int) -> Double {
        time(ofWall: Double(daysSince1970) * 86_400)
    }

    /// The beginning of the calendar unit that contains a moment; weeks begin on Monday.
    ///
    /// `TimeStep.width` is not a calendar unit: the moment itself is returned.
    public func start(of step: TimeStep, at time: Double) -> Double {
        let (days, seconds) = daysAndSeconds(at: time)
        switch step {
        case .width: return time
        case .hour: return time - seconds.truncatingRemainder(dividingBy: 3_600)
        case .day: return start(ofDay: days)
        case .week: return start(ofDay: days - CivilDate.weekday(daysSince1970: days))
        case .month: return start(ofDay: date(at: time).firstOfMonth().daysSince1970)
        }
    }

    /// The beginning of the next calendar unit, where one begins at `start`.
    public func next(_ step: TimeStep, after start: Double) -> Double {
        let days = daysAndSeconds(at: start).days
        switch step {
        case .width(let width): return start + width
        case .hour: return start + 3_600
        case .day: return self.start(ofDay: days + 1)
        case .week: return self.start(ofDay: days + 7)
        case .month:
            return self.start(ofDay: date(at: start).firstOfMonth(adding: 1).daysSince1970)
        }
    }
}
