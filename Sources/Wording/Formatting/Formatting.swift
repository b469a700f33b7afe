private import Foundation
package import Reports
package import Values

/// How numbers and times are written on the pages, for one data set and one language.
///
/// Missing values and those that are not finite are an en dash; there is no `NaN` and no `-0`, and
/// exponents are powers of ten: `3.73×10⁻⁶`.
package struct Formatting: Sendable {
    /// The unit of times: seconds since 1970, cycles or rows.
    package let axis: TimeKind
    /// The zone in which times are written.
    package let zone: Zone
    /// The distance of two readings, in units of the axis: daily data have no time of day.
    package let resolution: Double
    /// The end of the data; dates near it need no year.
    package let end: Double
    package let words: CalendarWords
    package let numbers: NumberStyle

    package init(
        axis: TimeKind, zone: Zone, resolution: Double, end: Double,
        words: CalendarWords = .english, numbers: NumberStyle = .english
    ) {
        self.axis = axis
        self.zone = zone
        self.resolution = resolution
        self.end = end
        self.words = words
        self.numbers = numbers
    }

    /// The format for a data set, or a plain one in UTC where none is loaded.
    package init(_ context: ReportContext?, language: Language = .en) {
        self.init(
            axis: context?.axis ?? .time(zone: "UTC", isStated: true),
            zone: context?.zone ?? .utc,
            resolution: context?.resolution ?? 1, end: context?.range.upperBound ?? 0,
            words: language.words, numbers: language.numbers)
    }

    // MARK: Numbers

    /// `3,919`.
    package func count(_ value: Int) -> String { NumberFormat.count(value, style: numbers) }

    /// A figure of a card: whole numbers below 10,000 in full, others with at most 3 significant
    /// digits and with k, M and so on from 1,000 on.
    package func card(_ value: Double?) -> String {
        guard let value, value.isFinite else { return NumberFormat.missing }
        if value.magnitude < 10_000, value.rounded() == value {
            return NumberFormat.fixed(value, decimals: 0, style: numbers)
        }
        return isTiny(value)
            ? scientific(value, digits: 3) : NumberFormat.compact(value, style: numbers)
    }

    /// A count of a card, in full below 100,000: `298`, `3,919`, `1.24M`.
    package func card(_ value: Int) -> String {
        value.magnitude < 100_000
            ? count(value) : NumberFormat.compact(Double(value), style: numbers)
    }

    /// A reading with 4 significant digits: `119.2`, `0.1071`.
    package func reading(_ value: Double?) -> String {
        guard let value, isTiny(value) else {
            return NumberFormat.significant(value, digits: 4, style: numbers)
        }
        return scientific(value, digits: 4)
    }

    /// How far a reading is from another one, with its sign: `+1.9`, `−0.05`.
    package func difference(_ value: Double?) -> String {
        guard let value, value.isFinite else { return reading(nil) }
        return (value < 0 ? "−" : "+") + reading(abs(value))
    }

    /// A reading and its unit, if it has one.
    package func reading(_ value: Double?, _ metric: MetricRef) -> String {
        guard let unit = metric.unit, let value, value.isFinite else { return reading(value) }
        return reading(value) + " " + unit
    }

    /// Both ends of a range of readings with the same decimals: `91`, `109`.
    package func band(_ low: Double, _ high: Double) -> (low: String, high: String) {
        guard low.isFinite, high.isFinite, low != high else { return (reading(low), reading(high)) }
        let decimals = Self.decimals(forBand: low, high)
        return (fixed(low, decimals), fixed(high, decimals))
    }

    /// A reading and the range that it is seen against. Where it lies outside, so many decimals that
    /// this shows, 6 at most: `7.604` against `7.530` to `7.600`.
    package func placed(
        _ value: Double, low: Double, high: Double
    ) -> (value: String, low: String, high: String) {
        let band = band(low, high)
        guard low.isFinite, high.isFinite, value < low || value > high else {
            return (reading(value), band.low, band.high)
        }
        var decimals = Self.decimals(forBand: low, high)
        let limit = value < low ? low : high
        guard reading(value) == reading(limit) || fixed(value, decimals) == fixed(limit, decimals)
        else { return (reading(value), band.low, band.high) }
        while decimals < 6, fixed(value, decimals) == fixed(limit, decimals) { decimals += 1 }
        return (fixed(value, decimals), fixed(low, decimals), fixed(high, decimals))
    }

    private static func decimals(forBand low: Double, _ high: Double) -> Int {
        decimals(forStep: max(abs(high - low), max(abs(low), abs(high)) * 1e-9) / 10)
    }

    /// A rate or another small figure, with 3 significant digits.
    package func figure(_ value: Double?) -> String {
        guard let value, isTiny(value) else {
            return NumberFormat.significant(value, digits: 3, style: numbers)
        }
        return scientific(value, digits: 3)
    }

    /// The number, where `figure` writes no decimals; else nil.
    package func wholeFigure(_ value: Double) -> Int? {
        NumberFormat.whole(value, digits: 3)
    }

    /// Figures that stand below each other: with the same decimals, so that the largest has 3
    /// digits.
    package func aligned(_ values: [Double?]) -> [String] {
        let largest = values.compactMap { $0 }.filter(\.isFinite).map(\.magnitude).max() ?? 0
        guard largest >= 0.001, largest < 1e6 else { return values.map(figure) }
        return values.map {
            NumberFormat.fixed($0, decimals: Self.decimals(forStep: largest / 200), style: numbers)
        }
    }

    /// Decimals for readings that stand below each other: those of a thousandth of the largest. Nil
    /// where one number of decimals does not suit, and where there are no values.
    package func decimals(of values: some Sequence<Double>) -> Int? {
        var largest = 0.0
        for value in values where value.isFinite { largest = max(largest, value.magnitude) }
        guard largest >= 0.001, largest < 1e6 else { return nil }
        return Self.decimals(forStep: largest / 1_000)
    }

    /// Below a ten-thousandth, zeros would push the digits out of sight.
    private func isTiny(_ value: Double) -> Bool {
        value != 0 && value.magnitude < 1e-4 && value.isFinite
    }

    /// `3.73×10⁻⁶`; for values below 1 only.
    private func scientific(_ value: Double, digits: Int) -> String {
        var mantissa = value
        var exponent = 0
        while mantissa.magnitude < 1, exponent > -400 {
            mantissa *= 10
            exponent -= 1
        }
        let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let power = String(exponent.magnitude).utf8.map { superscripts[Int($0) - 48] }
        return NumberFormat.significant(mantissa, digits: digits, style: numbers) + "×10⁻"
            + String(power)
    }

    package func fixed(_ value: Double?, _ decimals: Int) -> String {
        NumberFormat.fixed(value, decimals: decimals, style: numbers)
    }

    /// A number with its sign: `+0.4`, `−1.2`.
    package func signed(_ value: Double?, _ decimals: Int) -> String {
        NumberFormat.signed(value, decimals: decimals, style: numbers)
    }

    /// A slope in percent with its sign and two decimals, or as many as show its first digit, 8 at
    /// most.
    package func slope(_ value: Double?) -> String {
        guard let value, value.isFinite, value != 0 else { return signed(value, 2) }
        let first = Int(clamping: (-log10(abs(value))).rounded(.up))
        return signed(value, min(max(first, 2), 8))
    }

    /// A share in percent: `26 %`, `< 1 %`. What is less than all is never `100 %` but `> 99 %`.
    package func percent(_ share: Double?, decimals: Int = 0) -> String {
        let text = NumberFormat.percent(share, decimals: decimals, style: numbers)
        guard let share, share < 1,
            text == NumberFormat.percent(1, decimals: decimals, style: numbers)
        else {
            return text
        }
        return "> " + NumberFormat.percent(0.99, decimals: 0, style: numbers)
    }

    /// A number as a file holds it: up to 12 digits.
    package func exact(_ value: Double) -> String {
        NumberFormat.significant(value, digits: 12, style: numbers)
    }

    /// As `exact` without signs between thousands, for where the decimal sign is in question.
    package func ungrouped(_ value: Double) -> String {
        NumberFormat.significant(value, digits: 12, style: numbers.withoutGroups)
    }

    /// A change in percent with its sign, `+8 %`, or from tenfold on as a factor, `×12`; a dash
    /// where `before` is 0.
    package func change(_ now: Double, from before: Double) -> String {
        guard before != 0, now.isFinite, before.isFinite else { return NumberFormat.missing }
        let ratio = now / before
        if ratio >= 10 { return "×" + figure(ratio) }
        return NumberFormat.signed((ratio - 1) * 100, decimals: 0, style: numbers) + " %"
    }

    /// A probability of chance: `p = 0.38`, `p < 0.001`.
    package func chance(_ p: Double, _ name: String = "p") -> String {
        guard p.isFinite else { return name + " " + NumberFormat.missing }
        if p < 0.001 { return name + " < " + fixed(0.001, 3) }
        return name + " = " + NumberFormat.fixed(p, decimals: p < 0.01 ? 3 : 2, style: numbers)
    }

    /// A size: `7.8 MB`, in powers of 1,000.
    package func bytes(_ count: Int) -> String {
        guard count >= 1_000 else { return counted(count, forms: words.byte) }
        let units = words.byteUnits
        var value = Double(count) / 1_000
        var index = 0
        while value >= 999.5, index < units.count - 1 {
            value /= 1_000
            index += 1
        }
        return NumberFormat.significant(value, digits: value < 10 ? 2 : 3, style: numbers) + " "
            + units[index]
    }

    /// A count with the form of its noun: `1 device`, `3,919 errors`.
    package func counted(_ value: Int, _ forms: String...) -> String {
        counted(value, forms: forms)
    }

    /// The same, with the forms as a list.
    package func counted(_ value: Int, forms: [String]) -> String {
        let form = words.plural.form(value)
        return count(value) + " " + (forms.indices.contains(form) ? forms[form] : forms.last ?? "")
    }

    private static func decimals(forStep step: Double) -> Int {
        var decimals = 0
        var scaled = step
        while scaled < 0.5, decimals < 6 {
            scaled *= 10
            decimals += 1
        }
        return decimals
    }
}
