package import Reports
import Values

extension OverviewReport.KPI {
    /// A figure's change against that of the span before, as it is written.
    package struct Change {
        package var text: String
        package var before: String
        /// The text says that nothing changed: `0`, `0.0`, `0 %`.
        package var isNothing: Bool

        package init(text: String, before: String, isNothing: Bool) {
            self.text = text
            self.before = before
            self.isNothing = isNothing
        }

        /// A difference with so many decimals, 3 at most for `isNothing`.
        package init(_ difference: Double, decimals: Int, before: String, _ format: Formatting) {
            let unit = [1, 10, 100, 1_000][min(max(decimals, 0), 3)] as Double
            self.init(
                text: format.signed(difference, decimals), before: before,
                isNothing: (difference.magnitude * unit).rounded() == 0)
        }
    }

    /// The previous figure; nil unless both are finite.
    private var comparable: Double? {
        previous.flatMap { $0.isFinite && value.isFinite ? $0 : nil }
    }

    package func difference(_ format: Formatting) -> Change? {
        comparable.map {
            Change(value - $0, decimals: 0, before: format.card($0), format)
        }
    }

    /// In percent, or as a difference where the previous figure is below 20.
    package func ratio(_ format: Formatting) -> Change? {
        guard let previous = comparable, previous >= 20 else { return difference(format) }
        let percent = (value / previous - 1) * 100
        return Change(
            text: format.change(value, from: previous), before: format.card(previous),
            isNothing: percent.rounded() == 0)
    }

    /// A difference, with as many digits as the readings' magnitude asks for.
    package func readingChange(_ format: Formatting) -> Change? {
        guard let previous = comparable else { return nil }
        let size = max(previous.magnitude, value.magnitude)
        guard size >= 0.01, size < 10_000 else {
            let sign = value < previous ? "−" : "+"
            return Change(
                text: sign + format.card((value - previous).magnitude),
                before: format.card(previous), isNothing: value == previous)
        }
        let decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        return Change(
            value - previous, decimals: decimals, before: format.fixed(previous, decimals), format)
    }
}
