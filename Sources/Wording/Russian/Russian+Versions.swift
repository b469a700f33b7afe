import Reports
import Values

extension RussianPhrases {
    func versionsTitle(_ versions: ModelVersions) -> String {
        guard let current = versions.current else { return "Настройки обучения" }
        let pinned = versions.pinned == nil ? "" : " (закреплена)"
        return
            "Версия модели \(format.count(current))\(pinned) и её настройки"
    }

    func horizonReason(_ versions: ModelVersions) -> Sentence? {
        guard let version = versions.versions.first(where: { $0.number == versions.current }),
            let horizon = version.horizon
        else { return nil }
        let length = format.length(horizon)
        guard versions.horizon == nil else { return "Горизонт \(length) выбран вручную." }
        guard let lead = versions.leadTime else {
            return
                "Перед отказами ничего не заметно, поэтому горизонт \(length) — обычный для столь частых показаний."
        }
        let code = lead.code.map { " (\($0))" } ?? ""
        return
            "Горизонт \(length): за столько до отказа\(code) \(source(lead.source)) начинает отличаться от других дней того же устройства. Это видно по \(format.counted(lead.failures, "отказу", "отказам", "отказам")) до начала проверки."
    }

    func horizonByData() -> String { "автоматически" }

    func since(_ since: CalibrationSince) -> Sentence {
        let expected = format.figure((since.expected * 10).rounded() / 10)
        return
            "После обучения (\(format.counted(since.horizons, "горизонт", "горизонта", "горизонтов"))) модель ожидала отказавших устройств: \(expected); отказало \(format.count(since.observed))."
    }

    func versionColumns(isFailure: Bool) -> VersionColumns {
        VersionColumns(
            version: "Версия", learned: "Обучена", rows: "Строк", horizon: "Горизонт",
            score: isFailure ? "Средняя точность на отложенных" : "Ошибка на отложенных",
            rule: "Простое правило", cause: "Причина")
    }

    func versionCause(_ cause: ModelVersions.Cause) -> String {
        switch cause {
        case .first: "первая"
        case .grown: "данных стало больше или они другие"
        case .drifted: "отказов было меньше или больше, чем сказано"
        case .asked: "выбран другой горизонт"
        }
    }

    func versionState(isPinned: Bool) -> String {
        isPinned ? "используется, закреплена" : "используется"
    }

    func versionAction(_ action: PredictorForm, isCurrent: Bool) -> String {
        switch action {
        case .horizon: "Обучить с этим горизонтом"
        case .use: isCurrent ? "Закрепить" : "Вернуться к ней"
        case .newest: "Снова использовать новейшую"
        case .off: "Отключить для этого набора"
        case .on: "Включить"
        }
    }
}
