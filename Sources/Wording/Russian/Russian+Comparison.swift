import Reports
internal import Values

extension RussianPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords {
        let start = comparison.starts.first ?? comparison.end
        let period = ClosedRange(between: start, and: comparison.end).map(shortPeriod) ?? ""
        return CardWords(
            title: "Сравнение детекторов",
            sub: "0 — медиана, 1 — порог тревоги каждого детектора · показано до 3 · \(period)",
            say: "\(now(comparison))\(best(comparison))", note: truthNote(comparison))
    }

    private func now(_ comparison: DetectorComparison) -> Sentence {
        let all = format.count(comparison.lanes.count)
        let names = comparison.lanes.filter(\.isAlarmNow).map { detector($0.detector) }
        guard !names.isEmpty else {
            return "На последней строке тревоги нет (детекторов: \(all))."
        }
        return
            "На последней строке тревога у \(strong: "\(format.count(names.count)) из \(all)") детекторов: \(list(names))."
    }

    private func best(_ comparison: DetectorComparison) -> Sentence {
        guard let lane = comparison.best, let verdict = lane.verdict, let f1 = verdict.f1 else {
            return ""
        }
        let isLabels = comparison.truth == .labels
        let what = isLabels ? "с помеченными строками" : "с отказами"
        let place = verdict.isBackTest ? "в собственной проверке" : "по всем устройствам"
        guard verdict.isNear else {
            return
                " Хорошего совпадения \(what) нет: лучший детектор — \(detector(lane.detector)), F1 \(format.figure(f1)) \(place)."
        }
        return
            " Лучшее совпадение \(what) — \(strong: detector(lane.detector)) (F1 \(format.figure(f1)) \(place))."
    }

    private func truthNote(_ comparison: DetectorComparison) -> String {
        let devices =
            "устройства: \(format.count(comparison.devicesEvaluated)) из \(format.count(comparison.devicesShown))"
        let rest =
            "за выбранный период, без первых строк каждого устройства, которые построчный детектор считает нормой"
        let tested =
            comparison.lanes.contains { $0.verdict?.isBackTest == true }
            ? " Прогнозирующая модель оценена по собственной проверке: по строкам перед отказом в отложенных данных."
            : ""
        switch comparison.truth {
        case nil:
            return "В данных нет ни помеченных строк, ни отказов для проверки тревог."
        case .labels:
            return
                "Подсчёт — по строкам (\(devices)) \(rest). F1 — среднее гармоническое полноты и точности.\(tested)"
        case .failures(let horizon):
            let length = genitive(format.measured(seconds: horizon))
            return
                "Отказ найден, если тревога была не более чем за \(accusative(format.measured(seconds: horizon))) до него. Тревога верна, если отказ случился не позднее \(length) после неё. Подсчёт (\(devices)) — \(rest). F1 — среднее гармоническое полноты и точности.\(tested)"
        }
    }

    func detector(_ detector: DetectorComparison.Detector) -> String {
        switch detector {
        case .bands: "Ожидаемые диапазоны"
        case .rows: "Построчный детектор"
        case .model(let file): file
        }
    }

    func builtInNote(_ detector: DetectorComparison.Detector) -> String {
        if case .model = detector { "" } else { " (встроено)" }
    }

    func detectorTitle() -> String { "Детектор" }

    func nowTitle() -> String { "Последняя оценка" }

    func alarmShareTitle() -> String { "Строк с тревогой" }

    func detectedTitle(_ truth: DetectorComparison.Truth) -> String {
        truth == .labels ? "Найдено помеченных строк" : "Найдено отказов"
    }

    func trueAlarmsTitle() -> String { "Верных тревог" }

    func limitNote(_ limit: DetectorComparison.Limit) -> String {
        switch limit {
        case .own: ""
        case .half: " (порог не задан: тревога при вероятности выше 50 %)"
        case .hundredth: " (порог не задан: тревога на 1 % строк с наибольшей оценкой)"
        }
    }

    func alarmMark() -> String { "Начало тревоги" }

    func belowThreshold() -> String { "Ниже порога тревоги" }

    func alarmTitle(
        _ alarm: DetectorComparison.Alarm, _ detector: DetectorComparison.Detector
    ) -> String {
        let peak = format.figure(alarm.peak)
        let name = self.detector(detector)
        guard alarm.to > alarm.from else {
            return "\(name), \(format.place(alarm.from)): тревога, оценка \(peak)"
        }
        return
            "\(name), \(format.place(alarm.from)) – \(format.place(alarm.to)): тревога, высшая оценка \(peak)"
    }

    func truthLane(_ truth: DetectorComparison.Truth) -> String {
        truth == .labels ? "Помечено" : "Отказы"
    }
}
