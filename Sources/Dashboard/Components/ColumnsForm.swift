internal import Markup
import Reports
import Values
import Wording

/// The form that names the columns of a model's features, where the model itself does not.
struct ColumnsForm {
    let page: PageContext
    let set: String
    let entry: ModelPanel.Entry

    /// Models with more features must name them in their own metadata.
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

    /// As many fields as the model takes features or, where columns were chosen already, as those.
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
