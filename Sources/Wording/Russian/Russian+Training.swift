import Reports

extension RussianPhrases {
    func taskTitle() -> String { "Чему обучить" }

    func modelUpload() -> String { "Своя модель (.onnx)" }

    func sendModel() -> String { "Загрузить" }

    func modelChanges() -> String { "Переименовать или удалить" }

    func otherModels(_ count: Int) -> String {
        "Моделей, которым нужны столбцы, отсутствующие в этом наборе: \(format.count(count))"
    }

    func renameModel() -> String { "Переименовать" }

    func horizonTitle() -> String { "Горизонт" }

    func weightsTitle() -> String { "Признаки с наибольшим весом" }

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
                "\(strong: "Идёт обучение — \(self.task(task))\(place):") выполнено \(format.percent(share)). Страницами можно пользоваться."
        case .ended(_, let other, _) where other != set: return nil
        case .ended(let task, _, let ending): return ended(task, ending)
        }
    }

    private func ended(
        _ task: ModelPanel.Training.Task, _ ending: ModelPanel.Training.Ending
    ) -> Sentence {
        switch ending {
        case .done(let file):
            "\(strong: "Обучение закончено:") модель \(code: file) (\(self.task(task)))."
        case .cancelled: "Обучение остановлено. Ничего не сохранено."
        case .tooFew(let found, let needed):
            "\(strong: "Обучить не удалось:") примеров найдено \(format.count(found)), нужно не менее \(format.count(needed))."
        case .notStored(let errno):
            "\(strong: "Модель не удалось сохранить") (\(systemError(errno)))."
        case .failed:
            "\(strong: "Обучить не удалось:") эти показания для обучения не годятся."
        }
    }
}
