import Values

/// One column of the sample, with everything that its values show.
struct SampleColumn {
    let index: Int
    /// As the header gives it, made unique, `column 3` where there is none.
    let name: String
    let words: ColumnName
    /// The text of the units row.
    let unitCell: String?
    /// The cells without spaces around them, one per row.
    let cells: [[UInt8]]
    /// The text of each row among `distinct`; -1 where empty or a missing marker.
    let codes: [Int]
    /// The different texts, in order of appearance.
    let distinct: [String]
    /// Cells that hold something.
    let filled: Int
    /// Numbers by row, NaN where there is none; the format they are read in.
    private(set) var numbers: [Double] = []
    private(set) var format = NumberNotation()
    private(set) var isAmbiguousNumber = false
    /// Share of the filled cells that are numbers.
    private(set) var numberShare = 0.0
    private(set) var time: TimeFormatInference?
    /// The name speaks of time, or there is none.
    private var isNamedTime = false
    /// All filled cells are words of yes and no.
    let isFlag: Bool
    /// Mean length of the filled cells.
    let meanLength: Double
    /// Cells with a space within.
    let sentences: Int
    let evidence: NumberEvidence
    /// Sentinels with their numbers of cells.
    private(set) var sentinels: [(value: Double, count: Int)] = []

    init(
        index: Int, name: String, header: String, unitCell: String?, cells: [[UInt8]],
        missing: MissingMarkers
    ) {
        self.index = index
        self.name = name
        words = ColumnName(header)
        self.unitCell = unitCell
        self.cells = cells
        var lookup: [[UInt8]: Int] = [:]
        var codes: [Int] = []
        var distinct: [String] = []
        var (length, sentences, isFlag) = (0, 0, true)
        var evidence = NumberEvidence()
        for cell in cells {
            if missing.contains(cell.span) {
                codes.append(-1)
                continue
            }
            evidence.add(cell)
            length += cell.count
            sentences += cell.contains(0x20) ? 1 : 0
            if isFlag { isFlag = TruthWords.value(of: cell.span) != nil }
            if let code = lookup[cell] {
                codes.append(code)
            } else {
                lookup[cell] = distinct.count
                codes.append(distinct.count)
                distinct.append(String(decoding: cell, as: UTF8.self))
            }
        }
        filled = codes.count { $0 >= 0 }
        meanLength = filled > 0 ? Double(length) / Double(filled) : 0
        self.isFlag = isFlag && filled > 0
        self.codes = codes
        self.distinct = distinct
        self.sentences = sentences
        self.evidence = evidence
    }

    /// Reads the numbers and times, once the file's decimal sign is known.
    mutating func type(
        common: Bool?, delimiter: UInt8, missing: MissingMarkers, correction: DialectCorrection?
    ) {
        let result = NumberFormatInference.format(
            evidence, common: common, delimiter: delimiter, forced: correction?.decimalComma)
        format = result.format
        isAmbiguousNumber = result.isAmbiguous
        readNumbers(missing)
        let named =
            words.mentions(Vocabulary.times)
            || words.mentions(Vocabulary.beginnings)
            || words.mentions(Vocabulary.endings)
            || words.mentions(["jd", "mjd", "datenum", "julian", "filetime", "oadate"])
        // Without a header any column may be the time.
        isNamedTime = named || words.words.isEmpty
        time = readTimes(dayFirst: correction?.dayFirst)
        // Without a header eight digits that are days are dates.
        let isDate =
            words.words.isEmpty && time?.format.form == .compact && (time?.share ?? 0) > 0.98
        if numberShare > 0.9, let form = time?.format.form, !named, !isDate,
            form == .compact || isDotted(form) || form == .layout
        {
            // 20150103 and 18.10 are numbers unless the name says otherwise.
            time = nil
        }
    }

    private func readTimes(dayFirst: Bool?) -> TimeFormatInference? {
        TimeFormatInference(
            cells.indices.map { codes[$0] < 0 ? [] : cells[$0] }, filled: filled,
            header: TimeFormatInference.Header(
                isNamed: isNamedTime, words: Set(words.words), unit: unit), dayFirst: dayFirst)
    }

    /// Reads dates whose own numbers leave day and month open in the order of the file's others.
    mutating func settleOrder(dayFirst: Bool) {
        guard let time, time.isAmbiguous, [.dayFirst, .monthFirst].contains(time.format.form),
            let settled = readTimes(dayFirst: dayFirst), settled.share >= time.share
        else { return }
        self.time = settled
    }

    private func isDotted(_ form: TimeFormat.Form) -> Bool { form == .timeOfDay }

    private mutating func readNumbers(_ missing: MissingMarkers) {
        let parser = NumberParser(format, missing: missing)
        numbers = cells.map { cell in
            if case .value(let value) = parser.parse(cell.span) { return value }
            return .nan
        }
        let count = numbers.count { !$0.isNaN }
        numberShare = filled > 0 ? Double(count) / Double(filled) : 0
        format.isInteger = count > 0 && numbers.allSatisfy { $0.isNaN || $0 == $0.rounded() }
        sentinels = Sentinels.findAll(numbers)
        format.sentinels = sentinels.map(\.value)
    }

    /// Numbers, apart from a few words such as `error` or `overflow`; no serial numbers.
    var isNumber: Bool {
        if evidence.leadingZeros * 100 > filled || isNumberedName { return false }
        if numberShare >= 0.8 { return filled > 0 }
        // A few texts that come back, some of them digits, are names.
        let isCategory =
            distinct.count <= 12 && filled >= 4 * distinct.count && !evidence.hasDecimals
        // One or two words for “no value” among many different numbers.
        if numberShare >= 0.1, otherTexts <= 2, distinct.count >= 8 { return true }
        return numberShare >= 0.5 && otherTexts <= 5 && !isCategory
    }

    /// `1号機`, `2nd`: whole numbers that come back, with a word behind that is no unit.
    private var isNumberedName: Bool {
        guard let suffix = format.suffix, format.isInteger, suffix.contains(where: \.isLetter),
            distinct.count * 4 <= filled
        else { return false }
        return words.unit(named: suffix) == nil && !UnitGrammar.isUnit(suffix)
    }

    private var otherTexts: Int {
        var texts: Set<Int> = []
        for (row, code) in codes.enumerated() where code >= 0 && numbers[row].isNaN {
            texts.insert(code)
        }
        return texts.count
    }

    /// Whole numbers only.
    var isInteger: Bool { isNumber && format.isInteger }

    var isEmpty: Bool { filled == 0 }
    var isConstant: Bool { distinct.count == 1 }

    /// Sentences, or long texts that hardly come again.
    var isFreeText: Bool {
        guard !isNumber, filled > 0 else { return false }
        let isDiverse = distinct.count * 2 > filled
        return (isDiverse && (meanLength > 24 || sentences * 2 > filled)) || meanLength > 60
    }

    /// The unit from the header, the units row or the cells.
    var unit: String? {
        // A dash says that there is none.
        if unitCell == "-" { return nil }
        return unitCell.flatMap { words.unit(named: Self.bare($0)) } ?? words.unit
            ?? format.suffix.flatMap { words.unit(named: $0) ?? (isNumber ? $0 : nil) }
    }

    /// A cell of a units line without the brackets that may be around it.
    private static func bare(_ cell: String) -> String {
        let pairs = [("[", "]"), ("(", ")")]
        let isIn = pairs.contains { cell.hasPrefix($0.0) && cell.hasSuffix($0.1) }
        return isIn ? String(cell.dropFirst().dropLast()) : cell
    }

    /// The first different values, as written.
    var examples: [String] { Array(distinct.prefix(5)) }
}
