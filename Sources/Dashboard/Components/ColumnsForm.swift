internal import Markup
import Reports
import Values
import Wording

/// Names the columns that a model's features are, where the model itself does not say so.
struct ColumnsForm {
    let page: PageContext
    let set: String
    let entry: ModelPanel.Entry

    /// More features are named in the model's own metadata.
    private static let limit = 64

    var markup: Markup {
        let columns = page.input.snapshot?.context.metrics.map(\.name) ?? []
        guard let count, (1...Self.limit).contains(count), !columns.isEmpty else {
            return Markup()
        }
        return element("details") {
            element("summary", text: page.phrases.columnsTitle())
            element(
                "form",
                [
                    .fixed("method", "post"), page.sending(to: "/models/columns"),
                    .class("steps", "gapt"),
                ]
            ) {
                page.hidden("set", set)
                page.hidden("model", entry.card.file)
                for place in 0..<count { field(place, columns) }
                page.button(page.phrases.saveColumns())
            }
        }
    }

    /// As many as it takes, where nobody has named them yet, or as many as were named.
    private var count: Int? {
        if let named = entry.card.columns { return named.count }
        if case .needsMapping(let inputs, let metrics) = entry.outcome {
            return inputs > 0 ? inputs : metrics
        }
        return nil
    }

    private func field(_ place: Int, _ columns: [String]) -> Markup {
        let named = entry.card.columns ?? columns
        let chosen = named.indices.contains(place) ? named[place] : nil
        return element("label", [.class("field")]) {
            element("span", text: page.phrases.featureNumber(place + 1))
            element("select", [.attribute("name", "column\(place + 1)")]) {
                for column in columns {
                    page.optionMarkup(Option(column, column, isSelected: column == chosen))
                }
            }
        }
    }
}
