import Reports

extension RussianPhrases {
    func autoencoder(_ selection: AutoencoderSelection) -> Sentence {
        "\(chosen(selection))\(leftOut(selection))"
    }

    private func chosen(_ selection: AutoencoderSelection) -> Sentence {
        guard let (kept, other) = selection.unexplained else {
            return
                "Главные компоненты: строк слишком мало, чтобы сравнить с ними небольшую нейронную сеть."
        }
        let layers = selection.widths.map(String.init).joined(separator: "-")
        let network = "небольшая нейронная сеть (\(layers))"
        let (own, others) =
            selection.keepsNetwork
            ? (network, "главные компоненты") : ("главные компоненты", network)
        return
            "Выбрано: \(strong: own). На отложенных данных (\(counted(selection.heldOutRows, .row))) остаётся необъяснённой доля разброса \(strong: share(kept)), а у другого способа (\(others)) с тем же числом величин в середине — \(share(other))."
    }

    private func share(_ unexplained: AutoencoderSelection.Unexplained) -> String {
        switch unexplained {
        case .hardlyAny: "менее 0,1 %"
        case .share(let share): format.percent(share, decimals: 1)
        }
    }

    private func leftOut(_ selection: AutoencoderSelection) -> String {
        guard selection.leftOut > 0 else { return " Строк, исключённых как слишком далёкие, нет." }
        let share = format.percent(selection.leftOutShare, decimals: 1)
        let devices =
            selection.devicesLeftOut.isEmpty
            ? ""
            : ", в том числе все строки устройств: \(list(selection.devicesLeftOut, limit: 8)), чтобы длительная неисправность не стала нормой"
        return
            " Слишком далёкие строки исключены: \(format.count(selection.leftOut)) (\(share))\(devices)."
    }

    func costs(_ alarmCosts: [BackTest.AlarmCost], _ prices: AlarmPrices) -> Sentence? {
        guard let own = alarmCosts.first(where: { $0.source == .model }),
            let never = alarmCosts.first(where: { $0.source == .never })
        else { return nil }
        let naive = alarmCosts.first { $0.source == .naive }.map {
            ", правило «любая ошибка» — \(format.figure($0.cost))"
        }
        let best = alarmCosts.first { $0.source == .cheapest }.map {
            " Задним числом дешевле всего обошлись бы тревоги на \(format.percent($0.alarmShare, decimals: 1)) строк вместо \(format.percent(own.alarmShare, decimals: 1)): \(format.figure($0.cost))."
        }
        return
            "Если пропущенный отказ стоит \(format.figure(prices.missedFailure)), а лишняя тревога \(format.figure(prices.falseAlarm)), эти тревоги обошлись бы в \(strong: format.figure(own.cost)), работа без тревог — в \(format.figure(never.cost))\(naive ?? "").\(best ?? "") Верные тревоги не стоят ничего."
    }

    func missedFailurePriceTitle() -> String { "Цена пропущенного отказа" }

    func falseAlarmPriceTitle() -> String { "Цена лишней тревоги" }

    func alarmSourcesTitle() -> String { "Рядом с более простыми правилами, на тех же строках" }

    func alarmSourceTitle() -> String { "Правило" }

    func alarmSource(_ source: BackTest.AlarmSource, _ test: BackTest) -> String {
        let isLife = test.rmse != nil
        return switch source {
        case .model: "Эта модель" + (test.kind.map { " (\(kind($0)))" } ?? "")
        case .second:
            (test.kind == .network ? "Бустинг деревьев" : "Небольшая сеть") + ", не выбрано"
        case .cheapest: "Эта модель при наименьшей цене"
        case .linear: isLife ? "Гребневая регрессия" : "Логистическая регрессия"
        case .naive:
            isLife
                ? "Средний срок службы за вычетом наработки" : "Любая ошибка в пределах горизонта"
        case .never: "Без тревог"
        }
    }

    private func kind(_ kind: BackTest.Kind) -> String {
        switch kind {
        case .trees: "бустинг деревьев"
        case .network: "небольшая сеть"
        }
    }

    func averagePrecisionTitle() -> String { "Средняя точность" }

    func truePositivesTitle() -> String { "Предсказано" }

    func falseAlarmsTitle() -> String { "Лишних" }

    func costTitle() -> String { "Цена" }

    func rmseTitle() -> String { "Среднеквадратичная ошибка" }

    func importanceTitle() -> String { "На что она опирается" }

    func importanceNote(_ test: BackTest) -> String {
        let what =
            test.rmse == nil
            ? "насколько падает средняя точность" : "насколько растёт среднеквадратичная ошибка"
        return
            "Показано, \(what) на новых для модели строках, если перемешать между ними всё, что получено из этого источника."
    }

    func importanceLossTitle(_ test: BackTest) -> String {
        test.rmse == nil ? "Средняя точность падает на" : "Ошибка растёт на"
    }

    func source(_ source: BackTest.Source) -> String {
        switch source.kind {
        case .reading, .attribute: source.name
        case .error: "ошибка \(source.name)"
        case .failure: "отказ \(source.name)"
        case .repair: "ремонт \(source.name)"
        case .other: "событие \(source.name)"
        case .age: "наработка"
        }
    }
}
