import Reports
internal import Values

extension RussianPhrases {
    func comparison(_ comparison: DetectorComparison) -> CardWords {
        let start = comparison.starts.first ?? comparison.end
        let period = ClosedRange(between: start, and: comparison.end).map(shortPeriod) ?? ""
        return CardWords(
            title: "Кто что говорит, на одной оси",
            sub: "0 — обычное, 1 — порог тревоги каждого · показано до 3 · \(period)",
            say: "\(now(comparison))\(best(comparison))", note: truthNote(comparison))
    }

    private func now(_ comparison: DetectorComparison) -> Sentence {
        let all = format.count(comparison.lanes.count)
        let names = comparison.lanes.filter(\.isAlarmNow).map { detector($0.detector) }
        guard !names.isEmpty else {
            return "На последних строках тревоги нет (проверяющих: \(all))."
        }
        return
            "На последних строках тревогу подают \(strong: "\(format.count(names.count)) из \(all)"): \(list(names))."
    }

    private func best(_ comparison: DetectorComparison) -> Sentence {
        guard let lane = comparison.best, let verdict = lane.verdict, let f1 = verdict.f1 else {
            return ""
        }
        let isLabels = comparison.truth == .labels
        let what = isLabels ? "к строкам, помеченным в данных" : "к случившимся отказам"
        let place = verdict.isBackTest ? "В собственной проверке" : "На всём наборе"
        guard verdict.isNear else {
            return
                " Никто не подходит близко \(what): лучший результат — \(detector(lane.detector)), F1 \(format.figure(f1))."
        }
        return
            " \(place) ближе всего \(what) — \(strong: detector(lane.detector)) (F1 \(format.figure(f1)))."
    }

    private func truthNote(_ comparison: DetectorComparison) -> String {
        let devices =
            "устройства: \(format.count(comparison.devicesEvaluated)) из \(format.count(comparison.devicesShown))"
        let rest = "без первых строк каждого, которые построчный детектор считает нормой"
        let tested =
            comparison.lanes.contains { $0.verdict?.isBackTest == true }
            ? " Прогнозирующая модель оценена по собственной проверке, на более поздних, новых для неё строках."
            : ""
        switch comparison.truth {
        case nil:
            return "В данных нет ни помеченных строк, ни отказов, по которым можно судить тревоги."
        case .labels:
            return
                "Подсчёт — по строкам (\(devices)), \(rest). F1 — среднее гармоническое обеих долей.\(tested)"
        case .failures(let horizon):
            let length = accusative(format.measured(seconds: horizon))
            return
                "Отказ предсказан, если тревога была за \(length) до него; тревога верна, если за \(length) после неё случился отказ. Подсчёт (\(devices)) — \(rest). F1 — среднее гармоническое обеих долей.\(tested)"
        }
    }

    func detector(_ detector: DetectorComparison.Detector) -> String {
        switch detector {
        case .bands: "Ожидаемые полосы"
        case .rows: "Построчный детектор"
        case .model(let file): file
        }
    }

    func builtInNote(_ detector: DetectorComparison.Detector) -> String {
        if case .model = detector { "" } else { " (встроено)" }
    }

    func detectorTitle() -> String { "Кто" }

    func nowTitle() -> String { "Сейчас" }

    func alarmShareTitle() -> String { "Доля тревог" }

    func detectedTitle(_ truth: DetectorComparison.Truth) -> String {
        truth == .labels ? "Найдено помеченных строк" : "Предсказано отказов"
    }

    func trueAlarmsTitle() -> String { "Верных тревог" }

    func limitNote(_ limit: DetectorComparison.Limit) -> String {
        switch limit {
        case .own: ""
        case .half: " (тревога — от вероятности 50 %: своего порога нет)"
        case .hundredth: " (тревога — высший 1 % строк: своего порога нет)"
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
