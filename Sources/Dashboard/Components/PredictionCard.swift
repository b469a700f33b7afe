internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// Which devices are likeliest to fail, or end first, and why; or how far the learning is.
struct PredictionCard {
    let page: PageContext
    private static let limit = 8

    private var state: PredictionState { page.input.prediction }

    /// Adds nothing where the set has nothing to predict.
    func add(to grid: inout CardGrid) {
        if state == .none { return }
        grid.half { span in
            let words = page.phrases.predictions(state)
            return page.card("h-risk", span, words) {
                if let prediction = state.prediction, !prediction.rows.isEmpty {
                    page.table(table(prediction, words.title))
                }
                if let versions = page.input.modelVersions {
                    VersionsView(page: page, state: state, versions: versions).markup
                }
            }
        }
    }

    private func table(_ prediction: FleetPrediction, _ title: String) -> Table {
        let rows = prediction.rows.prefix(Self.limit)
        let isFailure = prediction.quantity != .life
        var columns: [Table.Column] = [
            .init(title: page.label(.device)),
            .init(title: page.phrases.predictionColumn(prediction.quantity), isNumber: true),
        ]
        if isFailure { columns.append(.init(title: "", isOptional: true)) }
        columns.append(.init(title: page.phrases.driversTitle()))
        return Table(
            caption: title, columns: columns,
            rows: rows.enumerated().map { place, row in
                var cells: [Table.Cell] = [
                    .init(page.device(row.device)),
                    .init(page.phrases.predicted(row, prediction.quantity)),
                ]
                if isFailure {
                    cells.append(.init(bar(row, prediction.quantity, id: "risk\(place)")))
                }
                let isNamed = !isFailure || row.value >= FleetPrediction.worthNaming
                let reasons =
                    isNamed ? row.drivers.map(page.phrases.driver).joined(separator: "; ") : ""
                cells.append(.init(reasons.isEmpty ? NumberFormat.missing : reasons))
                return cells
            })
    }

    private func bar(
        _ row: FleetPrediction.Row, _ quantity: FleetPrediction.Quantity, id: String
    ) -> Markup {
        let text = page.chartText(
            title: page.phrases.predictionColumn(quantity),
            description: page.format.percent(row.value))
        let tone: Tone = row.value >= 0.5 ? .critical : row.value >= 0.2 ? .warning : .context
        return BarInTable(text: text, share: row.value.present, tone: tone).draw(id: id)
    }
}
