import Reports

extension RussianPhrases {
    func taskTitle() -> String { "Чему обучить" }

    func modelUpload() -> String { "Своя модель (.onnx)" }

    func sendModel() -> String { "Загрузить" }

    func modelChanges() -> String { "Переименовать или удалить" }

    func renameModel() -> String { "Переименовать" }

    func horizonTitle() -> String { "Горизонт" }

    func precisionTitle() -> String { "верных, из всех тревог" }

    func recallTitle() -> String { "предсказано, из всех отказов" }

    func weightsTitle() -> String { "Что сильнее всего влияет на её прогноз" }

    func task(_ task: ModelPanel.Training.Task) -> String {
        switch task {
        case .anomaly: "обычное поведение"
        case .failure: "прогноз отказов"
        case .life: "остаточный ресурс"
        }
    }

    func training(_ state: ModelPanel.Training.State, set: String) -> Sentence? {
        switch state {
        case .idle: return nil
        case .running(let task, let other, let share):
            let place = other == set ? "" : ", набор «\(other)»"
            return
                "\(strong: "Идёт обучение — \(self.task(task))\(place):") выполнено \(format.percent(share)). Страницы тем временем работают."
        case .ended(_, let other, _) where other != set: return nil
        case .ended(let task, _, let ending): return ended(task, ending)
        }
    }

    private func ended(
        _ task: ModelPanel.Training.Task, _ ending: ModelPanel.Training.Ending
    ) -> Sentence {
        switch ending {
        case .done(let file):
            "\(strong: "Обучение закончено:") \(self.task(task)) — теперь это модель \(code: file)."
        case .cancelled: "Обучение остановлено; ничего не сохранено."
        case .tooFew(let found, let needed):
            "\(strong: "Обучить не удалось:") примеров найдено \(format.count(found)), нужно не менее \(format.count(needed))."
        case .notStored(let errno):
            "\(strong: "Модель не удалось сохранить") (\(systemError(errno))); ничего не сохранено."
        case .failed:
            "\(strong: "Обучить не удалось:") эти показания для обучения не годятся; ничего не сохранено."
        }
    }

    func backTest(_ test: BackTest) -> Sentence {
        if let error = test.rmse {
            let plain = test.naiveRMSE.map {
                " Средний срок службы за вычетом наработки дал бы \(format.figure($0))."
            }
            let ridge = test.linear?.rmse.map {
                " Гребневая регрессия на тех же признаках дала бы \(format.figure($0))."
            }
            return
                "На новых для неё устройствах (\(counted(test.rows, .row))) среднеквадратичная ошибка — \(strong: format.figure(error)).\(ridge ?? "")\(plain ?? "")"
        }
        guard let alarms = test.alarms, let average = test.averagePrecision else { return "" }
        let lines = format.counted(test.positives ?? 0, "строки", "строк", "строк")
        return
            "На более поздних, новых для неё данных (\(counted(test.rows, .row))) тревоги предсказали \(strong: format.percent(alarms.recall)) из \(lines) перед отказом, и верными были \(strong: format.percent(alarms.precision)) тревог (средняя точность \(format.figure(average))).\(leadTime(test))\(plain(test))"
    }

    private func leadTime(_ test: BackTest) -> String {
        test.medianLeadTime.map {
            " Половина отказов предсказана не менее чем за \(accusative(format.measured(seconds: $0)))."
        } ?? ""
    }

    private func plain(_ test: BackTest) -> String {
        test.naive.map {
            " Простое правило «любая ошибка в пределах горизонта» предсказывает \(format.percent($0.recall)), верны \(format.percent($0.precision)) его тревог."
        } ?? ""
    }
}
