import Values

/// One column of the sample, with all that its cells show.
struct SampleColumn {
    let index: Int
    /// From the header, made unique; `column 3` where it has none.
    let name: String
    let words: ColumnName
    /// Its text in the row of units.
    let unitCell: String?
    /// The cells without spaces around them, one per row.
    let cells: [[UInt8]]
    /// For each row the index of its text in `distinct`; -1 where empty or a missing marker.
    let codes: [Int]
    /// The different texts, in order of appearance.
    let distinct: [String]
    /// Cells that are neither empty nor a missing marker.
    let filled: Int
    /// One per row, NaN where the cell is no number; `format` says how they are read.
    private(set) var numbers: [Double] = []
    private(set) var format = NumberNotation()
    private(set) var isAmbiguousNumber = false
    /// Share of the filled cells that are numbers, 0…1.
    private(set) var numberShare = 0.0
    private(set) var time: TimeFormatInference?
    /// Its name speaks of time, or it has none.
    private var isNamedTime = false
    /// All filled cells are words for yes and no, of which there is at least one.
    let isFlag: Bool
    /// Mean bytes of the filled cells; 0 without any.
    let meanLength: Double
    /// Cells with a space in them.
    let sentences: Int
    let evidence: NumberEvidence
    /// Sentinel values, and how many cells have each.
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

    /// Reads numbers and times, once the file's decimal sign is known.
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

    /// Reads dates that leave day and month open in the order of the file's other dates.
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

    /// Whether the cells are numbers, a few words such as `error` or `overflow` aside, and no
    /// serial numbers.
    var isNumber: Bool {
        if evidence.leadingZeros * 100 > filled || isNumberedName { return false }
        if numberShare >= 0.8 { return filled > 0 }
        // A few texts that recur, some of them digits, are names.
        let isCategory =
            distinct.count <= 12 && filled >= 4 * distinct.count && !evidence.hasDecimals
        // One or two words for “no value” among many different numbers.
        if numberShare >= 0.1, otherTexts <= 2, distinct.count >= 8 { return true }
        return numberShare >= 0.5 && otherTexts <= 5 && !isCategory
    }

    /// Whether whole numbers recur with a word after them that is no unit: `1号機`, `2nd`.
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

    var isInteger: Bool { isNumber && format.isInteger }

    var isEmpty: Bool { filled == 0 }
    var isConstant: Bool { distinct.count == 1 }

    /// Whether the cells are sentences, or long texts that hardly recur.
    var isFreeText: Bool {
        guard !isNumber, filled > 0 else { return false }
        let isDiverse = distinct.count * 2 > filled
        return (isDiverse && (meanLength > 24 || sentences * 2 > filled)) || meanLength > 60
    }

    /// The unit from the row of units, else the header, else the cells.
    var unit: String? {
        // A dash says that there is none.
        if unitCell == "-" { return nil }
        return unitCell.flatMap { words.unit(named: Self.bare($0)) } ?? words.unit
            ?? format.suffix.flatMap { words.unit(named: $0) ?? (isNumber ? $0 : nil) }
    }

    /// A cell of a row of units without brackets around it.
    private static func bare(_ cell: String) -> String {
        let pairs = [("[", "]"), ("(", ")")]
        let isIn = pairs.contains { cell.hasPrefix($0.0) && cell.hasSuffix($0.1) }
        return isIn ? String(cell.dropFirst().dropLast()) : cell
    }

    /// Up to five different values, in order of appearance.
    var examples: [String] { Array(distinct.prefix(5)) }
}
