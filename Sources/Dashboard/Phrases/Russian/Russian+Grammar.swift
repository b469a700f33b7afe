internal import Charts
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
        let text = format.figure(factor)
        guard !text.contains(format.numbers.decimalSign), let whole = Int(text.filter(\.isNumber))
        else { return text + " раза" }
        return text + (PluralRule.slavic.form(whole) == 1 ? " раза" : " раз")
    }

    /// A length behind `за`: only the feminine singular differs, `за 1 неделю`.
    func accusative(_ length: String) -> String {
        guard length.hasSuffix("а"), length.filter(\.isNumber).last == "1", !length.contains(",")
        else { return length }
        let isFeminine = ["секунда", "минута", "неделя", "строка"].contains {
            length.hasSuffix($0)
        }
        return isFeminine ? String(length.dropLast()) + "у" : length
    }

    /// `последние 4 недели`, `последнюю неделю`, `последний 21 день`, as they stand behind `за`.
    func last(_ length: String) -> String {
        let short = length.hasPrefix("1 ") ? String(length.dropFirst(2)) : length
        let inflected = accusative(length)
        if inflected != length {
            return "последнюю " + (short == length ? inflected : String(inflected.dropFirst(2)))
        }
        let words = format.words
        let isOne = [words.hour, words.day, words.year, words.cycles].contains {
            length.hasSuffix(" " + $0[0])
        }
        return (isOne ? "последний " : "последние ") + (isOne ? short : length)
    }

    /// A length behind `из` or `дольше`: `2 часов`, `1 минуты`; fractions stay as they are.
    func genitive(_ length: String) -> String {
        guard let space = length.lastIndex(of: " "), !length.contains(",") else { return length }
        let noun = String(length[length.index(after: space)...])
        let words = format.words
        let all = [
            words.second, words.minute, words.hour, words.day, words.week, words.year,
            words.cycles, words.rows,
        ]
        guard let forms = all.first(where: { $0.contains(noun) }), forms.count > 2 else {
            return length
        }
        return length[...space] + (noun == forms[0] ? forms[1] : forms[2])
    }

    /// `с 2 фев`, `с цикла 33`.
    func since(_ time: String) -> String {
        placed(time, cycle: "с цикла", row: "со строки", date: "с")
    }

    /// `по 2 фев`, `по цикл 33`.
    func through(_ time: String) -> String {
        placed(time, cycle: "по цикл", row: "по строку", date: "по")
    }

    /// `до 2 фев`, `до цикла 33`.
    func before(_ time: String) -> String {
        placed(time, cycle: "до цикла", row: "до строки", date: "до")
    }

    /// A moment behind a preposition: cycles and rows are inflected, dates are not.
    func placed(_ time: String, cycle: String, row: String, date: String) -> String {
        let words = format.words
        if time.hasPrefix(words.cycle + " ") { return cycle + time.dropFirst(words.cycle.count) }
        if time.hasPrefix(words.row + " ") { return row + time.dropFirst(words.row.count) }
        return date.isEmpty ? time : date + " " + time
    }

    /// `с 2 фев по 5 фев`.
    func span(_ from: String, _ to: String) -> String { since(from) + " " + through(to) }

    /// `от 91 до 109`, for sentences; tables and short places have `91…109`.
    func range(_ low: String, _ high: String) -> String { "от \(low) до \(high)" }

    /// A device in the genitive, `устройства 23`; names of their own stay as they are.
    func deviceOf(_ name: String) -> String {
        if name.isEmpty { return "устройства" }
        return isBareNumber(name) ? "устройства " + name : name
    }
}
