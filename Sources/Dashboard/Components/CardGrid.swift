internal import Charts
internal import Markup
import Wording

/// Cards on twelve columns. One card of a run of cards of half the width takes the whole, two stand
/// side by side, of three the last takes the whole, and more flow down two columns, so that no card is
/// stretched to the height of a taller one and the page has no hole. Where there is room they stand
/// in three columns.
struct CardGrid {
    private enum Slot {
        case fixed(Markup)
        case half((Span) -> Markup)
    }
    private var slots: [Slot] = []
    private var last: [(Span) -> Markup] = []

    /// A card of a width of its own; empty ones are left out.
    mutating func add(_ markup: Markup) {
        if !markup.isEmpty { slots.append(.fixed(markup)) }
    }

    /// - Parameter make: is called once, with half the width or the whole.
    mutating func half(_ make: @escaping (Span) -> Markup) {
        slots.append(.half(make))
    }

    /// A card of one sentence, such as about missing data. These stand together at the end, since beside a
    /// chart one would be mostly empty.
    mutating func missing(_ make: @escaping (Span) -> Markup) {
        last.append(make)
    }

    var markup: Markup {
        element("div", [.class("cols")]) { cards }
    }

    private var cards: [Markup] {
        var result: [Markup] = []
        var run: [(Span) -> Markup] = []
        func flush() {
            result += Self.rows(run)
            run = []
        }
        for slot in slots {
            switch slot {
            case .half(let make): run.append(make)
            case .fixed(let markup):
                flush()
                result.append(markup)
            }
        }
        flush()
        run = last
        flush()
        return result
    }
}

extension CardGrid {
    private static func rows(_ run: [(Span) -> Markup]) -> [Markup] {
        switch run.count {
        case ...1: return run.map { $0(.whole) }
        case 2: return run.map { $0(.half) }
        case 3:
            return [
                element("div", [.class("trio")]) {
                    run.dropLast().map { $0(.half) }
                    run.suffix(1).map { $0(.whole) }
                }
            ]
        default: return [element("div", [.class("flow")]) { run.map { $0(.half) } }]
        }
    }
}

extension Span {
    /// Where charts stand in a card of half or of the whole width.
    var place: Plot.Place { self == .whole ? .full : .half }
}
