import Reports
import Values

extension RussianPhrases {
    func versionsTitle(_ versions: ModelVersions) -> String {
        guard let current = versions.current else { return "Настройки обучения" }
        let pinned = versions.pinned == nil ? "" : " (закреплена)"
        return
            "Версия модели \(format.count(current))\(pinned) и настройки обучения"
    }

    func horizonReason(_ horizon: Double, lead: LeadTime?, isChosen: Bool) -> Sentence {
        let length = format.length(horizon)
        guard !isChosen else { return "Горизонт \(length) задан вручную." }
        guard let lead else {
            return
                "Признаков перед отказами не найдено, поэтому взят обычный горизонт для столь частых показаний: \(length)."
        }
        let code = lead.code.map { " (\($0))" } ?? ""
        return
            "Горизонт \(length): за такое время до отказа\(code) \(source(lead.source)) начинает отличаться от других дней того же устройства. Это найдено по \(format.counted(lead.failures, "отказу", "отказам", "отказам")) до проверочного периода."
    }

    func horizonByData() -> String { "автоматически" }

    func since(_ since: CalibrationSince) -> Sentence {
        let expected = format.figure((since.expected * 10).rounded() / 10)
        return
            "После обучения (\(format.counted(since.horizons, "горизонт", "горизонта", "горизонтов"))) ожидалось отказавших устройств: \(expected), отказало: \(format.count(since.observed))."
    }

    func versionColumns(isFailure: Bool) -> VersionColumns {
        VersionColumns(
            version: "Версия", learned: "Обучена", rows: "Строк", horizon: "Горизонт",
            score: isFailure
                ? "Средняя точность на отложенных данных" : "Ошибка на отложенных данных",
            rule: "Простое правило", cause: "Причина")
    }

    func versionCause(_ cause: ModelVersions.Cause) -> String {
        switch cause {
        case .first: "первая"
        case .grown: "данных стало больше, или они изменились"
        case .drifted: "отказы реже или чаще, чем по прогнозу"
        case .asked: "по запросу пользователя"
        }
    }

    func versionState(isPinned: Bool) -> String {
        isPinned ? "используется, закреплена" : "используется"
    }

    func versionAction(_ action: PredictorForm, isCurrent: Bool) -> String {
        switch action {
        case .horizon: "Обучить с этим горизонтом"
        case .use: isCurrent ? "Закрепить" : "Использовать эту"
        case .newest: "Использовать новейшую"
        case .off: "Отключить для этого набора"
        case .on: "Включить"
        }
    }
}
