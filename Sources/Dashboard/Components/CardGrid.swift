internal import Charts
internal import Markup
import Wording

/// Cards on twelve columns. Cards of half the width stand in pairs; an odd last one of a run takes
/// the whole width, so that the page has no hole.
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

    /// A card of one sentence about missing data. These stand together at the end, since beside a
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
            for (index, make) in run.enumerated() {
                let isOdd = index == run.count - 1 && run.count % 2 == 1
                result.append(make(isOdd ? .whole : .half))
            }
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

extension Span {
    /// Where charts stand in a card of half or of the whole width.
    var place: Plot.Place { self == .whole ? .full : .half }
}
