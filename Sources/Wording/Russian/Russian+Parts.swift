import Reports
import Values

extension RussianPhrases {
    func partLives(_ lives: PartLives) -> CardWords {
        guard let first = lives.leading else { return tooFew(lives) }
        return CardWords(
            title: label(.partLivesTitle),
            sub:
                "доля доживших до наработки, % · у каждого своя шкала · на \(format.shortMoment(lives.end))",
            say: said(of: first) + others(lives) + expectation(first, lives.span),
            note: clocks(lives))
    }

    func lifeFigures(_ lives: PartLives) -> CardWords {
        CardWords(
            title: label(.lifeFiguresTitle),
            sub:
                "параметр формы и характеристический срок с пределами 95 %, число отказов с пределами 90 %",
            note: [forecasts(lives), roster(lives), fewFailures(lives)].filter { !$0.isEmpty }
                .joined(separator: " "))
    }

    private func tooFew(_ lives: PartLives) -> CardWords {
        CardWords(
            title: label(.partLivesTitle),
            say:
                "\(strong: "Слишком мало отказов с известной наработкой"), чтобы оценить срок службы: \(counts(lives)).",
            note:
                "Наработка компонента известна только после его первого отказа или ремонта в записях."
        )
    }

    private func counts(_ lives: PartLives) -> String {
        list(lives.tooFew.map { "\(code($0.code)) — \(format.count($0.found))" })
            + "; нужно \(format.count(PartLives.needed))"
    }

    private func fewFailures(_ lives: PartLives) -> String {
        lives.tooFew.isEmpty
            ? "" : "Слишком мало отказов с известной наработкой: \(counts(lives))."
    }

    private func said(of life: CodeLife) -> Sentence {
        let name = code(life.code)
        switch life.ageing {
        case .wears:
            return
                "\(strong: "\(name) изнашивается"): \(shape(life))\(lifeLength(life)).\(past(life))"
        case .failsEarly:
            return
                "\(strong: "\(name) отказывает рано"): \(shape(life)), поэтому вероятнее всего отказ нового компонента."
        case .none:
            let mean = life.life.map { " Средний срок службы — \(limitedLife($0).text)." } ?? ""
            return
                "\(strong: "Старения \(name) не видно"): \(shape(life)) значимо не отличается от 1, риск не зависит от наработки.\(mean)"
        case .irregular:
            let early =
                life.early.map { "не менее 10 % отказывают за \(limitedLife($0).text), " } ?? ""
            let most = life.life.map { "63 % — за \(limitedLife($0).text)" }
            return
                "\(strong: "Срок службы \(name) не описывается распределением Вейбулла"), поэтому используется кривая Каплана — Майера: \(early)\(most ?? "наработка, за которую отказывают 63 %, неизвестна").\(past(life))"
        }
    }

    private func shape(_ life: CodeLife) -> String {
        life.shape.map { "параметр формы Вейбулла \(limited($0).text)" }
            ?? "параметр формы Вейбулла"
    }

    private func lifeLength(_ life: CodeLife) -> String {
        life.life.map { ", характеристический срок службы — \(limitedLife($0).text)" } ?? ""
    }

    private func past(_ life: CodeLife) -> String {
        guard let past = life.past else { return "" }
        return
            " Этот срок превысили \(format.count(past)) из \(countedOf(life.working, .component)) в работе."
    }

    private func others(_ lives: PartLives) -> Sentence {
        let others = lives.others.map { said, codes in
            "\(list(codes.map(code))) — \(ageing(said, codes.count))"
        }
        return others.isEmpty ? "" : "Другие коды: \(others.joined(separator: "; "))."
    }

    private func expectation(_ life: CodeLife, _ span: Double) -> Sentence {
        guard let next = life.next else { return "" }
        let (low, high) = (next.range.lowerBound, next.range.upperBound)
        let count =
            low == high
            ? counted(high, .failure)
            : "\(self.range(format.count(low), countedOf(high, .failure)))"
        let before = last(format.measured(span))
        let tested = life.test.map { test -> Sentence in
            "Проверка прогноза за \(before): ожидалось \(range(test.expected)), было \(strong: format.count(test.happened)).\(test.isHeld ? "" : " Прогноз не сбылся, планируйте с запасом.")"
        }
        return
            "За \(accusative(format.measured(span))) ожидается \(strong: "\(count) \(code(life.code))") (интервал 90 %). С вероятностью 95 % хватит \(counted(high, .sparePart))."
            + (tested ?? "")
    }

    private func range(_ expected: CodeLife.Expected) -> String {
        let (low, high) = (expected.range.lowerBound, expected.range.upperBound)
        return low == high ? format.count(low) : fromTo(format.count(low), format.count(high))
    }

    private func clocks(_ lives: PartLives) -> String {
        let parts = lives.clocks.map { clock, codes in
            let names = lives.codes.count == codes.count ? "" : " (\(list(codes.map(code))))"
            switch clock {
            case .repairs: return "от последнего ремонта компонента\(names)"
            case .both: return "от последнего отказа или ремонта\(names)"
            case .failures:
                return "от последнего отказа, так как ремонты компонента не указаны\(names)"
            }
        }
        let unknown =
            lives.unknownAge == 0
            ? ""
            : " Не учтено: \(counted(lives.unknownAge, .failure)) компонентов с неизвестной наработкой, работавших ещё до начала записей."
        let attributes = Set(lives.codes.compactMap(\.firstAge.attribute)).sorted()
        let first =
            attributes.isEmpty
            ? ""
            : " Если компонент работал ещё до начала записей, наработка берётся из атрибута устройства (\(list(attributes)))."
        return "Наработка считается \(parts.joined(separator: "; ")).\(first)\(unknown)"
    }

    private func roster(_ lives: PartLives) -> String {
        lives.namesOnlyFailed
            ? "В файлах есть только отказавшие устройства. Число остальных неизвестно, поэтому число отказов не прогнозируется."
            : ""
    }

    private func forecasts(_ lives: PartLives) -> String {
        let tests = lives.tests
        guard tests.made > 1 else { return "" }
        return
            "Такой же прогноз на \(last(format.measured(lives.span))) сбылся для \(format.count(tests.held)) из \(countedOf(tests.made, .code))."
    }

    func partsAtRisk(_ lives: PartLives) -> CardWords {
        let say: Sentence
        if let first = lives.risks.first, let probability = first.probability, lives.tellsByAge {
            say =
                "\(strong: "Вероятнее всего откажет \(code(first.code)) \(deviceOf(first.device.name))"): \(limitedRisk(probability).text) за \(accusative(format.measured(lives.horizon))) при наработке \(format.length(first.age))."
        } else if lives.tellsByAge {
            say = "Ни один компонент не наблюдался достаточно долго, чтобы оценить риск."
        } else {
            say =
                "\(strong: "Риск не зависит от наработки"): отказ любого компонента с одним кодом одинаково вероятен."
        }
        return CardWords(
            title: label(.partsAtRiskTitle),
            sub:
                "вероятность отказа за \(accusative(format.measured(lives.horizon))), с пределами 95 % · на \(format.shortMoment(lives.end))",
            say: say)
    }

    func ageing(_ ageing: CodeLife.Ageing, _ count: Int) -> String {
        switch ageing {
        case .wears: count == 1 ? "изнашивается" : "изнашиваются"
        case .failsEarly: count == 1 ? "отказывает рано" : "отказывают рано"
        case .none: count == 1 ? "не стареет" : "не стареют"
        case .irregular:
            count == 1
                ? "не описывается распределением Вейбулла"
                : "не описываются распределением Вейбулла"
        }
    }

    func limited(_ shape: PartLives.Limited) -> LimitedText {
        LimitedText(
            value: format.figure(shape.value),
            limits: fromTo(format.figure(shape.low), format.figure(shape.high)))
    }

    func limitedLife(_ life: PartLives.Limited) -> LimitedText {
        let limits = format.limits(of: life)
        guard let high = limits.high else {
            return LimitedText(value: limits.value, limits: "\(limits.low) или больше")
        }
        let isExact = life.low == life.high
        return LimitedText(
            value: limits.value, limits: isExact ? "" : fromTo(limits.low, high))
    }

    func limitedRisk(_ probability: PartLives.Limited?) -> LimitedText {
        guard let probability else { return LimitedText(value: format.percent(nil)) }
        return LimitedText(
            value: format.percent(probability.value),
            limits: fromTo(format.percent(probability.low), format.percent(probability.high)))
    }

    func expectedFailures(_ expected: CodeLife.Expected) -> LimitedText {
        LimitedText(value: format.figure(expected.mean.rounded()), limits: range(expected))
    }

    func tested(_ test: CodeLife.Test) -> LimitedText {
        LimitedText(value: format.count(test.happened), limits: range(test.expected))
    }

    func nextSpan(_ span: Double) -> String { "За \(accusative(format.measured(span)))" }

    func lastSpan(_ span: Double) -> String {
        "За \(last(format.measured(span))) (ожидалось)"
    }

    func ageAxis() -> String { isTimeAxis ? "наработка, дни" : "наработка, \(unitOfAxis)" }

    func partRisks(_ report: DiagnosticReport) -> Sentence {
        guard let first = report.partRisks.first, let probability = first.probability,
            let horizon = report.riskHorizon
        else { return "" }
        return
            "Вероятнее всего за \(accusative(format.measured(horizon))) откажет \(strong: code(first.code)): \(limitedRisk(probability).text)."
    }
}
