import Values

extension RoleInference {
    /// Takes out empty columns and row numbers before anything else is looked for.
    mutating func ignoreEmptyAndCounters() {
        for column in table.columns where forced(column) == nil {
            if column.isEmpty, !column.words.mentions(Vocabulary.events) {
                assign(column.index, .ignore, .text, .empty, 1)
            } else if isRowNumber(column) {
                assign(column.index, .ignore, plainType(column), .rowNumber, 0.95)
            }
        }
    }

    /// Whether it counts up by one with every row, under a name that says so or beyond 20 rows.
    func isRowNumber(_ column: SampleColumn) -> Bool {
        guard column.isInteger, table.rowCount > 2, column.filled == table.rowCount,
            column.time == nil, column.unit == nil
        else { return false }
        let isSteady = table.steps.allSatisfy { column.numbers[$1] - column.numbers[$0] == 1 }
        guard isSteady else { return false }
        // `Data_Point` is none of time, though `data` is a date elsewhere.
        let isOfTime = column.words.mentions(Vocabulary.times.subtracting(["data"]))
        if column.words.mentions(Vocabulary.cycles) || isOfTime { return false }
        let isNamed =
            column.words.words.isEmpty
            || column.words.consists(of: Vocabulary.counters, and: Vocabulary.identifying)
        // Beside a year and a month, an hour is part of the time even where it counts up.
        if let part = column.words.words.first, column.words.words.count == 1,
            Vocabulary.timeParts.contains(part), hasYearAndMonth
        {
            return false
        }
        return isNamed || table.rowCount > 20 && !names(aDevice: column)
    }

    private var hasYearAndMonth: Bool {
        let names = Set(table.columns.map(\.words.joined))
        return !names.isDisjoint(with: ["year", "yr", "yyyy", "jahr", "год"])
            && !names.isDisjoint(with: ["month", "mon", "mo", "mm", "monat", "месяц"])
    }

    /// Finds the column or columns that say when.
    mutating func findTime() {
        var best: (rank: Double, origin: TimeOrigin)?
        let consider = { (rank: Double, origin: TimeOrigin) in
            if rank > (best?.rank ?? 0.5) { best = (rank, origin) }
        }
        let candidates = free(.time).filter { $0.time != nil || forced($0) == .time }
        for column in candidates where column.time?.format.isTimeOfDay == false {
            consider(rank(column), .column(column.index))
        }
        if let pair = dateAndTime(candidates) { consider(4.7 + pair.bonus, pair.origin) }
        if let parts = timeParts() { consider(4.5, .parts(parts)) }
        guard var origin = best?.origin else { return }
        if case .column(let first) = origin, let pair = interval(candidates, time: first) {
            isLife = pair.isLife
            origin = .column(isLife ? pair.end : pair.start)
            if !isLife { end = pair.end }
        }
        take(origin)
        guard let end, let found = table.columns[end].time else { return }
        assign(end, .time, .time(found.format), .intervalEnd, 0.95)
    }

    private mutating func take(_ origin: TimeOrigin) {
        time = origin
        switch origin {
        case .column(let index):
            guard let found = table.columns[index].time else { return }
            assign(
                index, .time, .time(found.format),
                .timestamps(format: found.format.pattern, share: found.share),
                found.hasClock ? 0.98 : 0.9)
        case .dateAndTime(let date, let clock):
            for index in [date, clock] {
                assign(index, .time, timePartType(table.columns[index]), .timePart, 0.95)
            }
            holdBelow(date, clock)
        case .parts(let parts):
            for index in parts {
                assign(index, .time, .number(table.columns[index].format), .timePart, 0.95)
            }
        case .cycle, .rowNumber: break
        }
    }

    /// How much speaks for a column as the time: timestamps before epochs before dates, the moment
    /// of measuring before dates about the row.
    private func rank(_ column: SampleColumn) -> Double {
        if forced(column) == .time { return 100 }
        guard let time = column.time else { return 0 }
        let isEpoch = time.format.isCount
        var rank = isEpoch ? 4.0 : time.hasClock ? 5.0 : 2.0
        rank += time.share * Double(column.filled) / Double(max(1, table.rowCount))
        if column.words.mentions(Vocabulary.times) { rank += 0.5 }
        // Of two that say the same, the one that needs no zone.
        if !time.format.isNaive { rank += 0.6 }
        if column.words.mentions(Vocabulary.recordDates) { rank -= hasUniqueDevice ? 10 : 3 }
        if column.words.mentions(Vocabulary.beginnings) { rank -= 0.2 }
        return rank
    }

    /// Whether a column of devices has another one in every row: a list of devices.
    var hasUniqueDevice: Bool {
        table.rowCount > 1
            && table.columns.contains {
                names(aDevice: $0) && $0.distinct.count == table.rowCount && $0.time == nil
            }
    }

    private func dateAndTime(_ candidates: [SampleColumn]) -> (origin: TimeOrigin, bonus: Double)? {
        let isForced = { (column: SampleColumn) in forced(column) == .time }
        let dates = candidates.filter { column in
            column.time.map { !$0.hasClock && !$0.format.isTimeOfDay } ?? false
        }
        let clocks = candidates.filter { $0.time?.format.isTimeOfDay == true }
        guard let date = dates.first(where: isForced) ?? dates.first,
            let clock = clocks.first(where: isForced) ?? clocks.first ?? clockNumbers()
                ?? hourNumbers(beside: date)
        else { return nil }
        return (
            .dateAndTime(date: date.index, time: clock.index),
            isForced(date) && isForced(clock) ? 100 : 0
        )
    }

    /// Columns of year, month, day and so on, at least three in this order; `nil` without.
    private func timeParts() -> [Int]? {
        let parts: [(words: Set<String>, range: ClosedRange<Double>)] = [
            (
                [
                    "year", "yr", "yy", "yyyy", "jahr", "год", "année", "an", "año", "ano", "anno",
                    "rok", "yıl", "年",
                ], 1900...2261
            ),
            (
                [
                    "month", "mon", "mo", "mm", "monat", "месяц", "mois", "mes", "mês", "mese",
                    "miesiąc", "měsíc", "ay", "月",
                ], 1...12
            ),
            (
                [
                    "day", "dy", "dd", "tag", "день", "jour", "día", "dia", "giorno", "dzień",
                    "den", "gün", "日",
                ], 1...31
            ),
            (
                [
                    "hour", "hr", "hh", "stunde", "час", "heure", "hora", "ora", "godzina",
                    "hodina", "saat", "时", "時",
                ], 0...24
            ),
            (
                ["minute", "min", "mi", "mn", "mm", "минута", "minuto", "minuta", "dakika", "分"],
                0...59
            ),
            (
                [
                    "second", "sec", "ss", "sekunde", "seconde", "segundo", "secondo", "sekunda",
                    "секунда", "saniye", "秒",
                ], 0...60
            ),
        ]
        var found: [Int] = []
        for part in parts {
            let match = free(.time).first { column in
                column.format.isInteger && column.numberShare > 0.98
                    && part.words.contains(column.words.joined)
                    && !found.contains(column.index)
                    && column.numbers.allSatisfy { $0.isNaN || part.range.contains($0) }
            }
            guard let match else { break }
            found.append(match.index)
        }
        return found.count >= 3 ? found : nil
    }

    /// The columns of beginning and end, where rows last: by their names and by the times, the end
    /// hardly ever lying before the beginning. `isLife`: from installation to removal.
    private func interval(
        _ candidates: [SampleColumn], time: Int
    ) -> (start: Int, end: Int, isLife: Bool)? {
        let full = candidates.filter {
            $0.time?.hasClock == true || $0.time?.format.form == .yearFirst
        }
        for isLife in [true, false] {
            let first = isLife ? Vocabulary.installations : Vocabulary.beginnings
            let last = isLife ? Vocabulary.removals : Vocabulary.endings
            let begins = isLife ? first : first.union(Vocabulary.reports)
            let starts = full.filter { $0.words.mentions(begins) && !$0.words.mentions(last) }
            let ends = full.filter { $0.words.mentions(last) && !$0.words.mentions(first) }
            for start in starts {
                for end in ends
                where isInOrder(start, end) && [start.index, end.index].contains(time) {
                    return (start.index, end.index, isLife)
                }
            }
        }
        return full.first { isEnd($0, of: time) }.map { (time, $0.index, false) }
    }

    /// Whether a second time is the end of what began at the first, whatever both are called: rows
    /// that say what happened come at no rate, and last for different lengths.
    private func isEnd(_ end: SampleColumn, of time: Int) -> Bool {
        let start = table.columns[time]
        guard end.index != time, isInOrder(start, end), end.time?.hasClock == true,
            !end.words.mentions(Vocabulary.recordDates), !start.words.mentions(Vocabulary.endings),
            let first = start.time?.values, let last = end.time?.values,
            let rhythm = Rhythm(table, time: .column(time), device: []), rhythm.steps >= 12,
            rhythm.regularShare < 0.4, free(.code).contains(where: tellsWhatHappened)
        else { return false }
        let lengths = zip(first, last).map { $1 - $0 }.filter { !$0.isNaN }.sorted()
        guard lengths.count >= 8, let longest = lengths.last else { return false }
        let median = lengths[lengths.count / 2]
        return median >= 30 && longest * 2 >= median * 3 && Set(lengths).count * 4 >= lengths.count
            && lengths.count { $0 > 0 } * 10 >= lengths.count * 8
            && median * 20 >= rhythm.medianStep
    }

    private func isInOrder(_ start: SampleColumn, _ end: SampleColumn) -> Bool {
        guard let first = start.time?.values, let last = end.time?.values else { return false }
        let pairs = zip(first, last).filter { !$0.isNaN && !$1.isNaN }
        return !pairs.isEmpty && pairs.count { $0 <= $1 } * 20 >= pairs.count * 19
    }
}
