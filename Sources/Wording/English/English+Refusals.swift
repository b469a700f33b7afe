import Reports
import Values

/// Why models are not taken, or not run.
extension EnglishPhrases {
    func refusal(_ refusal: ModelPanel.Refusal) -> String {
        let figures = refusal.figures
        return figures.isEmpty ? reason(refusal) + "." : "\(reason(refusal)) (\(figures))."
    }

    private func reason(_ refusal: ModelPanel.Refusal) -> String {
        switch refusal {
        case .file(let refusal): reason(refusal)
        case .form(let form): reason(form)
        case .badName: "a model’s name ends in .onnx"
        case .notWritten: "it could not be written"
        case .columnCount: "it takes another number of columns than were named"
        }
    }

    private func reason(_ refusal: ModelRefusal) -> String {
        switch refusal {
        case .tooLarge: "the file is too large"
        case .notProtobuf: "the file is no ONNX model, or it is damaged"
        case .nestedTooDeeply: "its messages are nested too deeply"
        case .noGraph: "it holds no model"
        case .formatTooNew: "its format is newer than the runtime knows"
        case .externalData: "it keeps its weights in other files, which are not read"
        case .localFunctions: "it has functions of its own, which are not run"
        case .controlFlow: "it runs graphs within its graph, which may never end"
        case .tooManyNodes: "it has too many nodes"
        }
    }

    private func reason(_ form: UnsupportedForm) -> String {
        switch form {
        case .input: "an input has a shape that tables do not give"
        case .inputType: "an input is of a kind that tables do not give"
        case .outputs: "no output has a value for each row"
        case .inputTooLarge: "it would need too much memory"
        }
    }
}
