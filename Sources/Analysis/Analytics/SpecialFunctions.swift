#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The distribution functions that tests and intervals of this target stand on.
///
/// Sources: normal quantile, Wichura, "Algorithm AS 241", Applied Statistics 37 (1988);
/// log-gamma, Stirling's series (DLMF 5.11.1) after an upward shift of the argument; incomplete
/// gamma and beta, series and Lentz continued fractions (DLMF 8.7, 8.9, 8.17). Relative accuracy
/// is about 1e-12 for shape parameters up to 1e6. An argument outside the domain gives NaN.
public enum SpecialFunctions {
    /// P(Z <= x) of the standard normal distribution.
    public static func normalCDF(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// P(|Z| >= |z|) of the standard normal distribution, accurate far into the tails.
    public static func normalTwoSidedP(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

    /// The standard normal quantile; -inf at 0, +inf at 1, NaN outside [0, 1].
    public static func normalQuantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * polynomial(centreTop, r) / polynomial(centreBottom, r)
        }
        let r = (-log(min(p, 1 - p))).squareRoot()
        let value =
            r <= 5
            ? polynomial(middleTop, r - 1.6) / polynomial(middleBottom, r - 1.6)
            : polynomial(tailTop, r - 5) / polynomial(tailBottom, r - 5)
        return q < 0 ? -value : value
    }

    /// ln Γ(x) for x > 0.
    public static func logGamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        guard x.isFinite else { return .infinity }
        var shifted = x
        var product = 1.0
        while shifted < 12 {
            product *= shifted
            shifted += 1
        }
        let s = 1 / (shifted * shifted)
        let series =
            (1 / 12.0 - s * (1 / 360.0 - s * (1 / 1260.0 - s * (1 / 1680.0 - s / 1188.0))))
            / shifted
        return (shifted - 0.5) * log(shifted) - shifted + 0.5 * log(2 * Double.pi) + series
            - log(product)
    }

    /// The regularised lower incomplete gamma function P(a, x), a > 0, x >= 0.
    public static func gammaP(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        if x == 0 { return 0 }
        if x.isInfinite { return 1 }
        return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
    }

    /// The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x).
    public static func gammaQ(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        if x == 0 { return 1 }
        if x.isInfinite { return 0 }
        return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
    }

    /// P(X <= x) of the chi-square distribution; 0 for negative x.
    public static func chiSquareCDF(_ x: Double, degreesOfFreedom: Double) -> Double {
        gammaP(degreesOfFreedom / 2, max(0, x) / 2)
    }

    /// The chi-square quantile; 0 at p = 0, +inf at p = 1.
    public static func chiSquareQuantile(_ p: Double, degreesOfFreedom df: Double) -> Double {
        guard p >= 0, p <= 1, df > 0 else { return .nan }
        if p == 0 { return 0 }
        if p == 1 { return .infinity }
        var high = max(df, 1)
        while chiSquareCDF(high, degreesOfFreedom: df) < p, high < 1e300 { high *= 2 }
        return increasingRoot(low: 0, high: high) { chiSquareCDF($0, degreesOfFreedom: df) - p }
    }

    /// The regularised incomplete beta function I_x(a, b).
    public static func betaI(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
        if x == 0 || x == 1 { return x }
        let front = exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
        return x < (a + 1) / (a + b + 2)
            ? front * betaFraction(x, a, b) / a
            : 1 - front * betaFraction(1 - x, b, a) / b
    }

    /// The `p`-quantile of the beta distribution with shapes `a` and `b`.
    public static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
        guard p >= 0, p <= 1, a > 0, b > 0 else { return .nan }
        if p == 0 || p == 1 { return p }
        return increasingRoot(low: 0, high: 1) { betaI($0, a, b) - p }
    }

    /// The root of an increasing function by bisection to the last representable step.
    static func increasingRoot(low: Double, high: Double, _ f: (Double) -> Double) -> Double {
        var low = low
        var high = high
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if f(middle) < 0 { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}

// MARK: - Series and continued fractions
extension SpecialFunctions {
    /// Steps after which an expansion is given up; sqrt(shape) · 20 are needed.
    private static var stepLimit: Int { 100_000 }

    private static func gammaFront(_ a: Double, _ x: Double) -> Double {
        exp(a * log(x) - x - logGamma(a))
    }

    private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        var k = a
        for _ in 0..<stepLimit {
            k += 1
            term *= x / k
            sum += term
            if term < sum * 1e-16 { break }
        }
        return min(1, sum * gammaFront(a, x))
    }

    private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var h = d
        for i in 1...stepLimit {
            let an = -Double(i) * (Double(i) - a)
            b += 2
            d = 1 / guarded(an * d + b, tiny)
            c = guarded(b + an / c, tiny)
            h *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return min(1, h * gammaFront(a, x))
    }

    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1), tiny)
        var h = d
        for i in 1...stepLimit {
            let m = Double(i)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d, tiny)
            c = guarded(1 + even / c, tiny)
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d, tiny)
            c = guarded(1 + odd / c, tiny)
            h *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return h
    }

    private static func guarded(_ x: Double, _ tiny: Double) -> Double {
        abs(x) < tiny ? tiny : x
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }
}

// MARK: - Coefficients of AS 241, lowest power first
extension SpecialFunctions {
    private static let centreTop = [
        3.387_132_872_796_366_608, 133.141_667_891_784_377_45, 1971.590_950_306_551_442_7,
        13_731.693_765_509_461_125, 45_921.953_931_549_871_457, 67_265.770_927_008_700_853,
        33_430.575_583_588_128_105, 2509.080_928_730_122_672_7,
    ]
    private static let centreBottom = [
        1.0, 42.313_330_701_600_911_252, 687.187_007_492_057_908_3, 5394.196_021_424_751_107_7,
        21_213.794_301_586_595_867, 39_307.895_800_092_710_61, 28_729.085_735_721_942_674,
        5226.495_278_852_854_561,
    ]
    private static let middleTop = [
        1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_9, 5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 0.241_780_725_177_450_611_77,
        0.022_723_844_989_269_184_583_3, 7.745_450_142_783_414_076_4e-4,
    ]
    private static let middleBottom = [
        1.0, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_4,
        0.689_767_334_985_100_004_55, 0.148_103_976_427_480_074_59, 0.015_198_666_563_616_457_196_6,
        5.475_938_084_995_344_946e-4, 1.050_750_071_644_416_843_24e-9,
    ]
    private static let tailTop = [
        6.657_904_643_501_103_777_2, 5.463_784_911_164_114_369_9, 1.784_826_539_917_291_335_8,
        0.296_560_571_828_504_891_23, 0.026_532_189_526_576_123_093,
        0.001_242_660_947_388_078_438_6,
        2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
    ]
    private static let tailBottom = [
        1.0, 0.599_832_206_555_887_937_69, 0.136_929_880_922_735_805_31,
        0.014_875_361_290_850_615_025, 7.868_691_311_456_132_591e-4, 1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7, 2.044_263_103_389_939_785_64e-15,
    ]
}
