internal import Values
import Wording

/// Makes cells of numbers and times: what is read on the page as `Formatting` writes it, and the
/// value itself for a table that is saved.
struct TypedCells {
    let format: Formatting

    /// A cell without a value where there is no number.
    func count(_ value: Int?) -> Table.Cell {
        guard let value else { return Table.Cell(NumberFormat.missing) }
        return Table.Cell(format.count(value), value: .number(Double(value)))
    }

    func card(_ value: Double?) -> Table.Cell { number(format.card(value), value) }

    func reading(_ value: Double?, tint: StaticString? = nil) -> Table.Cell {
        var cell = number(format.reading(value), value)
        cell.tint = tint
        return cell
    }

    func difference(_ value: Double?) -> Table.Cell { number(format.difference(value), value) }

    func figure(_ value: Double?) -> Table.Cell { number(format.figure(value), value) }

    func fixed(_ value: Double?, _ decimals: Int) -> Table.Cell {
        number(format.fixed(value, decimals), value)
    }

    /// A slope in percent, as `Formatting.slope`.
    func slope(_ value: Double?) -> Table.Cell { number(format.slope(value), value) }

    func percent(
        _ share: Double?, decimals: Int = 0, tint: StaticString? = nil
    ) -> Table.Cell {
        var cell = Table.Cell(
            format.percent(share, decimals: decimals), value: share.map(Table.Value.share))
        cell.tint = tint
        return cell
    }

    func place(_ time: Double) -> Table.Cell {
        Table.Cell(format.place(time), value: .moment(time))
    }

    func shortMoment(_ time: Double) -> Table.Cell {
        Table.Cell(format.shortMoment(time), value: .moment(time))
    }

    /// A cell without a value where there is no length.
    func length(_ value: Double?) -> Table.Cell {
        guard let value else { return Table.Cell(NumberFormat.missing) }
        return Table.Cell(format.length(value), value: .length(value))
    }

    private func number(_ text: String, _ value: Double?) -> Table.Cell {
        Table.Cell(text, value: value.map(Table.Value.number))
    }
}

extension PageContext {
    /// Cells of numbers and times, in the language of the page.
    var cells: TypedCells { TypedCells(format: format) }
}
