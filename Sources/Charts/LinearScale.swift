package import Values

/// A linear axis: its domain ends on ticks, whose step is 1, 2 or 5 × 10ⁿ.
package struct LinearScale: Sendable, Equatable {
    /// From the lowest to the highest tick.
    package let domain: ClosedRange<Double>
    /// The distance of two ticks, in units of the values.
    package let step: Double
    /// At most ten, ascending.
    package let ticks: [Double]
    let start: Double
    let end: Double

    /// A scale for `values` over the pixels from `start` to `end`.
    ///
    /// NaN and infinities are ignored; without any value the domain is 0…1, and a constant gets
    /// room on both sides.
    ///
    /// - Parameters:
    ///   - includesZero: for bars and areas, which start at 0.
    ///   - spacing: the desired distance of two ticks in pixels: about 80 across, 35 up.
    /// - Complexity: O(values).
    package init(
        values: some Sequence<Double>, from start: Double, to end: Double,
        includesZero: Bool = false, spacing: Double
    ) {
        self.init(
            values: values, from: start, to: end, includesZero: includesZero, spacing: spacing,
            most: 10)
    }

    /// - Parameter most: the most ticks.
    init(
        values: some Sequence<Double>, from start: Double, to end: Double,
        includesZero: Bool = false, spacing: Double, most: Int
    ) {
        let range = Self.range(of: values, includesZero: includesZero)
        let length = max(1, (end - start).magnitude)
        let choice = Self.choice(for: range, length: length, spacing: spacing, most: most)
        self.start = start
        self.end = end
        step = choice.step
        ticks = (choice.low...choice.high).map { Self.tick($0, choice) }
        domain =
            ClosedRange(from: Self.tick(choice.low, choice), to: Self.tick(choice.high, choice))
            ?? range
    }

    /// The pixel of a value. Values outside the domain lie outside the pixels; magnitudes beyond
    /// 10³⁰⁰ count as that.
    package func position(_ value: Double) -> Double {
        let width = domain.upperBound - domain.lowerBound
        let value = min(max(value, -Self.limit), Self.limit)
        return start + (value - domain.lowerBound) / width * (end - start)
    }

    /// Where bars start: the pixel of 0, or of the end of the domain nearest to it.
    var baseline: Double { position(min(max(0, domain.lowerBound), domain.upperBound)) }

    /// Gives all ticks the same decimals and the same suffix.
    package var format: AxisFormat {
        AxisFormat(
            step: step, largest: max(domain.lowerBound.magnitude, domain.upperBound.magnitude))
    }

    private struct Choice {
        let mantissa: Double
        let exponent: Int
        let low: Int
        let high: Int
        var step: Double {
            exponent >= 0
                ? mantissa * NumberFormat.powerOfTen(exponent)
                : mantissa / NumberFormat.powerOfTen(-exponent)
        }
    }

    /// The indices are multiplied or divided, not steps added up, so that the third tick of 0.1 is
    /// 0.3.
    private static func tick(_ index: Int, _ choice: Choice) -> Double {
        let units = Double(index) * choice.mantissa
        return choice.exponent >= 0
            ? units * NumberFormat.powerOfTen(choice.exponent)
            : units / NumberFormat.powerOfTen(-choice.exponent)
    }

    /// The domain without any values.
    private static let unit = 0.0...1.0

    /// Beyond this magnitude differences overflow.
    private static let limit = 1e300

    private static func range(
        of values: some Sequence<Double>, includesZero: Bool
    ) -> ClosedRange<Double> {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where value.isFinite {
            let clamped = min(max(value, -limit), limit)
            low = min(low, clamped)
            high = max(high, clamped)
        }
        guard low <= high else { return unit }
        if includesZero {
            low = min(low, 0)
            high = max(high, 0)
        }
        return widened(low, high)
    }

    /// A range of no width, or of one that doubles hardly resolve, gets room on both sides.
    private static func widened(_ low: Double, _ high: Double) -> ClosedRange<Double> {
        let largest = max(low.magnitude, high.magnitude)
        let isNarrow = high - low <= largest * 1e-9 || high - low < 1e-150
        guard largest >= 1e-150 || !isNarrow else { return unit }
        let room = isNarrow ? largest * 0.05 : 0
        return ClosedRange(from: low - room, to: high + room) ?? unit
    }

    private static func choice(
        for range: ClosedRange<Double>, length: Double, spacing: Double, most: Int
    ) -> Choice {
        let span = range.upperBound - range.lowerBound
        let exponent = NumberFormat.decimalExponent(span)
        var best: (cost: Double, choice: Choice)?
        for power in (exponent - 2)...(exponent + 1) {
            for mantissa in NiceStep.mantissas {
                guard let choice = fitted(range, mantissa, power) else { continue }
                let intervals = Double(choice.high - choice.low)
                let distance = length / intervals
                let waste = intervals * choice.step / span
                let isCrowded = intervals > Double(most - 1) || distance < spacing * 0.65
                let cost =
                    log2Distance(distance / spacing) + waste - 1 + (isCrowded ? 100 * intervals : 0)
                if cost < best?.cost ?? .infinity { best = (cost, choice) }
            }
        }
        return best?.choice ?? Choice(mantissa: 1, exponent: 0, low: 0, high: 1)
    }

    private static func fitted(
        _ range: ClosedRange<Double>, _ mantissa: Double, _ power: Int
    ) -> Choice? {
        let probe = Choice(mantissa: mantissa, exponent: power, low: 0, high: 1)
        let tolerance = 1e-9
        let low = (range.lowerBound / probe.step + tolerance).rounded(.down)
        let high = (range.upperBound / probe.step - tolerance).rounded(.up)
        guard let first = Int(exactly: low), let last = Int(exactly: high), first < last else {
            return nil
        }
        return Choice(mantissa: mantissa, exponent: power, low: first, high: last)
    }

    /// How many doublings a ratio is away from 1; linear between powers of two.
    private static func log2Distance(_ ratio: Double) -> Double {
        let above = max(ratio, 1 / max(ratio, 1e-9))
        let exponent = Double(above.exponent)
        return exponent + above.significand - 1
    }
}

/// How the ticks of one axis are written: with equal decimals and a common suffix for magnitude.
package struct AxisFormat: Sendable, Equatable {
    private let decimals: Int
    private let suffix: MagnitudeSuffix
    private let needsPower: Bool

    /// - Parameters:
    ///   - step: the distance of two ticks.
    ///   - largest: the largest magnitude among them.
    package init(step: Double, largest: Double) {
        suffix = MagnitudeSuffix(for: largest < 1e5 ? 0 : largest)
        let exponent = NumberFormat.decimalExponent(step / suffix.divisor)
        decimals = max(0, -exponent)
        needsPower = largest >= 1e15 || decimals > 6
    }

    /// The text of a tick; scientific where the axis reaches 10¹⁵ or needs more than six decimals.
    package func text(_ value: Double, _ style: NumberStyle) -> String {
        guard !needsPower else { return NumberFormat.scientific(value, digits: 6, style: style) }
        return NumberFormat.fixed(value / suffix.divisor, decimals: decimals, style: style)
            + (value == 0 ? "" : suffix.symbol(style))
    }
}
