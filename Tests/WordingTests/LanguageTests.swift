import Reports
import Samples
import Testing
import Values

@testable import Wording

@Suite("Languages")
struct LanguageTests {
    @Test(
        "the browser's wishes are weighed",
        arguments: [
            ("", .en), ("ru", .ru), ("ru-RU", .ru), ("RU-ru, en;q=0.9", .ru),
            ("en-US,en;q=0.9,ru;q=0.8", .en), ("de, ru;q=0.5, en;q=0.3", .ru), ("de", .en),
            ("ru;q=0", .en), ("ru;q=0, *", .en), ("en;q=0, *;q=0.1", .ru), ("*", .en),
            ("en;q=0.5, ru;q=0.5", .en), ("ru; q=0.7 , en ;q=0.2", .ru), ("ru;q=2, en;q=0.1", .en),
            ("ru;q=nan", .en), (";;,,=", .en), ("russian", .en),
        ] as [(String, Language)])
    func accepted(_ header: String, _ expected: Language) {
        #expect(Language(accepting: header) == expected)
    }

    @Test("nouns take the form that their count asks for")
    func plurals() {
        let phrases = Self.russian(.rich)
        let said = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 1_001, 10_005].map {
            phrases.devices($0)
        }
        #expect(
            said == [
                "0 устройств", "1 устройство", "2 устройства", "4 устройства", "5 устройств",
                "11 устройств", "12 устройств", "14 устройств", "21 устройство",
                "22 устройства", "25 устройств", "101 устройство", "111 устройств",
                "1001 устройство", "10\u{202F}005 устройств",
            ])
        #expect(
            [1, 2, 5, 21].map { phrases.countedOf($0, .row) }
                == ["1 строки", "2 строк", "5 строк", "21 строки"])
        #expect(
            [1.0, 2, 2.5, 5, 12].map(phrases.timesMore)
                == ["1 раз", "2 раза", "2,5 раза", "5 раз", "12 раз"])
    }

    @Test(
        "lengths are inflected behind their prepositions",
        arguments: [
            (3_600, "последний час", "1 час", "1 часа"),
            (604_800, "последние 7 дней", "7 дней", "7 дней"),
            (60, "последнюю минуту", "1 минуту", "1 минуты"),
            (3 * 3_600, "последние 3 часа", "3 часа", "3 часов"),
            (21 * 86_400, "последний 21 день", "21 день", "21 дня"),
            (5_400, "последние 1,5 часа", "1,5 часа", "1,5 часа"),
            (11 * 60, "последние 11 минут", "11 минут", "11 минут"),
        ] as [(Double, String, String, String)])
    func lengths(_ seconds: Double, _ last: String, _ accusative: String, _ genitive: String) {
        let phrases = Self.russian(.rich)
        let length = phrases.format.measured(seconds: seconds)
        #expect(phrases.last(length) == last)
        #expect(phrases.accusative(length) == accusative)
        #expect(phrases.genitive(length) == genitive)
    }

    @Test("a week is feminine as a minute is")
    func weeks() {
        let phrases = Self.russian(.rich)
        #expect(phrases.last(Length(1, .week)) == "последнюю неделю")
        #expect(phrases.last(Length(21, .week)) == "последнюю 21 неделю")
        #expect(phrases.last(Length(4, .week)) == "последние 4 недели")
        #expect(phrases.accusative(Length(1, .week)) == "1 неделю")
    }

    @Test("cycles and rows are inflected behind prepositions, dates are not")
    func places() {
        let cycles = Self.russian(.cycles)
        #expect(cycles.on(33, cycles.format.moment) == "на цикле 33")
        #expect(cycles.span(33, 40, cycles.format.moment) == "с цикла 33 по цикл 40")
        let dates = Self.russian(.rich)
        #expect(dates.on(Sample.start, dates.format.day) == "1 янв 2015")
        #expect(dates.since(Sample.start, dates.format.day) == "с 1 янв 2015")
    }

    @Test("numbers and times are written as the language does")
    func formats() {
        let format = Formatting(
            axis: .time(zone: "UTC", isStated: true), zone: .utc, resolution: 3_600,
            end: 1_451_628_000, words: .russian, numbers: .russian)
        #expect(format.moment(1_451_628_000) == "1 янв 2016, 06:00")
        #expect(format.day(1_462_060_800) == "1 мая 2016")
        #expect(format.count(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(format.card(12_345.0) == "12,3\u{A0}тыс.")
        #expect(format.chance(0.0001) == "p < 0,001")
        #expect(format.percent(0.024, decimals: 1) == "2,4 %")
        #expect(format.bytes(7_800_000) == "7,8 МБ")
        #expect(format.bytes(1) == "1 байт")
        #expect(format.length(1.5 * 3_600) == "1,5 часа")
        #expect(format.reading(0.00000373) == "3,73×10⁻⁶")
    }

    static func russian(_ kind: Sample.Kind) -> RussianPhrases {
        RussianPhrases(format: Formatting(Sample(kind).context, language: .ru))
    }
}
