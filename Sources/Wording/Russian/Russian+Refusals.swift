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
        case .formatTooNew: "формат новее, чем поддерживает среда исполнения"
        case .externalData: "веса хранятся в других файлах, которые не читаются"
        case .localFunctions: "в модели есть собственные функции, которые не выполняются"
        case .controlFlow: "в модели есть циклы или ветвления, которые могут не завершиться"
        case .tooManyNodes: "слишком много узлов"
        }
    }

    private func reason(_ form: UnsupportedForm) -> String {
        switch form {
        case .input: "форма входа не подходит для таблиц"
        case .inputType: "тип входа не подходит для таблиц"
        case .outputs: "ни у одного выхода нет значения для каждой строки"
        case .inputTooLarge: "нужно слишком много памяти"
        }
    }
}
