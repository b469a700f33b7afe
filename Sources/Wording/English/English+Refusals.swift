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
        case .columnCount: "it takes a different number of columns than were named"
        }
    }

    private func reason(_ refusal: ModelRefusal) -> String {
        switch refusal {
        case .tooLarge: "the file is too large"
        case .notProtobuf: "the file is not an ONNX model, or it is damaged"
        case .nestedTooDeeply: "its messages are nested too deeply"
        case .noGraph: "the file contains no model"
        case .formatTooNew: "its format is newer than the runtime supports"
        case .externalData: "its weights are in other files, which are not read"
        case .localFunctions: "it defines its own functions, which are not run"
        case .controlFlow: "it contains loops or branches, which may never end"
        case .tooManyNodes: "it has too many nodes"
        }
    }

    private func reason(_ form: UnsupportedForm) -> String {
        switch form {
        case .input: "an input has a shape that a table cannot provide"
        case .inputType: "an input has a type that a table cannot provide"
        case .outputs: "no output has one value for each row"
        case .inputTooLarge: "it would need too much memory"
        }
    }
}
