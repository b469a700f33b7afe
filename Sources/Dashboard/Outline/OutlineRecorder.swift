internal import Charts
internal import Markup
import Wording

/// Is told of the cards, charts and tables of a page while they are made.
///
/// A class, since the functions that make a page return only its markup.
final class OutlineRecorder {
    private(set) var figures: [PageOutline.Figure] = []
    private(set) var cards: [PageOutline.Card] = []
    private var open: [PageOutline.Card] = []
    /// Made for a card that is not open yet.
    private var waiting = PageOutline.Card(id: "", title: "", sub: "", finding: "")

    func add(_ figure: PageOutline.Figure) { figures.append(figure) }

    func begin(_ id: String, _ words: CardWords) {
        var card = waiting
        waiting = PageOutline.Card(id: "", title: "", sub: "", finding: "")
        (card.id, card.title, card.sub) = (id, words.title, words.sub)
        card.finding = words.say
        open.append(card)
        note(words.note)
    }

    func end() {
        guard let card = open.popLast() else { return }
        cards.append(card)
    }

    func note(_ text: String) {
        guard !text.isEmpty else { return }
        change { $0.notes.append(text) }
    }

    func add(_ sentence: Sentence, isGrave: Bool) {
        change { $0.items.append(.init(sentence: sentence, isGrave: isGrave)) }
    }

    func add(_ chart: PageOutline.Drawn) { change { $0.charts.append(chart) } }

    func add(_ table: Table, isOfChart: Bool) {
        change { $0.tables.append(.init(table: table, isOfChart: isOfChart)) }
    }

    /// What is made outside of a card belongs to the next one.
    private func change(_ make: (inout PageOutline.Card) -> Void) {
        if open.isEmpty { make(&waiting) } else { make(&open[open.count - 1]) }
    }
}

extension OutlineRecorder {
    /// The cards in the order in which they stand in `content`: some are made later than those
    /// that follow them.
    func cards(orderedAs content: Markup) -> [PageOutline.Card] {
        var places: [String: Int] = [:]
        for (place, id) in Self.labels(in: content.bytes).enumerated() where places[id] == nil {
            places[id] = place
        }
        func place(_ card: PageOutline.Card) -> Int { places[card.id] ?? .max }
        return cards.enumerated().sorted {
            (place($0.element), $0.offset) < (place($1.element), $1.offset)
        }.map(\.element)
    }

    /// The ids by which the page's sections are labelled, in their order.
    private static func labels(in bytes: [UInt8]) -> [String] {
        let section = Array("<section ".utf8)
        let label = Array("aria-labelledby=\"".utf8)
        var labels: [String] = []
        for start in bytes.indices where bytes[start] == UInt8(ascii: "<") {
            guard bytes[start...].starts(with: section) else { continue }
            let tag = bytes[start...].prefix { $0 != UInt8(ascii: ">") }
            guard let place = tag.indices.first(where: { tag[$0...].starts(with: label) }) else {
                continue
            }
            let id = tag[place...].dropFirst(label.count).prefix { $0 != UInt8(ascii: "\"") }
            labels.append(String(decoding: id, as: UTF8.self))
        }
        return labels
    }
}
