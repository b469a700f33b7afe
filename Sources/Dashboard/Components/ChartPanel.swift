internal import Charts
internal import Markup
import Reports
import Values
import Wording

extension PageContext {
    /// The drawing of a chart in its place, or the sentence that says why there is none.
    struct Drawn {
        var markup: Markup
        var note: String
        var narrowNote: String
    }

    func draw(_ chart: some Chart, _ place: Plot.Place, id: StaticString) -> Drawn {
        do throws(NothingToDraw) {
            let result = try Plot(chart, place: place, id: id.description + "-plot").draw()
            return Drawn(
                markup: result.markup, note: result.reduction.map(phrases.reduction) ?? "",
                narrowNote: result.narrowReduction.map(phrases.narrowReduction) ?? "")
        } catch {
            let text = phrases.nothingToDraw(error)
            return Drawn(
                markup: element("p", [.class("say")], text: text), note: "", narrowNote: "")
        }
    }

    /// A card with a chart: title, unit, finding, drawing, key, note, and the data as a table.
    func panel(
        _ id: StaticString, _ span: Span, _ words: CardWords, _ chart: some Chart,
        place: Plot.Place, key: [Key.Entry] = [], tools: Markup = Markup(), table: Table?
    ) -> Markup {
        let drawn = draw(chart, place, id: id)
        var words = words
        let notes = [drawn.note, words.note].filter { !$0.isEmpty }
        words.note = ""
        var entries = key
        if !drawn.narrowNote.isEmpty { entries.append(.narrowOnly(drawn.narrowNote)) }
        return card(id.description, span, words, tools: tools) {
            drawn.markup
            Key(entries).markup
            if !notes.isEmpty {
                element("p", [.class("note")], text: notes.joined(separator: " "))
            }
            if let table { details(table) }
        }
    }

    /// What runs from left to right on charts over time.
    var horizontalAxis: HorizontalAxis {
        switch format.axis {
        case .time: .time(calendar)
        case .cycle: .number(title: format.words.cycle)
        case .row: .number(title: format.words.row)
        }
    }

    /// The zone as charts read it.
    var calendar: ChartCalendar {
        let offsets = format.zone
        return ChartCalendar(
            name: format.zoneName ?? "", monthNames: format.words.axisMonths,
            dateMonths: format.words.months, numbers: format.numbers,
            utcOffset: { offsets.offset(at: $0) })
    }

    /// The words of a chart, with numbers in the page's language.
    func chartText(
        title: String, description: String, valueTitle: String = ""
    ) -> ChartText {
        ChartText(
            title: title, description: description, valueTitle: valueTitle,
            numbers: format.numbers)
    }

    /// The colour of a code: the same on all pages.
    func tone(_ code: CodeRef) -> Tone { .series(code.rank) }

    func statusTone(_ status: Status) -> Tone {
        switch status {
        case .critical: .critical
        case .warning: .warning
        case .ok: .context
        }
    }
}

extension Double {
    /// The value, or nothing where it is missing.
    var present: Double? { isFinite ? self : nil }
}
