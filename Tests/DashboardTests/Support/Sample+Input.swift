import Dashboard
import Reports
import Samples

extension Sample {
    /// The whole input of a page.
    func input(query: PageQuery = PageQuery()) -> PageInput {
        var input = PageInput(
            snapshot: snapshot, diagnostics: deviceCount > 0 ? diagnosis : nil, rows: rows,
            query: query, datasets: ["azure_pdm", "skab"], dataset: context.dataset, state: .ready)
        input.comparison = comparison
        return input
    }
}
