/// The range in which the values of one series are expected, and where they left it.
///
/// Made by ``BandEstimator``. Indices are those of the series fitted.
public struct DeviceBand: Sendable, Equatable {
    /// The expected value of each phase of the period; one value where there is no season.
    public let centre: [Double]
    /// How far below the centre a value may lie.
    public let below: Double
    /// How far above the centre a value may lie.
    public let above: Double
    /// The factor of the band, as in ``BandEstimator/k``: a value at a limit has |z| = k.
    public let k: Double
    /// Runs of values outside the band, in order.
    public let excursions: [BandExcursion]
    /// Finite values of the series.
    public let count: Int
    /// How many of them lie outside the band.
    public let countOutside: Int
    /// z of the last finite value.
    public let lastZ: Double

    /// Whether the centre changes with the phase of the period.
    public var isSeasonal: Bool { centre.count > 1 }

    /// The lower limit at a place of the series (or beyond its end).
    public func lower(at index: Int) -> Double { centre(at: index) - below }

    /// The upper limit at a place of the series (or beyond its end).
    public func upper(at index: Int) -> Double { centre(at: index) + above }

    /// The middle of the band at a place of the series (or beyond its end).
    public func centre(at index: Int) -> Double {
        let phase = index % centre.count
        return centre[phase < 0 ? phase + centre.count : phase]
    }

    /// The distance of a value from the centre in robust standard deviations, sign kept.
    ///
    /// |z| > k outside the band and nowhere else; NaN for a missing value. On a constant series
    /// (no width) it is 0 at the centre and infinite elsewhere.
    public func z(_ value: Double, at index: Int) -> Double {
        let deviation = value - centre(at: index)
        let width = deviation < 0 ? below : above
        return deviation == 0 ? 0 : deviation * k / width
    }

    /// Whether the last finite value lies outside.
    public var isOutNow: Bool { abs(lastZ) > k }

    /// The same band for the part of the series from `places` on, whose indices count from there.
    ///
    /// Excursions and counts stay those of the whole series.
    public func dropping(first places: Int) -> DeviceBand {
        let shift = centre.isEmpty ? 0 : places % centre.count
        return DeviceBand(
            centre: Array(centre[shift...] + centre[..<shift]), below: below, above: above, k: k,
            excursions: excursions, count: count, countOutside: countOutside, lastZ: lastZ)
    }
}

/// A run of values outside the expected band, its places those of the series; missing values
/// neither end nor lengthen it.
public struct BandExcursion: Sendable, Equatable {
    /// Index of the first value outside.
    public let start: Int
    /// Index of the last value outside.
    public let end: Int
    /// Number of values outside, at most `end - start + 1`.
    public let count: Int
    /// The z of largest size, with its sign.
    public let peakZ: Double
    /// Index of the value with `peakZ`.
    public let peakIndex: Int
    /// Whether the last finite value of the series belongs to it.
    public let isOpen: Bool
}
