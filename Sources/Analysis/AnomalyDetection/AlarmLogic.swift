/// Turns scores into decisions that do not flutter.
enum AlarmLogic {
    /// On above `enter`, off again at or below `leave`. O(n).
    static func hysteresis(_ scores: [Double], leave: Double, enter: Double) -> [Bool] {
        var isOn = false
        return scores.map { score in
            isOn = isOn ? score > leave : score > enter
            return isOn
        }
    }

    /// Whether more than half of the `width` rows around each one are on, the window cut at the
    /// ends. O(n).
    static func majority(_ flags: [Bool], width: Int) -> [Bool] {
        Rolling.centredCounts(flags, width: width).map { $0.hits * 2 > $0.size }
    }
}
