/// Finds the words in a cell with a time.
enum TimeWordScanner {
    /// The word that begins at `index`, which is moved behind it.
    ///
    /// Points belong to the word before them (`Mär.`, `a.m.`, also `a. m.`), a slash to a zone's
    /// name (`Europe/Berlin`).
    static func word(_ cell: Span<UInt8>, _ index: inout Int) -> TimeToken {
        if cell[index] >= 0xE3, let token = ideograph(cell, &index) { return token }
        var hash = TimeWordHash()
        var (run, letters, isZone) = (0, 0, false)
        while let byte = cell.byte(at: index) {
            if let length = letter(cell, index) {
                for at in index..<(index + length) { hash.add(cell[at]) }
                index += length
                run += 1
                letters += 1
            } else if byte == 0x2E {
                index += 1
                if letters == 1 { joinAbbreviation(cell, &index) }
                guard run <= 2, index < cell.count, letter(cell, index) != nil else { break }
                run = 0
            } else if isPartOfZone(cell, index, isZone, run) {
                isZone = true
                hash.add(byte)
                index += 1
            } else {
                break
            }
        }
        if letters == 0 { index += TimeScanner.scalar(cell, index).length }
        return TimeToken(kind: .word, hash: hash.value, range: 0..<0)
    }

    /// Moves past blanks to the second letter of `a. m.`.
    private static func joinAbbreviation(_ cell: Span<UInt8>, _ index: inout Int) {
        var probe = index
        TimeScanner.skipBlanks(cell, &probe)
        guard probe < cell.count, let length = letter(cell, probe),
            cell.byte(at: probe + length) == 0x2E
        else { return }
        index = probe
    }

    private static func isPartOfZone(
        _ cell: Span<UInt8>, _ index: Int, _ isZone: Bool, _ run: Int
    ) -> Bool {
        let byte = cell[index]
        guard byte == 0x2F || isZone && (byte == 0x5F || byte == 0x2D), run >= 2,
            let next = cell.byte(at: index + 1)
        else { return false }
        return (next | 0x20) &- 0x61 < 26
    }

    /// Bytes of the letter here; `nil` where no letter is.
    private static func letter(_ cell: Span<UInt8>, _ index: Int) -> Int? {
        let byte = cell[index]
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 ? 1 : nil }
        let (scalar, length) = TimeScanner.scalar(cell, index)
        let isOther =
            scalar == 0xFFFD || TimeScanner.isBlank(scalar) || TimeScanner.digit(scalar) != nil
            || TimeScanner.sign(scalar) != nil || isIdeograph(scalar)
        return isOther ? nil : length
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x3400...0x9FFF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
    }

    /// A Chinese, Japanese or Korean word: a known one, a unit, or the run up to the next of these.
    private static func ideograph(_ cell: Span<UInt8>, _ index: inout Int) -> TimeToken? {
        guard isIdeograph(TimeScanner.scalar(cell, index).value) else { return nil }
        let start = index
        repeat {
            let length = known(cell, index)
            if length > 0 {
                if index == start { index += length }
                break
            }
            index += TimeScanner.scalar(cell, index).length
        } while index < cell.count && isIdeograph(TimeScanner.scalar(cell, index).value)
        var hash = TimeWordHash()
        for at in start..<index { hash.add(cell[at]) }
        return TimeToken(kind: .word, hash: hash.value, range: 0..<0)
    }

    private static func known(_ cell: Span<UInt8>, _ index: Int) -> Int {
        for word in compounds where starts(cell, index, word) { return word.count }
        return 0
    }

    private static func starts(_ cell: Span<UInt8>, _ index: Int, _ word: [UInt8]) -> Bool {
        guard index + word.count <= cell.count else { return false }
        for offset in word.indices where cell[index + offset] != word[offset] { return false }
        return true
    }

    /// The longest first, so that they win over their beginnings.
    private static let compounds: [[UInt8]] = {
        let units = "年 月 日 号 號 時 时 點 点 分 秒 년 월 일 시 분 초"
        let weekdays =
            "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天"
            + " 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日"
            + " 월요일 화요일 수요일 목요일 금요일 토요일 일요일"
        let halves = "午前 午後 上午 下午 오전 오후 凌晨 清晨 早上 中午 正午 傍晚 晚上"
        return [weekdays, halves, units].joined(separator: " ").split(separator: " ")
            .map { Array($0.utf8) }
            .sorted { $0.count > $1.count }
    }()
}

/// FNV-1a (64 bits) over a word's letters, those of ASCII in lower case.
struct TimeWordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) {
        let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
        value = (value ^ UInt64(lowered)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of a word without points and blanks.
    static func of(_ word: String) -> UInt64 {
        var hash = TimeWordHash()
        for byte in word.utf8 { hash.add(byte) }
        return hash.value
    }
}
