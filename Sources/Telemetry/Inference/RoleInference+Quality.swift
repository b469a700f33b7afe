import Values

extension RoleInference {
    /// Finds the column that says which rows hold no usable value.
    ///
    /// Its texts have to be words of quality, good and bad ones. Numbers count under a name that
    /// says so, as marks or as OPC codes, whose two highest bits are 11 for good, 01 for uncertain,
    /// 00 for bad.
    mutating func findQuality() {
        guard !columns(.metric).isEmpty else { return }
        if takePairs() { return }
        for column in table.columns where mayBeQuality(column) {
            let bad = column.distinct.filter { isBad($0, column) }
            guard !bad.isEmpty, bad.count < column.distinct.count else { continue }
            qualities = [RowQuality(column: column.index, bad: bad)]
            assign(column.index, .ignore, .text, .quality(bad: bad.count), 0.9)
            return
        }
    }

    /// Takes columns of quality that follow several readings directly: each is about its own.
    private mutating func takePairs() -> Bool {
        let pairs = table.columns.filter { column in
            column.index > 0 && assignments[column.index - 1]?.role == .metric
                && forced(column) == nil && (1...12).contains(column.distinct.count)
                && column.distinct.allSatisfy { Self.words[Self.key($0)] != nil }
        }
        guard pairs.count >= 2 else { return false }
        for column in pairs {
            let bad = column.distinct.filter { isBad($0, column) }
            assign(column.index, .ignore, .text, .quality(bad: bad.count), 0.9)
            guard !bad.isEmpty else { continue }
            qualities.append(
                RowQuality(column: column.index, bad: bad, value: column.index - 1))
        }
        return true
    }

    private func mayBeQuality(_ column: SampleColumn) -> Bool {
        let role = assignments[column.index]?.role
        guard role == .ignore || role == .metric || role == .severity, forced(column) == nil,
            column.time == nil, (2...12).contains(column.distinct.count),
            column.filled * 10 >= table.rowCount * 9
        else { return false }
        let isNamed = column.words.mentions(Self.qualityNames)
        if isNamed, isMark(ofQuality: column) { return true }
        if column.isNumber {
            return isNamed && column.isInteger
                && column.numbers.allSatisfy {
                    $0.isNaN || Self.opcCodes.contains(Int(clamping: $0))
                }
        }
        let known = column.distinct.count { Self.words[Self.key($0)] != nil }
        return known == column.distinct.count || isNamed && known * 2 >= column.distinct.count
    }

    private func isBad(_ text: String, _ column: SampleColumn) -> Bool {
        if isMark(ofQuality: column) { return text == rarer(column) }
        if column.isNumber { return Int(text).map { $0 < 64 } ?? false }
        return Self.words[Self.key(text)] == false
    }

    /// Whether it has two values such as `1` and `0` or `T` and `F`; most rows have the good one.
    private func isMark(ofQuality column: SampleColumn) -> Bool {
        column.isFlag && column.distinct.count == 2
    }

    private func rarer(_ column: SampleColumn) -> String {
        let second = column.codes.count { $0 == 1 }
        return column.distinct[second * 2 <= column.filled ? 1 : 0]
    }

    private static func key(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter }
    }

    private static let qualityNames: Set<String> = [
        "quality", "qualitydetail", "validity", "valid", "opcquality", "qual", "qc", "gültigkeit",
        "qualität", "качество", "достоверность", "calidad",
    ]

    private static let opcCodes: Set<Int> = [
        0, 4, 8, 12, 16, 20, 24, 28, 32, 64, 68, 80, 84, 88, 192, 216,
    ]

    /// Words of quality, and whether a value with it can be used.
    private static let words: [String: Bool] = [
        "good": true, "goodlocaloverride": true, "valid": true, "uncertain": true,
        "goodnonspecific": true,
        "questionable": true, "substituted": true, "interpolated": true, "raw": true, "gut": true,
        "хорошее": true, "хорошо": true, "buena": true, "bad": false, "badnotconnected": false,
        "badcommfailure": false, "baddevicefailure": false, "badsensorfailure": false,
        "badlastknownvalue": false, "badoutofservice": false, "badconfigurationerror": false,
        "badwaitingforinitialdata": false, "badnonspecific": false, "notconnected": false,
        "commfailure": false, "commfail": false, "devicefailure": false, "sensorfailure": false,
        "outofservice": false, "nodata": false, "notavailable": false, "invalid": false,
        "stale": false,
        "offline": false, "iotimeout": false, "badinput": false, "schlecht": false,
        "ungültig": false,
        "плохое": false, "плохо": false, "недостоверно": false, "mala": false,
    ]
}
