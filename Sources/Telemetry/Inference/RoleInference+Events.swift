import Values

extension RoleInference {
    /// Finds the column of words such as INFO, WARNING, FATAL, by its name or by the words
    /// themselves.
    mutating func findSeverity() {
        let best = free(.severity).max { severityRank($0) < severityRank($1) }
        guard let best, severityRank(best) > 0 else { return }
        assign(
            best.index, .severity, .text, .severityWords(distinct: best.distinct.count),
            severityRank(best) > 2 ? 0.95 : 0.7)
    }

    private func severityRank(_ column: SampleColumn) -> Double {
        if forced(column) == .severity { return 100 }
        guard column.distinct.count <= 20, !column.isEmpty, column.time == nil else { return 0 }
        let known = column.distinct.count { SeverityWord.isKnown($0) }
        let share = Double(known) / Double(column.distinct.count)
        let isNamed = column.words.consists(of: Vocabulary.severities, and: Vocabulary.identifying)
        if isNamed { return share > 0.5 ? 5 : column.isInteger || !column.isNumber ? 3 : 0 }
        return share > 0.6 && known >= 2 ? 1 : 0
    }

    /// Finds the column that marks rows as anomalous or failed.
    mutating func findLabel() {
        let ranked = free(.label).map { ($0, labelRank($0)) }.filter { $0.1 > 0 }
        guard let best = ranked.max(by: { ($0.1, $1.0.index) < ($1.1, $0.0.index) }) else { return }
        let column = best.0
        let absent =
            column.isFlag
            ? [] : column.distinct.filter { AbsentWords.normal.contains($0.lowercased()) }
        assign(
            column.index, .label, column.isFlag ? .flag : .text, .labelFlags,
            best.1 > 2 ? 0.95 : 0.7, absent: absent)
    }

    private func labelRank(_ column: SampleColumn) -> Double {
        if forced(column) == .label { return 100 }
        guard column.time == nil, !column.isFreeText else { return 0 }
        let isAnomaly = column.words.mentions(Vocabulary.anomalies)
        let isLabel = column.words.mentions(Vocabulary.labels)
        guard isAnomaly || isLabel, !column.words.mentions(Vocabulary.qualifiers) else { return 0 }
        if column.isFlag { return (isAnomaly ? 5 : 3) + (column.words.words.count == 1 ? 0.5 : 0) }
        // `-` for no alert and a category for one, or classes beside `normal`. Under the name of an
        // event both would be codes.
        let isNeutral = column.words.mentions(["label", "labels", "class", "target"]) || isAnomaly
        let marks = column.codes.count { $0 < 0 }
        let normal = column.distinct.contains { AbsentWords.normal.contains($0.lowercased()) }
        let isCategory = column.distinct.count <= max(20, table.rowCount / 20)
        return isNeutral && isCategory && !column.isNumber && (marks > 0 || normal) ? 2 : 0
    }

    /// Finds the column whose texts say what happened, and columns of 0/1 marks, one per kind of
    /// event.
    ///
    /// In a log whose rows name what happened, marks are details of it.
    mutating func findCodes(_ shape: FileShape) {
        let isLog = shape == .events || shape == .intervals
        let text = free(.code).map { ($0, codeRank($0, shape)) }
            .max { ($0.1, $1.0.index) < ($1.1, $0.0.index) }
        let isNamed = text.map { $0.1 > 0 && events($0.0) * 10 >= table.rowCount * 9 } ?? false
        if !isLog || !isNamed { findFlagCodes() }
        let ranked = free(.code).map { ($0, codeRank($0, shape)) }.filter { $0.1 > 0 }
        guard let best = ranked.max(by: { ($0.1, $1.0.index) < ($1.1, $0.0.index) }) else { return }
        let column = best.0
        assign(
            column.index, .code, .text, .categories(distinct: column.distinct.count),
            best.1 >= 8 ? 0.95 : 0.7, absent: absentCodes(column))
        for other in free(.ignore) where repeats(other, column) {
            assign(other.index, .ignore, .text, .repeatsColumn(column.name), 0.9)
        }
        for (extra, _) in ranked where forced(extra) == .code && extra.index != column.index {
            assign(extra.index, .code, .text, .corrected, 1, absent: absentCodes(extra))
        }
    }

    /// Codes such as `0` or `OK` are no events where most filled rows carry them.
    private func absentCodes(_ column: SampleColumn) -> [String] {
        column.distinct.enumerated().filter { code, text in
            let lowered = text.lowercased()
            guard ["0", "00", "000", "0x0", "0x00", "ok", "normal", "no", "good"].contains(lowered)
            else { return false }
            return column.codes.count { $0 == code } * 2 > column.filled
        }.map(\.element)
    }

    /// How many rows say in a column of codes that something happened.
    func events(_ column: SampleColumn) -> Int {
        let absent = Set(absentCodes(column))
        return column.codes.count { code in code >= 0 && !absent.contains(column.distinct[code]) }
    }

    private func codeRank(_ column: SampleColumn, _ shape: FileShape) -> Double {
        if forced(column) == .code { return 100 }
        guard column.time == nil, column.isInteger || !column.isNumber || column.isEmpty,
            !column.isFreeText, shape != .devices
        else { return 0 }
        if column.isFlag, column.distinct.count == 2 { return 0 }
        let isDiverse = column.distinct.count * 2 > table.rowCount && table.rowCount > 40
        guard !isDiverse else { return 0 }
        guard shape == .events || shape == .intervals else {
            guard !isQuantity(column) else { return 0 }
            return (column.words.mentions(Vocabulary.events) || nameOfEvent(column) >= 9)
                && !column.words.mentions(Vocabulary.qualifiers) ? nameOfEvent(column) : 0
        }
        // One code in all rows distinguishes nothing, unless there are only a few rows.
        let dull = column.isConstant && table.rowCount > 3 ? 8.0 : 0
        let detail = column.words.mentions(Vocabulary.qualifiers) ? 2.0 : 0
        // A person reads “Emergency stop”, not 111.
        let wordy = column.isNumber ? -2.0 : column.meanLength > 5 ? 1 : 0
        let name = nameOfEvent(column)
        // Where there are only times and a few different numbers, these say what happened.
        if name == 0, column.isInteger, !isIdentifier(column), case .fileName = device,
            (2...20).contains(column.distinct.count)
        {
            return 0.4
        }
        guard name > 0 || tellsWhatHappened(column) else { return 0 }
        return max(0.5, max(name, 2) - dull - detail + wordy)
    }

    /// How much a column's name says that it tells what happened: highest for the whole name, less
    /// for its last word, least for any.
    private func nameOfEvent(_ column: SampleColumn) -> Double {
        let words = column.words
        let all = Vocabulary.events.union(Vocabulary.eventDetails)
        if words.consists(of: all, and: Vocabulary.identifying) {
            let isEvent = words.mentions(Vocabulary.events)
            return (isEvent ? 10 : 6) + (words.mentions(["id", "code"]) ? 1 : 0)
        }
        if let last = words.words.last, Vocabulary.events.contains(last) { return 9 }
        // `Fehlernummer`.
        if words.begins(with: Vocabulary.events),
            Vocabulary.identifying.contains(where: { words.joined.hasSuffix($0) && $0.count > 3 })
        {
            return 9
        }
        if words.mentions(["comp", "component"]) { return 6 }
        if let last = words.words.last, Vocabulary.eventDetails.contains(last) { return 4 }
        return words.mentions(Vocabulary.events)
            ? 5 : words.mentions(Vocabulary.eventDetails) ? 3 : 0
    }

    private func repeats(_ other: SampleColumn, _ column: SampleColumn) -> Bool {
        guard !other.isNumber, other.time == nil, column.distinct.count > 1,
            abs(other.distinct.count - column.distinct.count) * 20 <= column.distinct.count
        else { return false }
        return table.determines([column.index], other.index)
            && table.determines([other.index], column.index)
    }

    /// Finds marks that are kinds of events: named like one, part of a one-hot block, or set only
    /// in rows where the label is.
    private mutating func findFlagCodes() {
        let label = columns(.label).first { $0.isFlag }
        let flags = free(.code).filter { $0.isFlag && $0.time == nil && $0.distinct.count <= 2 }
        let block = Set(oneHotBlock.map(\.index))
        let codes = flags.filter { flag in
            if forced(flag) == .code || block.contains(flag.index) { return true }
            if flag.words.mentions(Vocabulary.events) || flag.words.mentions(["warning", "trip"]) {
                return true
            }
            return label.map { implies(flag, $0) } ?? false
        }
        // Beside a label, other marks as rare as these belong to them.
        let beside = codes.count >= 2 ? flags.filter { isRareMark($0) && label != nil } : codes
        for flag in Set((codes + beside).map(\.index)).sorted() {
            assign(flag, .code, .flag, .eventFlags, 0.85)
        }
    }

    private func isRareMark(_ flag: SampleColumn) -> Bool {
        let set = marks(flag).count { $0 }
        return set > 0 && set * 5 < table.rowCount
    }

    private func implies(_ flag: SampleColumn, _ label: SampleColumn) -> Bool {
        guard isRareMark(flag), !flag.words.mentions(["changepoint"]) else { return false }
        let set = marks(flag)
        let labelled = marks(label)
        let both = zip(set, labelled).count { $0 && $1 }
        return both * 10 >= set.count { $0 } * 9
    }

    private func marks(_ column: SampleColumn) -> [Bool] {
        column.cells.map { TruthWords.value(of: $0.span) == true }
    }
}

/// The kind of a file's events, from its name, the names of its columns, and its folder's name.
struct EventKindInference {
    private let roles: RoleInference

    init(_ roles: RoleInference) {
        self.roles = roles
    }

    func kind(_ shape: FileShape) -> EventKind {
        let parts = roles.fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        let file = parts.last.map { ColumnName(Self.stem(String($0))) }
        let folder = parts.dropLast().last.map { ColumnName(String($0)) }
        if shape != .telemetry, let kind = file.flatMap({ Self.kind(named: $0) }) { return kind }
        let codes = roles.columns(.code)
        if codes.contains(where: { roles.assignments[$0.index]?.type == .flag }),
            roles.columns(.label).contains(where: { $0.words.mentions(Vocabulary.failureFiles) })
        {
            return .failure
        }
        let named = codes.lazy.compactMap { Self.kind(ofCodes: $0.words) }.first
        // A critical service is one that is watched, not a repair.
        if let named, named != .repair || !hasAlarmWords { return named }
        if let kind = kindOfTime, shape != .telemetry { return kind }
        if isWorkOrder { return .repair }
        if shape == .intervals {
            let isDown =
                roles.table.columns.contains { $0.words.mentions(Self.downTimes) }
                || file?.mentions(Self.downTimes) == true
            return roles.isLife || isDown || codes.isEmpty ? .failure : .other
        }
        if let kind = folder.flatMap({ Self.kind(named: $0) }), shape == .events { return kind }
        if shape == .events, hasAlarmWords { return .error }
        return shape == .events && isBare && roles.columns(.metric).isEmpty
            && roles.device != .fileName
            ? .failure : .other
    }

    /// Whether the severities are those of alarms (`WARNING`, `CRITICAL`), not priorities of work
    /// (high, medium, low).
    private var hasAlarmWords: Bool {
        roles.columns(.severity).contains { column in
            let ranks = Set(column.distinct.map(SeverityWord.rank))
            let isWork = column.distinct.contains {
                Self.priorities.contains(SeverityWord.bare($0))
            }
            return !isWork && !ranks.isDisjoint(with: [0, 1, 2, 3, 4])
        }
    }

    private static let priorities: Set<String> = [
        "high", "medium", "low", "hoch", "mittel", "niedrig", "высокий", "средний", "низкий",
        "alta",
        "media", "baja", "urgent",
    ]

    /// `failure_time`, `repair date`: the kind that the name of a time tells.
    private var kindOfTime: EventKind? {
        roles.columns(.time).lazy.compactMap { Self.kind(named: $0.words) }.first
    }

    /// Whether there is nothing but places and times: each row is something that happened to the
    /// place.
    var isBare: Bool {
        roles.columns(.code).isEmpty && roles.columns(.severity).isEmpty
            && roles.columns(.label).isEmpty
    }

    /// Whether columns tell of work done: a job with its number, a person, costs.
    private var isWorkOrder: Bool {
        roles.table.columns.contains { $0.words.mentions(Self.jobs) }
    }

    private static let jobs: Set<String> = [
        "workorder", "wo", "technician", "technicians", "mechanic", "labor", "labour", "laborhours",
        "workorders", "jobs", "auftrag", "aufträge", "arbeitsauftrag", "arbeitsaufträge", "orden",
        "ordenes", "ordre", "ordres", "ordine", "ordini", "ordem", "ordens", "zlecenie", "zlecenia",
        "techniker", "monteur", "заявка", "заявки", "наряд", "наряды", "исполнитель", "técnico",
    ]
    private static let downTimes: Set<String> = [
        "downtime", "outage", "ausfallzeit", "stillstand", "простой", "unavailability",
    ]

    /// The kind that the name of a column of codes tells, by all its words or the last one.
    private static func kind(ofCodes name: ColumnName) -> EventKind? {
        let lists = [
            (Vocabulary.repairFiles, EventKind.repair), (Vocabulary.failureFiles, .failure),
            (Vocabulary.errorFiles.union(["errorid", "errorcode", "err"]), .error),
        ]
        let rest = Vocabulary.identifying.union(Vocabulary.eventDetails)
        return lists.first { list, _ in
            name.consists(of: list, and: rest) || name.words.last.map { list.contains($0) } ?? false
        }?.1
    }

    private static func kind(named name: ColumnName) -> EventKind? {
        if name.mentions(Vocabulary.repairFiles) { return .repair }
        // `Störungsbeginn`: a compound that begins with it.
        if name.mentions(Vocabulary.failureFiles) || name.begins(with: Vocabulary.failureFiles) {
            return .failure
        }
        if name.mentions(Vocabulary.errorFiles) || name.mentions(["errorid", "errorcode", "err"]) {
            return .error
        }
        return nil
    }

    private static func stem(_ file: String) -> String {
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }
}
