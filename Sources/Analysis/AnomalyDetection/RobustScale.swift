/// A centre and a scale that outliers hardly move and that is not zero where the values vary.
struct RobustScale: Sendable, Equatable {
    let centre: Double
    /// 0 only for constant or missing values.
    let scale: Double

    /// Median, and 1.4826 MAD; where more than half of the values are equal, the mean absolute
    /// deviation in its place. Centre NaN without values. O(n).
    init(_ values: [Double]) {
        centre = Statistics.median(values)
        let mad = Statistics.mad(values)
        if mad > 0 || !centre.isFinite {
            scale = mad.isFinite ? mad : 0
        } else {
            let centre = centre
            let mean = Statistics.mean(values.map { abs($0 - centre) })
            // sqrt(π/2): a normal distribution's standard deviation over that mean.
            scale = mean.isFinite ? mean * 1.253_314_137_315_500_3 : 0
        }
    }

    /// The distance from the centre in scales; NaN for a missing value, 0 where nothing was
    /// learned, and at most 1e6 (any deviation from a constant).
    func z(_ value: Double) -> Double {
        guard centre.isFinite, !value.isNaN else { return value.isNaN ? .nan : 0 }
        let deviation = value - centre
        if deviation == 0 { return 0 }
        let ratio = scale > 0 ? deviation / scale : (deviation > 0 ? 1e6 : -1e6)
        return min(1e6, max(-1e6, ratio))
    }
}
