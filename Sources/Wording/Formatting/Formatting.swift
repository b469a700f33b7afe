private import Foundation
package import Reports
package import Values

/// How numbers and times are written on the pages: of one data set, in one language.
///
/// Missing and not finite values are an en dash; there is no `NaN`, no `-0` and no exponent.
package struct Formatting: Sendable {
    /// What the axis counts.
    package let axis: TimeKind
    /// The zone in which times are read.
    package let zone: Zone
    /// The distance of two readings in the axis' unit: daily data have no time of day.
    package let resolution: Double
    /// The end of what is shown; a date near it needs no year.
    package let end: Double
    package let words: CalendarWords
    /// Signs of decimals and thousands.
    package let numbers: NumberStyle

    /// Makes a format.
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

    /// The format for a data set, or a plain one where none is loaded.
    package init(_ context: ReportContext?, language: Language = .en) {
        self.init(
            axis: context?.axis ?? .time(zone: "UTC", isStated: true),
            zone: context?.zone ?? .utc,
            resolution: context?.resolution ?? 1, end: context?.range.upperBound ?? 0,
            words: language.words, numbers: language.numbers)
    }

    // MARK: Numbers

    /// A count: `3,919`.
    package func count(_ value: Int) -> String { NumberFormat.count(value, style: numbers) }

    /// A figure of a card: at most 3 significant digits, k and M from 10,000 on; a whole number
    /// below that in full.
    package func card(_ value: Double?) -> String {
        guard let value, value.isFinite else { return NumberFormat.missing }
        if value.magnitude < 10_000, value.rounded() == value {
            return NumberFormat.fixed(value, decimals: 0, style: numbers)
        }
        return isTiny(value)
            ? scientific(value, digits: 3) : NumberFormat.compact(value, style: numbers)
    }

    /// A count of a card: `298`, `3,919`, `1.24M`.
    package func card(_ value: Int) -> String {
        value.magnitude < 100_000
            ? count(value) : NumberFormat.compact(Double(value), style: numbers)
    }

    /// A reading: 4 significant digits, as `119.2` or `0.1071`.
    package func reading(_ value: Double?) -> String {
        guard let value, isTiny(value) else {
            return NumberFormat.significant(value, digits: 4, style: numbers)
        }
        return scientific(value, digits: 4)
    }

    /// A reading with its unit.
    package func reading(_ value: Double?, _ metric: MetricRef) -> String {
        guard let unit = metric.unit, let value, value.isFinite else { return reading(value) }
        return reading(value) + " " + unit
    }

    /// A range of readings: `91 to 109`, both with the same digits.
    package func band(_ low: Double, _ high: Double) -> (low: String, high: String) {
        guard low.isFinite, high.isFinite else { return (reading(low), reading(high)) }
        let span = max(abs(high - low), max(abs(low), abs(high)) * 1e-9)
        let decimals = Self.decimals(forStep: span / 10)
        return (fixed(low, decimals), fixed(high, decimals))
    }

    /// A rate or another small figure: 3 significant digits.
    package func figure(_ value: Double?) -> String {
        guard let value, isTiny(value) else {
            return NumberFormat.significant(value, digits: 3, style: numbers)
        }
        return scientific(value, digits: 3)
    }

    /// A figure that is written as a whole number; nil for one with decimals.
    package func wholeFigure(_ value: Double) -> Int? {
        NumberFormat.whole(value, digits: 3)
    }

    /// Figures that stand below each other: the same decimals, 3 digits of the largest.
    package func aligned(_ values: [Double?]) -> [String] {
        let largest = values.compactMap { $0 }.filter(\.isFinite).map(\.magnitude).max() ?? 0
        guard largest >= 0.001, largest < 1e6 else { return values.map(figure) }
        return values.map {
            NumberFormat.fixed($0, decimals: Self.decimals(forStep: largest / 200), style: numbers)
        }
    }

    /// Below a thousandth zeros would push the digits out of sight.
    private func isTiny(_ value: Double) -> Bool {
        value != 0 && value.magnitude < 1e-4 && value.isFinite
    }

    /// `3.73×10⁻⁶`.
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

    /// A number with so many decimals.
    package func fixed(_ value: Double?, _ decimals: Int) -> String {
        NumberFormat.fixed(value, decimals: decimals, style: numbers)
    }

    /// A number with its sign: `+0.4`, `−1.2`.
    package func signed(_ value: Double?, _ decimals: Int) -> String {
        NumberFormat.signed(value, decimals: decimals, style: numbers)
    }

    /// A slope in per cent with two decimals, or as many as show its first digit.
    package func slope(_ value: Double?) -> String {
        guard let value, value.isFinite, value != 0 else { return signed(value, 2) }
        let first = Int(clamping: (-log10(abs(value))).rounded(.up))
        return signed(value, min(max(first, 2), 8))
    }

    /// A share as per cent: `26 %`, `< 1 %`.
    ///
    /// What is less than all is never `100 %`.
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

    /// The same without signs between thousands, where the decimal sign is in question.
    package func ungrouped(_ value: Double) -> String {
        NumberFormat.significant(value, digits: 12, style: numbers.withoutGroups)
    }

    /// A change in per cent with its sign, `+8 %`; beyond ten times as a factor, `×12`.
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

    /// Bytes: `7.8 MB`.
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

    /// The same with the forms as a list.
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
