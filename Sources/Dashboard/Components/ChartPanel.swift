internal import Charts
internal import Markup
import Reports
import Values
import Wording

extension PageContext {
    struct Drawn {
        var markup: Markup
        var note: String
        var narrowNote: String
        /// The chart's name in addresses; nil where nothing was drawn.
        var name: String?
    }

    /// The chart drawn for a place with the notes on what it leaves out, or a sentence that says
    /// why there is nothing to draw.
    func draw(
        _ chart: some Chart, _ place: Plot.Place, id: StaticString, key: [Key.Entry] = []
    ) -> Drawn {
        do throws(NothingToDraw) {
            let result = try Plot(chart, place: place, id: id.description + "-plot").draw()
            let note = result.reduction.map(phrases.reduction) ?? ""
            let name = Self.chartName(id)
            recorder?.add(
                PageOutline.Drawn(
                    name: name, chart: chart, place: place, key: key, note: note))
            return Drawn(
                markup: result.markup, note: note,
                narrowNote: result.narrowReduction.map(phrases.narrowReduction) ?? "",
                name: name)
        } catch {
            let text = phrases.nothingToDraw(error)
            recorder?.note(text)
            return Drawn(
                markup: element("p", [.class("say")], text: text), note: "", narrowNote: "")
        }
    }

    /// A chart's name in addresses: `rate` for `h-rate`.
    private static func chartName(_ id: StaticString) -> String {
        let text = id.description
        return text.hasPrefix("h-") ? String(text.dropFirst(2)) : text
    }

    /// A card with a chart: title, unit, finding, drawing, legend, note, and the data as a table.
    func panel(
        _ id: StaticString, _ span: Span, _ words: CardWords, _ chart: some Chart,
        place: Plot.Place, key: [Key.Entry] = [], tools: Markup = Markup(), table: Table?
    ) -> Markup {
        let drawn = draw(chart, place, id: id, key: key)
        var words = words
        let notes = [drawn.note, words.note].filter { !$0.isEmpty }
        recorder?.note(words.note)
        words.note = ""
        var entries = key
        if !drawn.narrowNote.isEmpty { entries.append(.narrowOnly(drawn.narrowNote)) }
        return card(id.description, span, words, tools: tools) {
            drawn.markup
            Key(entries).markup
            if !notes.isEmpty {
                element("p", [.class("note")], text: notes.joined(separator: " "))
            }
            if let table { details(table, chart: drawn.name) }
        }
    }

    /// The horizontal axis of charts over the time of the data.
    var horizontalAxis: HorizontalAxis {
        switch format.axis {
        case .time: .time(calendar)
        case .cycle: .number(title: format.words.cycle)
        case .row: .number(title: format.words.row)
        }
    }

    /// The page's zone and month names, for time axes.
    var calendar: ChartCalendar {
        let offsets = format.zone
        return ChartCalendar(
            name: format.zoneName ?? "", monthNames: format.words.axisMonths,
            dateMonths: format.words.months, numbers: format.numbers,
            utcOffset: { offsets.offset(at: $0) })
    }

    /// The words of a chart, with its numbers in the page's language.
    func chartText(
        title: String, description: String, valueTitle: String = ""
    ) -> ChartText {
        ChartText(
            title: title, description: description, valueTitle: valueTitle,
            numbers: format.numbers)
    }

    /// The colour of a code by its rank, the same on all pages.
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
    /// Nil for NaN and infinities.
    var present: Double? { isFinite ? self : nil }
}
