#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Estimates the expected band of a series: median ± k robust standard deviations.
///
/// The scale of each side is 1.4826 × MAD, so that excursions covering up to a quarter of the
/// series hardly move it. Four things keep false alarms down:
/// - a tail heavier than the normal one, read from the 75 and 90 % points of each side, which
///   short excursions hardly reach, widens that side (deviations grow like z^g, g >= 1);
/// - where more than half of the values are equal, the scale comes from the outer quantiles;
/// - no side is narrower than two steps of the values' resolution (counts, rounded readings);
/// - a side that more than a tenth of the values leaves again and again is the series' habit,
///   and is widened to its 99.5 % point. One long excursion stays an excursion.
///
/// With a period the centre is the median of each phase, where that makes the band clearly
/// narrower. O(n).
public struct BandEstimator: Sendable {
    /// Half the width of the band, in robust standard deviations.
    public var k: Double

    /// `k` is the half width of the band, in robust standard deviations.
    public init(k: Double = 4) { self.k = k }

    /// The band of a series, or nil when no value is present.
    ///
    /// - Parameters:
    ///   - all: Evenly spaced bucket values; NaN (and infinity) is missing.
    ///   - period: Buckets in a day (or another period), when there is one to try.
    ///   - baseline: The part of the series that says what is ordinary; all of it where nil. The
    ///     band is compared with every value all the same.
    public func fit(
        _ all: [Double], period: Int? = nil, baseline: Range<Int>? = nil
    ) -> DeviceBand? {
        let values =
            baseline.map { part in
                all.indices.map { part.contains($0) ? all[$0] : .nan }
            } ?? all
        let flat = Statistics.median(values.filter(\.isFinite))
        guard flat.isFinite else { return nil }
        let centre = seasonalCentre(values, period: period, flat: flat) ?? [flat]
        let period = centre.count
        var deviations: [Double] = []
        deviations.reserveCapacity(values.count)
        var phase = 0
        for value in values {
            if value.isFinite { deviations.append(value - centre[phase]) }
            phase = phase + 1 == period ? 0 : phase + 1
        }
        let step = ValueResolution.step(of: values)
        let mad = Statistics.median(deviations.map(abs)) * Statistics.madConsistency
        return band(
            all, centre: centre, below: width(Side(deviations, sign: -1), mad: mad, step: step),
            above: width(Side(deviations, sign: 1), mad: mad, step: step))
    }

    // MARK: - One side

    private func width(_ side: Side, mad: Double, step: Double) -> Double {
        var width = max(k * mad, 2 * step)
        if mad == 0 { width = max(width, k * outerScale(side)) }
        // One long excursion reaches the quantiles that tell a heavy tail.
        let outside = side.outside(width)
        if outside.count * 12 <= side.count || outside.runs >= 5 {
            width = max(width, k * heavyTailScale(side))
        }
        let left = side.outside(width)
        let isHabit = left.count * 10 > side.count && left.runs >= 5
        return isHabit ? max(width, side.quantile(0.995)) : width
    }

    /// The scale of a side whose deviations grow like z^g, or 0 where the tail is not heavy.
    private func heavyTailScale(_ side: Side) -> Double {
        let quarter = side.quantile(0.75)
        let tenth = side.quantile(0.9)
        guard quarter > 0, tenth > quarter, side.count >= 40 else { return 0 }
        let normalQuarter = 0.674_489_750_196_081_7
        let normalTenth = 1.281_551_565_544_600_4
        // The standard error of g on normal data is about 2.7 / sqrt(n).
        let g =
            log(tenth / quarter) / log(normalTenth / normalQuarter)
            - 2.7 / Double(side.count).squareRoot()
        guard g > 1, k > 0 else { return 0 }
        return quarter * pow(k / normalQuarter, min(g, 3)) / k
    }

    /// The scale from the first of the 90, 95 and 99 % points that is not 0; 0 where all are.
    private func outerScale(_ side: Side) -> Double {
        for (level, normal) in [(0.9, 1.2816), (0.95, 1.6449), (0.99, 2.3263)] {
            let distance = side.quantile(level)
            if distance > 0 { return distance / normal }
        }
        return 0
    }

    // MARK: - Season

    /// The median of each phase; nil with fewer than seven periods or fewer than five values in a
    /// phase, or when the medians take less than a fifth off the typical deviation.
    private func seasonalCentre(_ values: [Double], period: Int?, flat: Double) -> [Double]? {
        guard let period, period > 1, values.count >= 7 * period else { return nil }
        var phases = [[Double]](repeating: [], count: period)
        for (index, value) in values.enumerated() where value.isFinite {
            phases[index % period].append(value)
        }
        guard phases.allSatisfy({ $0.count >= 5 }) else { return nil }
        let centre = phases.map { Statistics.median($0) }
        let whole = Statistics.median(values.lazy.filter(\.isFinite).map { abs($0 - flat) })
        let left = Statistics.median(
            values.indices.lazy.filter { values[$0].isFinite }
                .map { abs(values[$0] - centre[$0 % period]) })
        return left < 0.8 * whole ? centre : nil
    }

    // MARK: - Excursions

    private func band(
        _ values: [Double], centre: [Double], below: Double, above: Double
    ) -> DeviceBand {
        let empty = DeviceBand(
            centre: centre, below: below, above: above, k: k, excursions: [], count: 0,
            countOutside: 0, lastZ: .nan)
        var runs = ExcursionRuns(k: k)
        for (index, value) in values.enumerated() where value.isFinite {
            runs.add(empty.z(value, at: index), at: index)
        }
        let excursions = runs.finished()
        return DeviceBand(
            centre: centre, below: below, above: above, k: k, excursions: excursions,
            count: runs.count, countOutside: excursions.reduce(0) { $0 + $1.count },
            lastZ: runs.last)
    }
}

/// The deviations as seen from one side: positive ones point away from the centre.
private struct Side {
    private let deviations: [Double]
    private let sign: Double

    init(_ deviations: [Double], sign: Double) {
        self.deviations = deviations
        self.sign = sign
    }

    var count: Int { deviations.count }

    func quantile(_ p: Double) -> Double {
        sign * Statistics.quantile(deviations, sign > 0 ? p : 1 - p)
    }

    /// How many deviations lie beyond a limit, and in how many runs.
    func outside(_ limit: Double) -> (count: Int, runs: Int) {
        var count = 0
        var runs = 0
        var isOut = false
        for deviation in deviations {
            let now = sign * deviation > limit
            if now { count += 1 }
            if now, !isOut { runs += 1 }
            isOut = now
        }
        return (count, runs)
    }
}

/// Gathers runs of |z| > k from values in order.
private struct ExcursionRuns {
    let k: Double
    private(set) var count = 0
    private(set) var last = Double.nan
    private var done: [BandExcursion] = []
    private var open: BandExcursion?

    init(k: Double) { self.k = k }

    mutating func add(_ z: Double, at index: Int) {
        count += 1
        last = z
        guard abs(z) > k else {
            if let open { done.append(open) }
            open = nil
            return
        }
        let isPeak = abs(z) > abs(open?.peakZ ?? 0)
        open = BandExcursion(
            start: open?.start ?? index, end: index, count: (open?.count ?? 0) + 1,
            peakZ: isPeak ? z : open?.peakZ ?? z,
            peakIndex: isPeak ? index : open?.peakIndex ?? index, isOpen: false)
    }

    func finished() -> [BandExcursion] {
        guard let open else { return done }
        return done + [
            BandExcursion(
                start: open.start, end: open.end, count: open.count, peakZ: open.peakZ,
                peakIndex: open.peakIndex, isOpen: true)
        ]
    }
}
