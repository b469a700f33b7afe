import Reports

/// When a forecast meets a level, interpolated between its steps as it is drawn, within its
/// horizon. Times are in the axis' unit.
struct ForecastCrossing {
    /// When the forecast itself meets the level.
    let time: Double
    /// When the nearer side of its 80 % interval does.
    let earliest: Double
    /// When the farther side does; `nil` where it does not within the horizon.
    let latest: Double?

    /// `nil` where the forecast does not reach the level within the horizon.
    ///
    /// - Parameters:
    ///   - isUpper: Whether the level is approached from below.
    ///   - now: The time of the last value, where line and interval begin.
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
