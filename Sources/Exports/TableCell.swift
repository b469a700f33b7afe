/// A value of a table that is saved.
package enum TableCell: Sendable, Hashable {
    case text(String)
    /// A cell as a file holds it, which may be a number.
    case written(String)
    /// Empty where it is not finite.
    case number(Double)
    case count(Int)
    /// A part of a whole, 0 to 1.
    case share(Double)
    /// A time on the axis of the set: epoch seconds, cycles or rows; empty where it is not finite.
    case moment(Double)
    /// A length of time in units of that axis; empty where it is not finite.
    case length(Double)
    /// 1 or 0 where there is no better way to write it.
    case flag(Bool)
    case empty
}

extension TableCell {
    /// A number, or an empty cell without one.
    static func number(_ value: Double?) -> TableCell { value.map(TableCell.number) ?? .empty }

    /// A moment, or an empty cell without one.
    static func moment(_ time: Double?) -> TableCell { time.map(TableCell.moment) ?? .empty }
}
