import Reports

extension RussianPhrases {
    func autoencoder(_ selection: AutoencoderSelection) -> Sentence {
        "\(chosen(selection))\(leftOut(selection))"
    }

    private func chosen(_ selection: AutoencoderSelection) -> Sentence {
        guard let (kept, other) = selection.unexplained else {
            return
                "Выбран метод главных компонент: для сравнения с автоэнкодером слишком мало строк."
        }
        let layers = selection.widths.map(String.init).joined(separator: "-")
        let (own, others) =
            selection.keepsNetwork
            ? ("автоэнкодер (\(layers))", "метода главных компонент")
            : ("метод главных компонент", "автоэнкодера (\(layers))")
        return
            "Выбран \(strong: own). Необъяснённая доля дисперсии на отложенных данных (\(counted(selection.heldOutRows, .row))) — \(strong: share(kept)), у \(others) той же внутренней размерности — \(share(other))."
    }

    private func share(_ unexplained: AutoencoderSelection.Unexplained) -> String {
        switch unexplained {
        case .hardlyAny: "менее 0,1 %"
        case .share(let share): format.percent(share, decimals: 1)
        }
    }

    private func leftOut(_ selection: AutoencoderSelection) -> String {
        guard selection.leftOut > 0 else { return " Строк, исключённых как выбросы, нет." }
        let share = format.percent(selection.leftOutShare, decimals: 1)
        let devices =
            selection.devicesLeftOut.isEmpty
            ? ""
            : ", в том числе все строки устройств: \(list(selection.devicesLeftOut, limit: 8)), чтобы длительная неисправность не стала нормой"
        return
            " Исключено как выбросы: \(counted(selection.leftOut, .row)) (\(share))\(devices)."
    }

    func costs(_ alarmCosts: [BackTest.AlarmCost], _ prices: AlarmPrices) -> Sentence? {
        guard let own = alarmCosts.first(where: { $0.source == .model }),
            let never = alarmCosts.first(where: { $0.source == .never })
        else { return nil }
        let naive = alarmCosts.first { $0.source == .naive }.map {
            ", тревоги по правилу «любая ошибка» — в \(format.figure($0.cost))"
        }
        let best = alarmCosts.first { $0.source == .cheapest }.map {
            " Задним числом дешевле всего были бы тревоги на \(format.percent($0.alarmShare, decimals: 2)) строк вместо \(format.percent(own.alarmShare, decimals: 2)), они обошлись бы в \(format.figure($0.cost))."
        }
        return
            "При цене пропущенного отказа \(format.figure(prices.missedFailure)) и ложной тревоги \(format.figure(prices.falseAlarm)) тревоги по порогу модели обошлись бы в \(strong: format.figure(own.cost)), работа без тревог — в \(format.figure(never.cost))\(naive ?? "").\(best ?? "") Пропущенным отказом считается каждая строка перед отказом без тревоги; верные тревоги ничего не стоят."
    }

    func missedFailurePriceTitle() -> String { "Цена пропущенного отказа" }

    func falseAlarmPriceTitle() -> String { "Цена ложной тревоги" }

    func alarmSourcesTitle() -> String { "Сравнение с более простыми правилами на тех же строках" }

    func alarmSourceTitle() -> String { "Правило" }

    func alarmSource(_ source: BackTest.AlarmSource, _ test: BackTest) -> String {
        let isLife = test.rmse != nil
        return switch source {
        case .model: "Эта модель" + (test.kind.map { " (\(kind($0)))" } ?? "")
        case .second:
            test.kind == .network
                ? "Бустинг деревьев, не выбран" : "Нейронная сеть, не выбрана"
        case .cheapest: "Эта модель при самом выгодном пороге"
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
        case .network: "нейронная сеть"
        }
    }

    func averagePrecisionTitle() -> String { "Средняя точность" }

    func truePositivesTitle() -> String { "Найдено строк" }

    func falseAlarmsTitle() -> String { "Ложных тревог" }

    func costTitle() -> String { "Затраты" }

    func rmseTitle() -> String { "Среднеквадратичная ошибка" }

    func importanceTitle() -> String { "Самые важные входные данные" }

    func importanceNote(_ test: BackTest) -> String {
        let what =
            test.rmse == nil
            ? "насколько падает средняя точность" : "насколько растёт среднеквадратичная ошибка"
        return
            "Важность по перестановкам: \(what) на отложенных строках, если перемешать все признаки этого источника."
    }

    func importanceLossTitle(_ test: BackTest) -> String {
        test.rmse == nil ? "Падение средней точности" : "Рост ошибки"
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
