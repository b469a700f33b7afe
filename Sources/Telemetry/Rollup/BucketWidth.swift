import Values

/// The widths that buckets may have.
enum BucketWidth {
    /// Widths below 1 s, from a nanosecond on, rising.
    private static let fractions: [Double] = (1...9).reversed().flatMap { digits in
        let unit = (0..<digits).reduce(1.0) { power, _ in power * 10 }
        return [1 / unit, 2 / unit, 5 / unit]
    }

    /// The greatest usual width not above a sampling interval; 1 without an interval.
    ///
    /// On a calendar axis at most `limit` (a day, or less where clocks change, so that midnights
    /// stay edges of buckets). On other axes at most 1: a counter with larger steps has few cells
    /// anyway. Of the widths down to about a quarter of the interval, those that divide it are
    /// preferred: with readings every 4 hours every fourth bucket of 3 hours would be empty.
    static func suitable(step: Double, isCalendar: Bool, limit: Double = 86_400) -> Double {
        guard step.isFinite, step > 0 else { return 1 }
        let widths = fractions + (isCalendar ? NiceStep.seconds : [1])
        let fitting = widths.filter { $0 <= min(step, limit) * (1 + 1e-9) }
        let even = fitting.last { width in
            let factor = step / width
            return factor <= 4.5 && abs(factor - factor.rounded()) < 1e-6 * factor
        }
        return even ?? fitting.last ?? widths[0]
    }

    /// The usual widths above `width` that are whole multiples of it, then 40 doublings, rising.
    static func multiples(of width: Double, isCalendar: Bool) -> [Double] {
        let sensible = (isCalendar ? fractions + NiceStep.seconds : []).filter { candidate in
            let factor = (candidate / width).rounded()
            return factor >= 2 && abs(candidate / width - factor) < 1e-6
        }
        let last = sensible.last ?? width
        return sensible + (1...40).map { last * Double(1 << $0) }
    }

    /// The next usual width that is a whole multiple of `width`, at least twice; else twice.
    static func next(after width: Double, isCalendar: Bool) -> Double {
        guard isCalendar else { return width * 2 }
        let multiple = (fractions + NiceStep.seconds).first { candidate in
            let factor = (candidate / width).rounded()
            return factor >= 2 && abs(candidate / width - factor) < 1e-6
        }
        return multiple ?? width * 2
    }
}
