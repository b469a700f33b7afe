import Charts
import Values

extension ChartText {
    /// Words of a drawing whose numbers are written in English.
    init(title: String, description: String, valueTitle: String = "") {
        self.init(
            title: title, description: description, valueTitle: valueTitle, numbers: .english)
    }
}
