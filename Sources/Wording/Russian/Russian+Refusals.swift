import Reports
import Values

/// Why models are not taken, or not run.
extension RussianPhrases {
    func refusal(_ refusal: ModelPanel.Refusal) -> String {
        let figures = refusal.figures
        return figures.isEmpty ? reason(refusal) + "." : "\(reason(refusal)) (\(figures))."
    }

    private func reason(_ refusal: ModelPanel.Refusal) -> String {
        switch refusal {
        case .file(let refusal): reason(refusal)
        case .form(let form): reason(form)
        case .badName: "имя модели должно заканчиваться на .onnx"
        case .notWritten: "модель не удалось записать"
        case .columnCount: "модель принимает другое число столбцов, чем было названо"
        }
    }

    private func reason(_ refusal: ModelRefusal) -> String {
        switch refusal {
        case .tooLarge: "файл слишком большой"
        case .notProtobuf: "это не модель ONNX, или файл повреждён"
        case .nestedTooDeeply: "слишком глубокая вложенность сообщений"
        case .noGraph: "в файле нет модели"
        case .formatTooNew: "формат новее, чем знает среда исполнения"
        case .externalData: "веса хранятся в других файлах, они не читаются"
        case .localFunctions: "в модели есть собственные функции, они не выполняются"
        case .controlFlow: "модель выполняет вложенные графы, которые могут не закончиться"
        case .tooManyNodes: "слишком много узлов"
        }
    }

    private func reason(_ form: UnsupportedForm) -> String {
        switch form {
        case .input: "форма входа не такая, какую дают таблицы"
        case .inputType: "тип входа не такой, какой дают таблицы"
        case .outputs: "ни у одного выхода нет значения для каждой строки"
        case .inputTooLarge: "нужно слишком много памяти"
        }
    }
}
