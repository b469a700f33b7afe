import Reports

extension RussianPhrases {
    func ignored(_ parameters: [IgnoredParameter]) -> Sentence {
        let items = parameters.map { "\($0.name) «\($0.value)»" }
        return "Неизвестные части адреса не учтены: \(list(items))."
    }

    func filtered(_ context: ReportContext) -> Sentence? {
        var parts: [String] = []
        if context.isPeriodChosen { parts.append("период \(shortPeriod(context.period))") }
        if context.devicesShown < context.deviceCount {
            let all = countedOf(context.deviceCount, .device)
            parts.append("\(format.count(context.devicesShown)) из \(all)")
        }
        if let codes = context.codesShown {
            let all = countedOf(context.codes.count, .code)
            parts.append("\(format.count(codes.count)) из \(all)")
        }
        guard !parts.isEmpty else { return nil }
        return "Все данные показаны только для выбранного: \(strong: list(parts))."
    }

    func periodProblem(_ problem: PeriodProblem, _ context: ReportContext) -> Sentence {
        let whole = "Вместо него показан весь период: \(period(context.range))."
        return switch problem {
        case .reversed: "\(strong: "Период заканчивается раньше, чем начинается.") \(whole)"
        case .outside: "\(strong: "В этом периоде нет данных.") \(whole)"
        case .otherUnit:
            "\(strong: "Период задан не в том виде"): если в наборе есть даты, нужны даты, для циклов и строк — числа. \(whole)"
        }
    }

    func unknownDevices(_ names: [String]) -> Sentence {
        let noun = names.count == 1 ? "такого устройства" : "таких устройств"
        return "В этом наборе данных нет \(noun): \(list(names.map { "«\($0)»" }))."
    }

    func missing(_ part: MissingPart) -> Sentence {
        switch part {
        case .time:
            "В файлах нет времени, поэтому изменения не анализируются. Если столбец времени есть, укажите его на странице «\(link: "Импорт", to: .importFiles)»."
        case .metrics:
            "В файлах нет показаний, только события. Добавьте файл телеметрии, чтобы увидеть, что измеряли устройства."
        case .events:
            "В файлах нет событий. Добавьте журнал ошибок или отказов, чтобы увидеть, к чему вели показания."
        case .failures:
            "В файлах нет отказов, поэтому нельзя определить, что им предшествует. Добавьте журнал отказов или выберите «События — это: отказ» на странице «\(link: "Импорт", to: .importFiles)»."
        case .devices:
            "В файлах не названы устройства, поэтому сравнивать нечего. Если столбец устройств есть, укажите его на странице «\(link: "Импорт", to: .importFiles)»."
        case .repairs:
            "Для наработки компонентов нужен журнал обслуживания с повторными заменами: не менее пяти во всём парке и хотя бы одна на этом устройстве."
        case .weekMap:
            "Для событий по дням недели и часам нужны не менее пяти событий и даты со временем суток за две недели или больше."
        case .precursors:
            "Чтобы узнать, что предшествует отказам, нужны журнал ошибок и журнал отказов за одно и то же время."
        case .forecast:
            "Прогноза нет: слишком мало полных интервалов времени, или ни один метод не точнее последнего значения."
        case .bands:
            "Ожидаемого диапазона нет: показаний слишком мало, или они не меняются."
        case .tooShort: "Период слишком короткий для оценки тренда."
        case .attention:
            "\(strong: "Ни одно устройство не требует внимания.") Открытых неполадок нет, индекс состояния всех устройств не ниже 75."
        case .changes: "За период нет статистически значимых изменений."
        case .oneDevice: "Устройство только одно, для сравнения нужен парк."
        }
    }

    func statusTitle(_ status: Int) -> String {
        switch status {
        case 400: "400 Неверный запрос"
        case 403: "403 Запрещено"
        case 404: "404 Не найдено"
        case 405: "405 Метод не разрешён"
        case 408: "408 Время ожидания истекло"
        case 409: "409 Конфликт"
        case 411: "411 Нужна длина"
        case 413: "413 Слишком много данных"
        case 414: "414 Слишком длинный адрес"
        case 415: "415 Неподходящий тип"
        case 421: "421 Другой узел"
        case 422: "422 Нельзя использовать"
        case 429: "429 Слишком много запросов"
        case 431: "431 Слишком большие заголовки"
        case 500: "500 Внутренняя ошибка"
        case 501: "501 Не поддерживается"
        case 503: "503 Занято"
        case 507: "507 Диск заполнен"
        default: "\(status)"
        }
    }

    func problem(_ problem: RequestProblem, status: Int) -> Sentence {
        switch problem {
        case .badRequest: "Запрос не удалось понять."
        case .noSuchPage(let path):
            "Страницы \(code: path) нет. Все имеющиеся страницы открываются вкладками выше."
        case .noSuchSet(let name): "Набора данных «\(name)» нет."
        case .noSuchLook:
            "Здесь нет ожидающих файлов: они импортированы, от них отказались, или прошло 24 часа."
        case .noSuchFile(let name): "В этом наборе данных нет файла «\(name)»."
        case .noSuchChart(let name):
            "При этом выборе данных графика «\(name)» на странице нет."
        case .noSuchDevice(let name): "Устройства «\(name)» в этом наборе данных нет."
        case .missingPackages(let packages):
            "Для этого нужны библиотеки, которых здесь нет. В Debian и Ubuntu их дают пакеты \(code: packages.joined(separator: " ")); SVG и HTML работают и без них."
        case .methodNotAllowed(let allowed):
            "Этот адрес отвечает только на \(list(allowed))."
        case .foreignOrigin:
            "Форма отправлена с другого сайта, поэтому ничего не изменено. Откройте эту страницу здесь и отправьте её ещё раз."
        case .foreignHost: "Программа отвечает только на имя своего узла."
        case .timedOut: "Запрос не пришёл вовремя. Попробуйте ещё раз."
        case .lengthNeeded: "В запросе должна быть указана его длина."
        case .tooLarge(let limit):
            "Запрос больше допустимого (\(format.bytes(limit))). Большие файлы кладите прямо в \(code: "data/raw/<set>")."
        case .addressTooLong: "Адрес слишком длинный. Выберите меньше устройств или кодов."
        case .headersTooLarge: "Заголовки запроса слишком большие."
        case .notMultipart: "Файлы отправляются только формой на странице «Импорт»."
        case .upload(let outcome): upload(outcome)
        case .load(let error): loadError(error)
        case .setAside(let aside, let set): setAside(aside, set: set)
        case .busy: "Программа занята другими запросами. Попробуйте чуть позже."
        case .internalFailure:
            "Произошла внутренняя ошибка. Данные не изменились; подробности — в журнале."
        case .notSupported: "Программа не поддерживает такие запросы."
        }
    }
}
