import Values

/// A noun in the forms that stand beside one, two and five.
struct RussianNoun: Sendable {
    let one: String
    let few: String
    let many: String

    init(_ one: String, _ few: String, _ many: String) {
        self.one = one
        self.few = few
        self.many = many
    }

    /// The genitive takes the singular beside one (and 21, 31) and the plural beside all others.
    var genitive: [String] { [few, many, many] }
    var nominative: [String] { [one, few, many] }

    static let device = RussianNoun("устройство", "устройства", "устройств")
    static let row = RussianNoun("строка", "строки", "строк")
    static let answer = RussianNoun("ответ", "ответа", "ответов")
    static let file = RussianNoun("файл", "файла", "файлов")
    static let cell = RussianNoun("ячейка", "ячейки", "ячеек")
    static let column = RussianNoun("столбец", "столбца", "столбцов")
    static let code = RussianNoun("код", "кода", "кодов")
    static let value = RussianNoun("значение", "значения", "значений")
    static let name = RussianNoun("имя", "имени", "имён")
    static let reading = RussianNoun("показатель", "показателя", "показателей")
    static let feature = RussianNoun("признак", "признака", "признаков")
    static let group = RussianNoun("группа", "группы", "групп")
    static let window = RussianNoun("окно", "окна", "окон")
    static let excursion = RussianNoun("отклонение", "отклонения", "отклонений")
    static let event = RussianNoun("событие", "события", "событий")
    static let error = RussianNoun("ошибка", "ошибки", "ошибок")
    static let failure = RussianNoun("отказ", "отказа", "отказов")
    static let repair = RussianNoun("ремонт", "ремонта", "ремонтов")
    static let test = RussianNoun("проверка", "проверки", "проверок")
    static let field = RussianNoun("поле", "поля", "полей")
    static let component = RussianNoun("компонент", "компонента", "компонентов")
    static let sparePart = RussianNoun("запасной части", "запасных частей", "запасных частей")
    static let gap = RussianNoun("перерыв", "перерыва", "перерывов")
}

extension EventKind {
    /// The event's noun.
    var russian: RussianNoun {
        switch self {
        case .error: .error
        case .failure: .failure
        case .repair: .repair
        case .other: .event
        }
    }
}

/// Forms that follow from a number or from what stands before a word.
extension RussianPhrases {
    /// `2 устройства`.
    func counted(_ count: Int, _ noun: RussianNoun) -> String {
        format.counted(count, forms: noun.nominative)
    }

    /// The same behind a word that asks for the genitive: `из 2 устройств`.
    func countedOf(_ count: Int, _ noun: RussianNoun) -> String {
        format.counted(count, forms: noun.genitive)
    }

    /// The singular form beside 1, 21, 31 and so on, the plural one beside all others.
    func agree(_ count: Int, _ singular: String, _ plural: String) -> String {
        PluralRule.slavic.form(count) == 0 ? singular : plural
    }

    /// `2 раза`, `5 раз`.
    func times(_ count: Int) -> String { format.counted(count, "раз", "раза", "раз") }

    /// `2,5 раза`, `12 раз`.
    func timesMore(_ factor: Double) -> String {
        guard let whole = format.wholeFigure(factor) else { return format.figure(factor) + " раза" }
        return format.figure(factor) + (PluralRule.slavic.form(whole) == 1 ? " раза" : " раз")
    }

    /// A length behind `за`: only the feminine singular differs, `за 1 неделю`.
    func accusative(_ length: Length) -> String {
        guard let noun = feminine(length) else { return format.text(length) }
        return format.number(of: length) + " " + noun
    }

    /// `последние 4 недели`, `последнюю неделю`, `последний 21 день`, as they stand behind `за`.
    func last(_ length: Length) -> String {
        guard isOne(length) else { return "последние " + format.text(length) }
        let noun = feminine(length) ?? format.words.forms(of: length.unit)[0]
        let count = length.count == 1 ? "" : format.number(of: length) + " "
        return (feminine(length) == nil ? "последний " : "последнюю ") + count + noun
    }

    /// A length behind `из` or `дольше`: `2 часов`, `1 минуты`; fractions stay as they are.
    func genitive(_ length: Length) -> String {
        guard length.isWhole else { return format.text(length) }
        let forms = format.words.forms(of: length.unit)
        return format.number(of: length) + " " + (isOne(length) ? forms[1] : forms[2])
    }

    /// Whether a length takes the singular, as beside 1, 21, 31.
    private func isOne(_ length: Length) -> Bool { length.isWhole && format.form(of: length) == 0 }

    /// The accusative of a feminine unit in the singular; nil for all others.
    private func feminine(_ length: Length) -> String? {
        guard isOne(length) else { return nil }
        return switch length.unit {
        case .second: "секунду"
        case .minute: "минуту"
        case .week: "неделю"
        case .row: "строку"
        case .hour, .day, .year, .cycle: nil
        }
    }

    /// `с 2 фев`, `с цикла 33`.
    func since(_ time: Double, _ write: (Double) -> String) -> String {
        placed(time, write, cycle: "с цикла", row: "со строки", date: "с ")
    }

    /// `по 2 фев`, `по цикл 33`.
    func through(_ time: Double, _ write: (Double) -> String) -> String {
        placed(time, write, cycle: "по цикл", row: "по строку", date: "по ")
    }

    /// `до 2 фев`, `до цикла 33`.
    func before(_ time: Double, _ write: (Double) -> String) -> String {
        placed(time, write, cycle: "до цикла", row: "до строки", date: "до ")
    }

    /// `2 фев`, `на цикле 33`.
    func on(_ time: Double, _ write: (Double) -> String) -> String {
        placed(time, write, cycle: "на цикле", row: "в строке", date: "")
    }

    /// A moment behind a preposition: cycles and rows are inflected, dates are not.
    private func placed(
        _ time: Double, _ write: (Double) -> String, cycle: String, row: String, date: String
    ) -> String {
        switch format.axis {
        case .cycle where time.isFinite: cycle + " " + format.place(time)
        case .row where time.isFinite: row + " " + format.place(time)
        default: date + write(time)
        }
    }

    /// `с 2 фев по 5 фев`.
    func span(_ from: Double, _ to: Double, _ write: (Double) -> String) -> String {
        since(from, write) + " " + through(to, write)
    }

    /// `от 91 до 109`, for sentences; tables and short places have `91…109`.
    func range(_ low: String, _ high: String) -> String { "от \(low) до \(high)" }

    /// A device in the genitive, `устройства 23`; names of their own stay as they are.
    func deviceOf(_ name: String) -> String {
        if name.isEmpty { return "устройства" }
        return isBareNumber(name) ? "устройства " + name : name
    }
}
