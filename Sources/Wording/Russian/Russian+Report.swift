import Reports
import Values

extension RussianPhrases {
    func reportTitle(set: String, device: DeviceRef?) -> String {
        guard let device else { return "Отчёт: \(set)" }
        return "Отчёт: \(self.device(device.name, atStart: false)), набор \(set)"
    }

    func reportSection(_ section: ReportSection) -> String {
        switch section {
        case .state: "Состояние"
        case .changed: "Что изменилось"
        case .devices: "Устройства, требующие внимания"
        case .signals: "Показатели"
        case .findings: "Найденное"
        case .rates: "Частоты"
        case .outlook: "Прогноз"
        case .open: "Открытые эпизоды и заметки"
        case .quality: "Качество данных"
        case .method: "Метод"
        }
    }

    func reportPeriod(_ range: ClosedRange<Double>, before: ClosedRange<Double>?) -> String {
        guard let before else { return period(range) }
        return "\(period(range)); сравнение с периодом \(shortPeriod(before))"
    }

    func reportColumns() -> ReportColumns {
        ReportColumns(figure: "Величина", now: "Этот период", before: "Прошлый период")
    }

    func reportStatus(_ change: StatusChange) -> Sentence {
        guard change.now > 0 else {
            return change.before == 0
                ? "Внимания не требует ни одно устройство, как и в конце прошлого периода."
                : "Внимания не требует ни одно устройство; в конце прошлого периода требовали \(format.count(change.before))."
        }
        let needs = agree(change.now, "требует", "требуют")
        let now = "\(counted(change.now, .device)) \(needs) внимания"
        if change.before == change.now {
            return "\(strong: now), столько же, сколько в конце прошлого периода."
        }
        let before =
            change.before == 0 ? "таких не было" : "таких было \(format.count(change.before))"
        return "\(strong: now); в конце прошлого периода \(before)."
    }

    func reportDevices(_ change: StatusChange) -> [Sentence] {
        var sentences: [Sentence] = []
        if !change.new.isEmpty { sentences.append("Новые: \(named(change.new)).") }
        if !change.lasting.isEmpty {
            sentences.append("Как и раньше: \(named(change.lasting)).")
        }
        if !change.recovered.isEmpty {
            sentences.append("Больше не требуют: \(named(change.recovered)).")
        }
        return sentences
    }

    /// Each with its noun, where its name is a bare number.
    private func named(_ devices: [DeviceRef]) -> Sentence {
        sentenceList(
            devices.map { "\($0, as: device($0.name, atStart: false))" }, limit: 12)
    }

    func reportEvents(_ change: EventChange) -> Sentence {
        let name = capitalised(eventNames(change.kind))
        let counts = "\(format.count(change.now)), в прошлом периоде \(format.count(change.before))"
        guard change.before >= 10, change.now != change.before else {
            return "\(name): \(counts)."
        }
        let share = Double(change.now) / Double(change.before) - 1
        return "\(name): \(counts) (\(format.signed(share * 100, 0)) %)."
    }

    func reportHealth(now: Double, before: Double) -> Sentence {
        let (now, before) = (format.fixed(now, 0), format.fixed(before, 0))
        return now == before
            ? "Оценка состояния \(strong: now) из 100, как и в конце прошлого периода."
            : "Оценка состояния \(strong: now) из 100; в конце прошлого периода была \(before)."
    }

    func reportNothingBefore() -> Sentence {
        "Данных за целый прошлый период нет, поэтому последняя часть периода сравнивается с тем, что было до неё."
    }

    func reportQuality(_ context: ReportContext) -> Sentence {
        let read = "\(counted(context.rows, .row)) из \(countedOf(context.fileCount, .file))"
        let rows =
            context.rowsRefused == 0
            ? "ни одна не отвергнута" : "отвергнуто: \(format.count(context.rowsRefused))"
        let cells =
            context.cellsRefused == 0
            ? ""
            : ", отдельных ячеек не удалось использовать: \(format.count(context.cellsRefused))"
        return "Прочитано: \(strong: read); \(rows)\(cells)."
    }

    func reportNoOpenEpisodes() -> Sentence { "В конце периода открытых эпизодов нет." }

    func reportNoNotes() -> Sentence { "За этот период заметок нет." }

    func reportMethod(_ context: ReportContext, version: String) -> Sentence {
        let files = countedOf(context.fileCount, .file)
        return
            "Все числа получены из \(files) набора \(context.dataset) с хешем \(code: context.fingerprint); строки и ячейки, которые не удалось прочитать, не учтены и посчитаны в разделе о качестве данных. Эпизод — отрезок, на котором показатель выходит за обычное для своего устройства и парка; он открыт, если длится до конца данных. Оценка состояния — это 100 минус баллы за открытые эпизоды, ошибки, отказы и пропущенные показания; статус следует из самого тяжёлого открытого эпизода. Тренды проверены тестом Манна — Кендалла, и у всех проверок страницы общий предел случайных находок. Прогноз даёт модель только там, где на отложенных данных она точнее простого правила. Составлено программой Performance Analytics System \(version)."
    }

    func reportPageWords() -> String { "Страница # из ##" }
}
