package import Values

/// How a CSV file is written for those who open it.
package struct CSVForm: Sendable {
    let delimiter: UInt8
    let decimalSign: UInt8
    /// The wall clock of times; `nil` where they stay numbers of the axis.
    var zone: Zone?

    /// Commas between cells and points in numbers, as programs expect it.
    package static let commas = CSVForm(
        delimiter: UInt8(ascii: ","), decimalSign: UInt8(ascii: "."))
    /// Semicolons and decimal commas, as spreadsheets expect it where people write 3,5: a comma
    /// would put a whole row into one cell there, and 3.5 would become the third of May.
    package static let semicolons = CSVForm(
        delimiter: UInt8(ascii: ";"), decimalSign: UInt8(ascii: ","))

    /// The form with times of a calendar written as `2015-01-03 07:00:00` on the clock of the
    /// set; other axes keep their numbers.
    package func dated(_ axis: TimeKind, _ zone: Zone) -> CSVForm {
        var form = self
        form.zone = axis.isCalendar ? zone : nil
        return form
    }

    /// A time of the axis, dates to the millisecond; empty unless it is finite.
    func moment(_ time: Double) -> String {
        guard let zone, time.isFinite else { return number(time) }
        let civil = zone.civil(time)
        let text = civil.isoText(withTime: true).replacing("T", with: " ")
        let whole = civil.secondOfDay % 60 == 0 ? text + ":00" : text
        let milliseconds = Int(clamping: ((time - time.rounded(.down)) * 1_000).rounded(.down))
        return milliseconds == 0 ? whole : whole + "." + milliseconds.padded(to: 3)
    }

    /// A cell as a file holds it, but for the decimal sign of a number.
    func written(_ text: String) -> String {
        Double(text) == nil ? text : signed(text)
    }

    /// A number with all its digits; empty unless it is finite.
    func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if let whole = Int(exactly: value) { return String(whole) }
        return signed(String(value))
    }

    private func signed(_ digits: String) -> String {
        decimalSign == UInt8(ascii: ".") ? digits : digits.replacing(".", with: ",")
    }
}
