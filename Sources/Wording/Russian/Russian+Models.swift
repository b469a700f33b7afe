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
                ? "\(strong: "Моделей нет.") Положите файлы \(code: ".onnx") в \(code: "data/models"). Модель, столбцы которой есть в этом наборе данных, выполняется для каждого устройства."
                : ""
        case .starting:
            say = "Идёт поиск ONNX Runtime. Карточка обновится сама."
        case .missing:
            say =
                "\(strong: "ONNX Runtime не установлен"), поэтому модели не выполняются. Его устанавливает \(code: "Resources/fetch-onnxruntime"). Остальная часть страницы работает без него."
        case .unusable(let words):
            say =
                "\(strong: "ONNX Runtime найден, но использовать его нельзя:") \(words). Остальная часть страницы работает без него."
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
        case .pending: return "\(strong: "Результата пока нет:") модель выполняется."
        case .columnsMissing(let names):
            return
                "\(strong: "Не выполнена:") модели нужны столбцы, которых нет в этом наборе данных: \(list(names, limit: 8))."
        case .needsMapping(let inputs, let metrics):
            let count = format.counted(inputs, "вход", "входа", "входов")
            return
                "\(strong: "Не выполнена:") у модели \(count) без имён, а в наборе данных \(counted(metrics, .reading)). Назовите столбцы ниже или в метаданных модели (\(code: "feature_names"))."
        case .refused(let refusal):
            return "\(strong: "Отклонена:") \(self.refusal(refusal))"
        case .failed(let words):
            return "\(strong: "ONNX Runtime не смог выполнить модель.") Его сообщение: \(words)"
        case .crashed(let signal):
            return
                "\(strong: "Модель аварийно завершила ONNX Runtime") (сигнал \("\(signal)")). Она работала в отдельном процессе, больше ничего не пострадало. Пока её файл не изменится, она не запускается."
        case .timedOut(let seconds):
            return
                "\(strong: "Модель работала дольше \(genitive(format.measured(seconds: seconds)))") и была остановлена."
        }
    }

    private func resultSentence(
        _ result: ModelPanel.Result, _ card: ModelPanel.Card
    ) -> Sentence {
        let name = meaning(card.meaning)
        let value = score(result.last, card.meaning)
        guard let (threshold, place) = result.verdict else {
            return "Последнее значение (\(name)): \(strong: value). Порог в модели не указан."
        }
        let limit = score(threshold, card.meaning)
        let side =
            switch place {
            case .above: "выше"
            case .below: "ниже"
            }
        return
            "Последнее значение (\(name)): \(strong: "\(value), \(side) порога \(limit)"). За порогом \(format.count(result.above)) из \(countedOf(result.times.count, .row))."
    }

    func modelFormat(_ card: ModelPanel.Card) -> String {
        "ONNX IR \(card.irVersion), opset \(card.opset)"
    }

    func columnsTitle() -> String { "Назвать столбцы модели" }

    func saveColumns() -> String { "Сохранить" }

    func featureNumber(_ number: Int) -> String { "Признак \(number)" }

    func milliseconds(_ value: Double) -> String { format.figure(value) + " мс" }
}
