import Values

/// The words in dates in English, German and Russian, and the signs of Chinese, Japanese and Korean
/// ones.
enum TimeWords {
    /// A word as it is looked up: in lower case, without points and blanks.
    static func folded(_ word: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in word.lowercased().unicodeScalars
        where scalar != "." && !TimeScanner.isBlank(scalar.value) && scalar != " " {
            text.append(scalar)
        }
        return String(text)
    }

    /// Names of months and their abbreviations of three letters and more: 1 to 12.
    static let months: [String: Int] = numbered(
        [
            "january february march april may june july august september october november december",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feber maerz april mai juni juli august september oktober november dezember",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        ], from: 3, base: 1
    ).merging(["mrz": 3, "mai": 5]) { $1 }

    /// Names of weekdays and their abbreviations of two letters and more: 0 = Monday.
    static let weekdays: [String: Int] = numbered(
        [
            "monday tuesday wednesday thursday friday saturday sunday",
            "montag dienstag mittwoch donnerstag freitag samstag sonntag",
            "montag dienstag mittwoch donnerstag freitag sonnabend sonntag",
            "понедельник вторник среда четверг пятница суббота воскресенье",
            "пн вт ср чт пт сб вс", "月 火 水 木 金 土 日",
            "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
            "星期一 星期二 星期三 星期四 星期五 星期六 星期日", "周一 周二 周三 周四 周五 周六 周日",
            "週一 週二 週三 週四 週五 週六 週日", "월 화 수 목 금 토 일",
            "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
        ], from: 2, base: 0
    ).merging(["so": 6, "son": 6, "星期天": 6]) { $1 }

    /// Marks for halves of the day: 0 before noon, 1 after, 2 around noon.
    static let halves: [String: Int] = [
        "am": 0, "pm": 1, "a": 0, "p": 1, "午前": 0, "午後": 1, "上午": 0, "下午": 1, "오전": 0, "오후": 1,
        "πμ": 0, "μμ": 1, "凌晨": 0, "清晨": 0, "早上": 0, "傍晚": 1, "晚上": 1, "中午": 2, "正午": 2,
    ]

    /// Units after a number.
    static let units: [String: TimeLayout.Field] = [
        "年": .year, "년": .year, "月": .month, "월": .month, "日": .day, "号": .day, "號": .day,
        "일": .day, "時": .hour, "时": .hour, "點": .hour, "点": .hour, "시": .hour, "h": .hour,
        "分": .minute, "분": .minute, "m": .minute, "min": .minute, "秒": .second, "초": .second,
        "s": .second, "sec": .second, "uhr": .hour,
    ]

    /// English endings of a day's number.
    static let ordinals: Set<String> = ["st", "nd", "rd", "th"]

    /// Numbers names from `base` on; also their beginnings of at least `from` letters.
    private static func numbered(_ lists: [String], from: Int, base: Int) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for list in lists {
            for (index, name) in list.split(separator: " ").enumerated() {
                for length in min(from, name.count)...name.count {
                    numbers[String(name.prefix(length)), default: index + base] = index + base
                }
            }
        }
        return numbers
    }
}
