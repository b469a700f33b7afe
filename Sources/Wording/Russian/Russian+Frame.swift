import Reports
import Values

extension RussianPhrases {
    func title(of page: Page) -> String {
        switch page {
        case .overview: "Обзор"
        case .clusters: "Кластеры"
        case .trends: "Тренды"
        case .diagnostics: "Диагностика"
        case .importFiles: "Импорт"
        case .rows: "Строки"
        case .compare: "Сравнение"
        }
    }

    func question(of page: Page) -> String {
        switch page {
        case .overview: "Какие устройства требуют внимания и с какого времени?"
        case .clusters: "Какие устройства ведут себя похоже и можно ли доверять этим группам?"
        case .trends: "Парк работает лучше или хуже?"
        case .diagnostics: "Что не так, почему и что будет дальше?"
        case .importFiles: "Что прочитано, что отклонено и все ли столбцы поняты верно?"
        case .rows: "Какие строки файлов за этим стоят?"
        case .compare: "Чем они различаются, и больше ли это случайного?"
        }
    }

    func dataUntil(_ time: Double) -> String {
        "данные " + through(time, format.moment) + commaZone
    }

    func period(_ range: ClosedRange<Double>) -> String {
        switch format.axis {
        case .time(let name, let isStated):
            let zone = isStated ? name : "местное время (часовой пояс в файлах не указан)"
            return ends(range, format.moment) + ", " + zone
        case .cycle:
            return "циклы \(format.place(range.lowerBound))…\(format.place(range.upperBound))"
        case .row:
            return "строки \(format.place(range.lowerBound))…\(format.place(range.upperBound))"
        }
    }

    func shortPeriod(_ range: ClosedRange<Double>) -> String {
        guard case .time = format.axis else { return period(range) }
        return ends(range, format.writing(of: range)) + commaZone
    }

    /// `с 2 фев по 5 фев`, or `2 фев` where both ends are written so.
    func ends(_ range: ClosedRange<Double>, _ write: (Double) -> String) -> String {
        switch format.ends(range.lowerBound, range.upperBound, write) {
        case .one(let text): text
        case .two: span(range.lowerBound, range.upperBound, write)
        }
    }

    func periodOption(whole: Double) -> String {
        whole > 0 ? "Весь, " + format.length(whole) : "Весь"
    }

    func periodOption(_ stretch: Stretch) -> String {
        capitalised(last(format.measured(stretch)))
    }

    /// `4 недели`, `24 часа`, `200 циклов`.
    func length(_ stretch: Stretch) -> String {
        format.text(format.measured(stretch))
    }

    func recentSpan(_ span: ReportContext.RecentSpan) -> String {
        "за " + last(format.measured(span))
    }

    func recentHead(_ span: ReportContext.RecentSpan) -> String {
        capitalised(recentSpan(span))
    }

    func recentLength(_ span: ReportContext.RecentSpan) -> String {
        format.text(format.measured(span))
    }

    func refreshOption(_ seconds: Int) -> String {
        switch RefreshInterval(seconds: seconds) {
        case .off: "Выкл."
        case .seconds(let count): "\(count) с"
        case .minutes(let count): "\(count) мин"
        }
    }

    func themeOption(_ theme: Theme) -> String {
        switch theme {
        case .auto: "Авто"
        case .light: "Светлая"
        case .dark: "Тёмная"
        }
    }

    func all(_ count: Int) -> String { "все " + format.count(count) }

    func importBadge(files: Int, rowsRefused: Int, cellsRefused: Int) -> String {
        let rows = counted(rowsRefused, .row)
        let cells = counted(cellsRefused, .cell)
        let refused = [
            rowsRefused > 0 || cellsRefused == 0 ? rows : "", cellsRefused > 0 ? cells : "",
        ]
        return "\(counted(files, .file)), отклонено: \(list(refused.filter { !$0.isEmpty }))"
    }

    func filesAndHash(_ context: ReportContext) -> (text: String, hash: String) {
        ("\(context.dataset): \(counted(context.fileCount, .file)), хеш", context.fingerprint)
    }

    func status(_ status: Status) -> String {
        switch status {
        case .ok: "Норма"
        case .warning: "Внимание"
        case .critical: "Критично"
        }
    }

    func device(_ name: String, atStart: Bool) -> String {
        if name.isEmpty { return atStart ? "Устройство" : "устройство" }
        guard isBareNumber(name) else { return name }
        return (atStart ? "Устройство " : "устройство ") + name
    }

    func events(_ kind: EventKind, _ count: Int) -> String {
        kind.russian.nominative[PluralRule.slavic.form(count)]
    }

    func eventNames(_ kind: EventKind) -> String {
        switch kind {
        case .error: "ошибки"
        case .failure: "отказы"
        case .repair: "ремонты"
        case .other: "события"
        }
    }

    func devices(_ count: Int) -> String { counted(count, .device) }

    func slices(_ width: TimeStep) -> String {
        switch width {
        case .hour: "часы"
        case .day: "дни"
        case .week: "календарные недели с понедельника"
        case .month: "месяцы"
        case .width(let width): "шаги по " + accusative(format.measured(width))
        }
    }

    func slice(_ width: TimeStep) -> String {
        switch width {
        case .hour: "час"
        case .day: "день"
        case .week: "неделя"
        case .month: "месяц"
        case .width: "шаг"
        }
    }

    func feature(_ feature: FeatureKind) -> String {
        switch feature {
        case .mean(let metric): "среднее " + metric.name
        case .spread(let metric): "разброс " + metric.name
        case .slope(let metric): "наклон " + metric.name
        case .excursions(let metric): metric.name + " вне диапазона"
        case .sends(let metric): "наличие " + metric.name
        case .eventRate(let kind): kind.russian.many + " в день"
        case .codeRate(let code): self.code(code) + (code.kind == .failure ? " (отказы)" : "")
        case .missing: "пропуски показаний"
        case .attribute(let name): name
        }
    }

    func nothingToDraw(_ reason: NothingToDraw) -> String {
        switch reason {
        case .noData: "Нечего показать: в этом периоде нет таких значений."
        case .allMissing(let count):
            "Нечего показать: пропущены все значения (\(format.count(count)))."
        case .tooManyParts, .noShares: "Нечего показать: части не складываются в целое."
        }
    }

    func reduction(_ reduction: Reduction) -> String {
        let total = format.count(reduction.total)
        let drawn = format.count(reduction.drawn)
        switch reduction.item {
        case .points:
            return "Точек: \(total), показано \(drawn) — минимум и максимум на каждый пиксель."
        case .marks: return "Меток: \(total), показано \(drawn) — равномерная выборка."
        case .columns: return "Столбцов: \(total), показаны последние \(drawn)."
        case .rows: return "Строк: \(total), показаны первые \(drawn)."
        }
    }

    func narrowReduction(_ reduction: Reduction) -> String {
        let drawn = format.count(reduction.drawn)
        switch reduction.item {
        case .points, .marks: return "меток на узком экране: \(drawn)"
        case .columns: return "на узком экране показаны последние столбцы: \(drawn)"
        case .rows: return "на узком экране показаны первые строки: \(drawn)"
        }
    }

    func tableShown(rows: Int, of total: Int) -> String {
        "Первые \(format.count(rows)) из \(countedOf(total, .row))."
    }

    func fromTo(_ low: String, _ high: String) -> String { "\(low)…\(high)" }

    func pageOf(_ range: ClosedRange<Int>, total: Int) -> String {
        "\(format.count(range.lowerBound))–\(format.count(range.upperBound)) из "
            + format.count(total)
    }

    func sampleSize(_ count: Int) -> String { "n = " + format.count(count) }
}
