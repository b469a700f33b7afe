import Markup
import Values

/// A part of a whole.
package struct Share: Sendable, Equatable {
    package var label: String
    /// Its size, not negative, in the unit of the whole.
    package var value: Double
    /// The size as text, "259 failures".
    package var detail: String
    package var tone: Tone
    /// Tooltip of the part.
    package var title: String

    package init(label: String, value: Double, detail: String, tone: Tone, title: String = "") {
        self.label = label
        self.value = value
        self.detail = detail
        self.tone = tone
        self.title = title
    }
}

extension [Share] {
    /// The sum of the parts; throws where a part is negative or not finite, or the sum is 0.
    func total() throws(NothingToDraw) -> Double {
        guard !isEmpty else { throw .noData }
        guard allSatisfy({ $0.value.isFinite && $0.value >= 0 }) else { throw .noShares }
        let total = reduce(0) { $0 + $1.value }
        guard total > 0, total.isFinite else { throw .noShares }
        return total
    }

    /// The largest first; equal ones keep their order.
    var sortedBySize: [Share] {
        enumerated().sorted { first, second in
            first.element.value == second.element.value
                ? first.offset < second.offset : first.element.value > second.element.value
        }.map(\.element)
    }
}
