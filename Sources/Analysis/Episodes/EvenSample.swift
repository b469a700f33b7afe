import Values

/// A sample that is spread over a whole range and keeps no rhythm with it.
enum EvenSample {
    /// `count` numbers of `0 ..< total`, ascending, one from each of as many equal parts; all of
    /// them where there are no more. The place within a part follows the golden ratio, so that a
    /// period of the recording meets all of its phases. No random numbers: always the same.
    static func places(_ count: Int, of total: Int) -> [Int] {
        guard total > count else { return Array(0..<max(0, total)) }
        let golden = (5.0.squareRoot() - 1) / 2
        return (0..<count).map { index in
            let within = (Double(index) * golden).truncatingRemainder(dividingBy: 1)
            let place = (Double(index) + within) * Double(total) / Double(count)
            return min(total - 1, Int(clamping: place))
        }
    }
}
