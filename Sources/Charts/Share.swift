import Markup
import Values

/// A named part of a whole.
package struct Share: Sendable, Equatable {
    /// Its name.
    package var label: String
    /// Its size; parts are never negative.
    package var value: Double
    /// Its size as text, "259 failures".
    package var detail: String
    /// Its colour.
    package var tone: Tone
    /// What the mark says.
    package var title: String

    /// A part.
    package init(label: String, value: Double, detail: String, tone: Tone, title: String = "") {
        self.label = label
        self.value = value
        self.detail = detail
        self.tone = tone
        self.title = title
    }
}

extension [Share] {
    /// The sum of the parts; throws where they make no whole.
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
