import Reports
import Values

extension RussianPhrases {
    func outlook(_ state: PredictionState) -> Sentence {
        guard let prediction = state.prediction, let outlook = prediction.outlook else { return "" }
        switch outlook {
        case .failures(let expected, let horizon, let likeliest):
            let names = likeliest.map { row -> Sentence in
                "\(row.device, as: device(row.device.name, atStart: false)) (\(probability(row.value)))"
            }
            let head: Sentence =
                "По прогнозу модели за \(span(horizon)) \(strong: failing(expected))\(interval(expected)). Вероятнее всего: "
            return "\(head)\(Sentence.list(names))."
        case .calm(let highest, let horizon):
            return
                "Отказы за \(span(horizon)) маловероятны: наибольший риск по прогнозу — \(probability(highest))."
        case .firstEnd(let row):
            return
                "Наименьший остаточный ресурс: \(row.device, as: device(row.device.name, atStart: false)), около \(strong: life(of: row))."
        }
    }

    private func span(_ horizon: Double) -> String { accusative(format.measured(horizon)) }

    /// `откажет 1 устройство`, `откажут 2 устройства`, `откажет 2,3 устройства`.
    private func failing(_ expected: FleetPrediction.Expected) -> String {
        let count = (expected.count * 10).rounded() / 10
        guard let whole = format.wholeFigure(count) else {
            return "откажет \(format.figure(count)) устройства"
        }
        return "\(agree(whole, "откажет", "откажут")) \(counted(whole, .device))"
    }

    /// ` (интервал 90 %: от 1 до 4)`.
    private func interval(_ expected: FleetPrediction.Expected) -> String {
        let (low, high) = (expected.range.lowerBound, expected.range.upperBound)
        guard low < high else { return "" }
        return " (интервал 90 %: \(range(format.count(low), format.count(high))))"
    }

    private func probability(_ value: Double) -> String {
        switch value {
        case ..<0.01: "менее 1 %"
        case 0.99...: "более 99 %"
        default: format.percent(value)
        }
    }

    func outlook(
        _ state: PredictionState, for shown: OverviewReport.DeviceRow
    ) -> Sentence {
        let (device, status) = (shown.device, shown.status)
        guard let prediction = state.prediction, let row = prediction.row(of: device) else {
            return ""
        }
        let reasons =
            row.drivers.isEmpty
            ? "" : "; главные причины: " + row.drivers.map(driver).joined(separator: "; ")
        switch prediction.quantity {
        case .failure(let horizon):
            let risk: Sentence =
                "Риск отказа за \(span(horizon)): \(strong: probability(row.value))\(reasons)."
            guard status != .ok, prediction.isUnlikely(device) else { return risk }
            return risk
                + "Статус говорит о том, что не в порядке сейчас; риск мал, так как отказы в журнале начинались иначе."
        case .life: return "Остаточный ресурс: около \(strong: life(of: row))\(reasons)."
        }
    }

    func statusAndRisk(_ devices: Int) -> String {
        "Статус говорит о том, что не в порядке сейчас, а риск — похоже ли это на время перед отказами из журнала: с открытой неполадкой и малым риском здесь \(self.devices(devices))."
    }

    func atRisk() -> String { "Под угрозой" }

    func predictions(_ state: PredictionState) -> CardWords {
        switch state {
        case .none: return CardWords(title: "", say: "")
        case .learning(let quantity, let share):
            return CardWords(
                title: title(quantity),
                say:
                    "Модель обучается на этом наборе в фоне (готово \(format.percent(share))). Остальная часть страницы от неё не зависит."
            )
        case .known(let prediction): return known(prediction)
        case .noBetter(let quantity, let test):
            return CardWords(title: title(quantity), say: noBetter(quantity, test))
        case .tooFew(let quantity, let found, let needed):
            let what = quantity == .life ? "завершённых сроков службы" : "отказов"
            return CardWords(
                title: title(quantity),
                say:
                    "\(strong: "Для обучения модели слишком мало \(what):") найдено \(format.count(found)), нужно не менее \(format.count(needed))."
            )
        case .off(let quantity): return off(quantity)
        case .failed(let quantity):
            return CardWords(
                title: title(quantity),
                say:
                    "\(strong: "Обучить и запустить модель здесь не удалось.") Для этого нужен ONNX Runtime, его устанавливает \(code: "Resources/fetch-onnxruntime"). Остальная часть страницы работает без него."
            )
        }
    }

    private func off(_ quantity: FleetPrediction.Quantity) -> CardWords {
        CardWords(
            title: title(quantity),
            say: "\(strong: "Обучение для этого набора отключено.") Прогнозов нет.")
    }

    private func title(_ quantity: FleetPrediction.Quantity) -> String {
        switch quantity {
        case .failure(let horizon): "Риск отказа за \(span(horizon))"
        case .life: "Остаточный ресурс"
        }
    }

    private func known(_ prediction: FleetPrediction) -> CardWords {
        let sub = "на \(format.shortMoment(prediction.time)) · модель обучена на этом наборе"
        var say: Sentence = ""
        switch prediction.outlook {
        case .failures(let expected, _, _):
            say = "\(strong: "По прогнозу \(failing(expected))")\(interval(expected))."
        case .calm: say = "\(strong: "Отказы маловероятны.")"
        case .firstEnd(let row):
            let range = row.range == nil ? "" : " В скобках — интервал прогноза 80 %."
            say =
                "\(strong: "Наименьший остаточный ресурс: \(device(row.device.name, atStart: false))"), около \(life(of: row)).\(range)"
        case nil: say = "Модель не даёт прогноза ни для одного устройства."
        }
        return CardWords(
            title: title(prediction.quantity), sub: sub, say: say,
            note: backTest(prediction.test).plain + count(prediction.test))
    }

    /// What was expected of all that was held out, against what came.
    private func count(_ test: BackTest) -> String {
        guard let held = test.heldOutCount, held.horizons > 1 else { return "" }
        let expected = format.count(Int(clamping: held.expected.rounded()))
        return
            " За период проверки (\(format.counted(held.horizons, "горизонт", "горизонта", "горизонтов"))) ожидалось отказавших устройств: \(expected), отказало: \(format.count(held.observed))."
    }

    private func noBetter(_ quantity: FleetPrediction.Quantity, _ test: BackTest) -> Sentence {
        let rule: String
        if case .failure(let horizon) = quantity {
            rule = "любая ошибка за \(last(format.measured(horizon)))"
        } else {
            rule = "средний срок службы за вычетом наработки"
        }
        var figures = ""
        if let rivals = test.rivals {
            let what = rivals.isError ? "среднеквадратичная ошибка" : "средняя точность"
            let (own, other) =
                rivals.isError
                ? (format.length(rivals.own), format.length(rivals.rule))
                : (format.figure(rivals.own), format.figure(rivals.rule))
            figures = " (\(what): \(own) против \(other))"
        }
        return
            "\(strong: "Модель не используется.") На отложенных данных ни одна модель не превосходит простое правило «\(rule)» больше, чем случайно\(figures)."
    }

    func life(_ value: Double) -> String { format.text(format.life(value)) }

    func predictionColumn(_ quantity: FleetPrediction.Quantity) -> String {
        switch quantity {
        case .failure(let horizon): "Риск, \(format.length(horizon))"
        case .life: "Остаточный ресурс"
        }
    }

    func predicted(
        _ row: FleetPrediction.Row, _ quantity: FleetPrediction.Quantity
    ) -> String {
        quantity == .life
            ? life(row.value) + interval(row) : probability(row.value)
    }

    /// A remaining life behind `около`.
    private func life(of row: FleetPrediction.Row) -> String {
        genitive(format.life(row.value)) + interval(row)
    }

    private func interval(_ row: FleetPrediction.Row) -> String {
        guard let interval = row.range else { return "" }
        let ends = format.lives(interval, beside: row.value)
        return " (\(ends.low)…\(ends.high))"
    }

    func driversTitle() -> String { "Главные причины" }

    func driver(_ driver: FleetPrediction.Driver) -> String {
        let name = source(driver.source)
        let usual = driver.usual.isFinite ? " (обычно \(format.figure(driver.usual)))" : ""
        switch driver.source.kind {
        case .reading where driver.isStandardised:
            let usual = driver.usual.isFinite ? " (обычно \(format.signed(driver.usual, 1)))" : ""
            return "\(name) \(format.signed(driver.value, 1)) σ в своём режиме работы\(usual)"
        case .reading:
            let mean = driver.window.map { " в среднем за \(self.span($0))" } ?? ""
            return "\(name) \(format.figure(driver.value))\(mean)\(usual)"
        case .age: return "\(name) \(life(driver.value))"
        case .attribute: return "атрибут «\(name)»"
        case .error, .failure, .repair, .other:
            let span = driver.window.map { " за \(self.span($0))" } ?? ""
            return "\(name) ×\(format.figure(driver.value))\(span)\(usual)"
        }
    }

    func aftermath(_ aftermath: Aftermath) -> CardWords {
        let count = aftermath.examples.count
        let delays = aftermath.failureDelays
        let cases = format.counted(count, "похожего случая", "похожих случаев", "похожих случаев")
        let failed =
            delays.isEmpty
            ? "Ни в одном из \(cases) отказа не последовало"
            : "Отказ последовал в \(format.count(delays.count)) из \(cases)"
        let repaired =
            aftermath.repaired == 0
            ? "" : " Ремонт раньше отказа: \(times(aftermath.repaired))."
        return CardWords(
            title: "Что следовало в похожих случаях",
            sub:
                "\(subject(of: aftermath.episode)), все устройства · в пределах \(genitive(format.measured(aftermath.within))) после конца",
            say: "\(strong: failed)\(delay(delays)).\(repaired)")
    }

    func delay(_ delays: [Double]) -> String {
        guard let first = delays.first, let last = delays.last else { return "" }
        switch format.ends(first, last, format.length) {
        case .one(let only): return " (от начала прошло: \(only))"
        case .two(let low, let high): return " (от начала прошло: \(low) – \(high))"
        }
    }

    func sequel(_ sequel: Aftermath.Sequel) -> String {
        switch sequel {
        case .failure(let code, let after):
            "отказ (\(code.name)) через \(accusative(format.measured(after)))"
        case .repair(let code, let after):
            "ремонт (\(code.name)) через \(accusative(format.measured(after)))"
        case .nothing: "ни отказа, ни ремонта"
        }
    }

    func sequelTitle() -> String { "Что последовало" }
}
