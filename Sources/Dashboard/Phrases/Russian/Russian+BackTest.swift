import Reports

extension RussianPhrases {
    func usual(_ test: UsualTest) -> Sentence {
        "\(chosen(test))\(leftOut(test))"
    }

    private func chosen(_ test: UsualTest) -> Sentence {
        guard let (kept, other) = test.unexplained else {
            return
                "Главные компоненты: строк слишком мало, чтобы сравнить с ними небольшую нейронную сеть."
        }
        let layers = test.widths.map(String.init).joined(separator: "-")
        let network = "небольшая нейронная сеть (\(layers))"
        let (own, others) =
            test.keepsNetwork ? (network, "главные компоненты") : ("главные компоненты", network)
        return
            "Выбрано: \(strong: own). На отложенных данных (\(counted(test.heldRows, .row))) остаётся необъяснённой доля разброса \(strong: share(kept)), а у другого способа (\(others)) с тем же числом величин в середине — \(share(other))."
    }

    private func share(_ unexplained: UsualTest.Unexplained) -> String {
        switch unexplained {
        case .hardlyAny: "менее 0,1 %"
        case .share(let share): format.percent(share, decimals: 1)
        }
    }

    private func leftOut(_ test: UsualTest) -> String {
        guard test.leftOut > 0 else { return " Строк, исключённых как слишком далёкие, нет." }
        let share = format.percent(test.leftOutShare, decimals: 1)
        let devices =
            test.devicesLeftOut.isEmpty
            ? ""
            : ", в том числе все строки устройств: \(list(test.devicesLeftOut, limit: 8)), чтобы длительная неисправность не стала нормой"
        return
            " Слишком далёкие строки исключены: \(format.count(test.leftOut)) (\(share))\(devices)."
    }

    func costs(_ bills: [BackTest.Bill], _ costs: AlarmCosts) -> Sentence? {
        guard let own = bills.first(where: { $0.teller == .model }),
            let never = bills.first(where: { $0.teller == .never })
        else { return nil }
        let naive = bills.first { $0.teller == .naive }.map {
            ", правило «любая ошибка» — \(format.figure($0.cost))"
        }
        let best = bills.first { $0.teller == .cheapest }.map {
            " Задним числом дешевле всего обошлись бы тревоги на \(format.percent($0.alarmShare, decimals: 1)) строк вместо \(format.percent(own.alarmShare, decimals: 1)): \(format.figure($0.cost))."
        }
        return
            "Если пропущенный отказ стоит \(format.figure(costs.missed)), а лишняя тревога \(format.figure(costs.needless)), эти тревоги обошлись бы в \(strong: format.figure(own.cost)), работа без тревог — в \(format.figure(never.cost))\(naive ?? "").\(best ?? "") Верные тревоги не стоят ничего."
    }

    func missCostTitle() -> String { "Цена пропущенного отказа" }

    func needlessCostTitle() -> String { "Цена лишней тревоги" }

    func tellersTitle() -> String { "Рядом с более простыми правилами, на тех же строках" }

    func tellerTitle() -> String { "Правило" }

    func teller(_ teller: BackTest.Teller, _ test: BackTest) -> String {
        let isLife = test.error != nil
        return switch teller {
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

    func toldTitle() -> String { "Предсказано" }

    func needlessTitle() -> String { "Лишних" }

    func costTitle() -> String { "Цена" }

    func lifeErrorTitle() -> String { "Среднеквадратичная ошибка" }

    func importanceTitle() -> String { "На что она опирается" }

    func importanceNote(_ test: BackTest) -> String {
        let what =
            test.error == nil
            ? "насколько падает средняя точность" : "насколько растёт среднеквадратичная ошибка"
        return
            "Показано, \(what) на новых для модели строках, если перемешать между ними всё, что получено из этого источника."
    }

    func importanceLossTitle(_ test: BackTest) -> String {
        test.error == nil ? "Средняя точность падает на" : "Ошибка растёт на"
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
