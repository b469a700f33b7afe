import Values

/// What a stretch of residuals without one level is like: swings, another relation to what is
/// expected, or a cycle at another time.
struct StretchEvidence: Sendable {
    /// The strongest swing, unless it is the day's or half a day's.
    private(set) var swing = Spectrum.Band()
    /// How far the readings move for one unit of what is expected; 1 is usual.
    private(set) var slope = 1.0
    /// Correlation of the readings with what is expected.
    private(set) var agreement = 1.0
    /// The share of the residuals' squares that another slope explains.
    private(set) var explained = 0.0
    /// Spread of what is expected over that of the residuals.
    private(set) var expectedSpread = 0.0
    /// The share of the residuals' variance that a cycle at another time explains.
    private(set) var turned = 0.0
    /// The correlation of a residual with the next one.
    private(set) var persistence = 0.0

    /// - Parameters:
    ///   - residual: By slot of the whole record, NaN where missing.
    ///   - course: The cycle of the day, by slot; `nil` for records without days.
    /// - Complexity: O(slots · 48), and 768² for the swings.
    init(residual: [Double], reading: [Double], course: [Double]?, stretch: Range<Int>, day: Int?) {
        let part = Array(residual[stretch])
        guard part.contains(where: { !$0.isNaN }) else { return }
        let swing = Spectrum.strongest(part)
        let length = Double(part.count)
        let isDaily =
            day.map {
                abs(swing.period / Double($0) - 1) < 0.25
                    || abs(2 * swing.period / Double($0) - 1) < 0.15
            } ?? false
        if swing.period > 2.5, swing.period < length / 2.5, !isDaily { self.swing = swing }
        relate(part, expected: stretch.map { reading[$0] - residual[$0] })
        persistence = Self.persistence(part)
        if let day, let course, part.count * 5 >= day * 6 {
            turned = Self.turned(part, course: course, stretch: stretch, day: day)
        }
    }

    private mutating func relate(_ part: [Double], expected: [Double]) {
        let known = part.indices.filter { !part[$0].isNaN && !expected[$0].isNaN }
        guard known.count > 10 else { return }
        let count = Double(known.count)
        let meanExpected = known.reduce(0) { $0 + expected[$1] } / count
        let mean = known.reduce(0) { $0 + part[$1] } / count
        var square = 0.0
        var product = 0.0
        var own = 0.0
        var total = 0.0
        for place in known {
            let x = expected[place] - meanExpected
            let residual = part[place] - mean
            square += x * x
            product += x * (x + residual)
            own += (x + residual) * (x + residual)
            total += part[place] * part[place]
        }
        slope = product / max(square, 1e-12)
        agreement = product / max(own * square, 1e-18).squareRoot()
        var left = 0.0
        var spread = 0.0
        for place in known {
            let residual = part[place] - mean
            let rest = residual - (slope - 1) * (expected[place] - meanExpected)
            left += rest * rest
            spread += residual * residual
        }
        explained = 1 - left / max(total, 1e-12)
        expectedSpread = (square / max(spread, 1e-18)).squareRoot()
    }

    private static func persistence(_ part: [Double]) -> Double {
        let pairs = zip(part.dropFirst(), part).filter { !$0.isNaN && !$1.isNaN }
        return pairs.count > 5 ? Followers.correlation(pairs.map(\.0), pairs.map(\.1)) : 0
    }

    /// The best explanation by the course of the day moved by up to 0.45 of a day, either way.
    private static func turned(
        _ part: [Double], course: [Double], stretch: Range<Int>, day: Int
    ) -> Double {
        let known = part.indices.filter { !part[$0].isNaN }
        let count = Double(max(1, known.count))
        let mean = known.reduce(0) { $0 + part[$1] } / count
        let total = known.reduce(0) { $0 + (part[$1] - mean) * (part[$1] - mean) }
        let most = Int(clamping: 0.45 * Double(day))
        let length = course.count
        var best = 0.0
        for turn in stride(from: -most, through: most, by: max(1, day / 48)) where turn != 0 {
            var sum = 0.0
            var square = 0.0
            var product = 0.0
            for place in known {
                let slot = stretch.lowerBound + place
                let other = ((slot - turn) % length + length) % length
                let change = course[other] - course[slot]
                sum += change
                square += change * change
                product += change * (part[place] - mean)
            }
            square -= sum * sum / count
            guard square > 0 else { continue }
            let height = product / square
            if 0.4...1.7 ~= height {
                best = max(best, product * product / square / max(total, 1e-12))
            }
        }
        return best
    }
}
