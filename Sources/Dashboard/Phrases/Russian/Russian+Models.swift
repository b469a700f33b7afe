import Reports

extension RussianPhrases {
    func models(_ panel: ModelPanel) -> CardWords {
        var sub = ""
        let say: Sentence
        switch panel.runtime {
        case .found(let version):
            sub = "ONNX Runtime \(version)"
            say =
                panel.entries.isEmpty
                ? "\(strong: "Моделей нет.") Положите файлы \(code: ".onnx") в \(code: "data/models"); модель, которой нужны столбцы этого набора данных, выполняется для каждого устройства."
                : ""
        case .starting:
            say = "Идёт поиск ONNX Runtime; карточка заполнится сама."
        case .missing:
            say =
                "\(strong: "ONNX Runtime не установлен"), поэтому модели здесь не работают; всё остальное на этой странице обходится без него. Получить его: \(code: "Resources/fetch-onnxruntime")."
        case .unusable(let words):
            say =
                "\(strong: "ONNX Runtime найден, но использовать его нельзя:") \(words). Всё остальное на этой странице обходится без него."
        }
        return CardWords(title: label(.modelsTitle), sub: sub, say: say)
    }

    func modelTitle(_ card: ModelPanel.Card) -> String {
        card.isOwn ? "\(card.file), обучена этой программой" : card.file
    }

    func meaning(_ meaning: ModelPanel.Meaning) -> String {
        switch meaning {
        case .reconstruction: "ошибка восстановления"
        case .score: "оценка аномальности"
        case .probability: "вероятность"
        case .classes: "класс"
        case .remainingLife: "остаточный ресурс"
        case .unknown: "выход"
        }
    }

    func scoreAxis(_ meaning: ModelPanel.Meaning) -> String { self.meaning(meaning) }

    func outcome(_ outcome: ModelPanel.Outcome, _ card: ModelPanel.Card) -> Sentence {
        switch outcome {
        case .result(let result): return resultSentence(result, card)
        case .pending: return "\(strong: "Ответа пока нет:") модель выполняется."
        case .columnsMissing(let names):
            return
                "\(strong: "Не выполнена:") модели нужны столбцы, которых нет в этом наборе данных: \(list(names, limit: 8))."
        case .needsMapping(let inputs, let metrics):
            let count = format.counted(inputs, "вход", "входа", "входов")
            return
                "\(strong: "Не выполнена:") у модели \(count) без имён, а в наборе данных \(counted(metrics, .reading)); назовите столбцы ниже или в метаданных модели (\(code: "feature_names"))."
        case .refused(let reason, let detail):
            return "\(strong: "Отклонена:") \(refusal(reason, detail))"
        case .failed(let words):
            return "\(strong: "Среда исполнения не смогла её выполнить.") Её сообщение: \(words)"
        case .crashed(let signal):
            return
                "\(strong: "Модель остановила среду исполнения") (сигнал \("\(signal)")). Она работала в отдельном процессе, так что больше ничто не пострадало; до изменения файла она не запускается."
        case .timedOut(let seconds):
            return
                "\(strong: "Модель работала дольше \(genitive(format.duration(seconds)))") и была остановлена."
        }
    }

    private func resultSentence(
        _ result: ModelPanel.Result, _ card: ModelPanel.Card
    ) -> Sentence {
        let name = meaning(card.meaning)
        let value =
            card.meaning == .probability ? format.percent(result.last) : format.figure(result.last)
        guard let threshold = result.threshold, result.last.isFinite else {
            return "Последнее значение (\(name)): \(strong: value); порог в модели не указан."
        }
        let limit =
            card.meaning == .probability ? format.percent(threshold) : format.figure(threshold)
        let side = result.last > threshold ? "выше" : "ниже"
        return
            "Последнее значение (\(name)): \(strong: "\(value), \(side) порога \(limit)"); выше него \(format.count(result.above)) из \(countedOf(result.times.count, .row))."
    }

    /// Why a model was not opened. An unknown reason keeps its key, so that nothing is hidden.
    func refusal(_ reason: String, _ detail: String) -> String {
        let text: String
        switch reason {
        case "tooLarge": text = "файл слишком большой"
        case "empty": text = "файл пуст"
        case "notONNX", "notProtobuf", "malformed":
            text = "это не модель ONNX, или файл повреждён"
        case "noGraph": text = "в файле нет модели"
        case "nestedTooDeeply": text = "слишком глубокая вложенность сообщений"
        case "formatTooNew": text = "формат новее, чем знает среда исполнения"
        case "localFunctions": text = "в модели есть собственные функции, они не выполняются"
        case "controlFlow": text = "модель выполняет вложенные графы, которые могут не закончиться"
        case "tooManyNodes": text = "слишком много узлов"
        case "columns": text = "модель принимает другое число столбцов, чем было названо"
        case "badName": text = "имя модели должно заканчиваться на .onnx"
        case "notWritten": text = "модель не удалось записать"
        case "truncated": text = "файл обрывается"
        case "externalData": text = "веса хранятся в других файлах, они не читаются"
        case "irVersion": text = "формат новее, чем знает среда исполнения"
        case "opset": text = "операторы новее, чем знает среда исполнения"
        case "customOperators", "customDomain": text = "используются операторы, которых нет в ONNX"
        case "noInputs": text = "у модели нет входа"
        case "noOutputs": text = "у модели нет выхода"
        case "inputType": text = "тип входа не такой, какой дают таблицы"
        case "inputRank", "inputShape": text = "форма входа не такая, какую дают таблицы"
        case "hugeTensor", "memory": text = "нужно слишком много памяти"
        default: text = reason
        }
        return detail.isEmpty ? text + "." : "\(text) (\(detail))."
    }

    func modelFormat(_ card: ModelPanel.Card) -> String {
        "ONNX IR \(card.irVersion), opset \(card.opset)"
    }

    func columnsTitle() -> String { "Назвать её столбцы" }

    func saveColumns() -> String { "Сохранить" }

    func featureNumber(_ number: Int) -> String { "Признак \(number)" }

    func milliseconds(_ value: Double) -> String { format.figure(value) + " мс" }
}
