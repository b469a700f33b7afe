import Reports

/// When a forecast meets a level: its own line, as it is drawn, and within its own horizon.
struct ForecastCrossing {
    /// When the line does.
    let time: Double
    /// When the side of the 80 % interval that is nearer to the level does.
    let earliest: Double
    /// When the other side does; `nil` where it does not within the horizon.
    let latest: Double?

    /// `nil` where the line does not reach the level within the horizon.
    ///
    /// - Parameters:
    ///   - isUpper: Whether the level is approached from below.
    ///   - now: The time of the last value, at which line and interval begin.
    ///   - value: The last value.
    init?(
        _ figures: ForecastFigures, level: Double, isUpper: Bool, after now: Double,
        at value: Double
    ) {
        let sign = isUpper ? 1.0 : -1.0
        func reached(_ line: [Double]) -> Double? {
            var (time, height) = (now, sign * (value - level))
            for (next, value) in zip(figures.times, line) {
                let following = sign * (value - level)
                if following >= 0 {
                    return height < 0
                        ? time + (next - time) * height / (height - following) : time
                }
                (time, height) = (next, following)
            }
            return nil
        }
        guard let time = reached(figures.values),
            let earliest = reached(isUpper ? figures.high80 : figures.low80)
        else { return nil }
        self.time = time
        self.earliest = earliest
        latest = reached(isUpper ? figures.low80 : figures.high80)
    }
}
