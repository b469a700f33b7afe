/// That a drawing shows fewer items than there are: "n points drawn as m".
package struct Reduction: Sendable, Equatable {
    /// What was reduced.
    package enum Item: Sendable {
        /// Points of a line, as minimum and maximum per pixel column.
        case points
        /// Marks of a scatter chart, sampled evenly within each group.
        case marks
        /// Columns of a heat map; the last ones are shown.
        case columns
        /// Rows, bars or panels; the first ones are shown.
        case rows
    }

    /// What was reduced.
    package let item: Item
    /// How many there are.
    package let total: Int
    /// How many are drawn.
    package let drawn: Int

    /// States a reduction; nil when nothing is left out.
    package init?(_ item: Item, total: Int, drawn: Int) {
        guard drawn < total else { return nil }
        self.item = item
        self.total = total
        self.drawn = drawn
    }
}
