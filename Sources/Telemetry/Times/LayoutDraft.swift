import Values

/// A layout under construction: the places so far.
struct LayoutDraft {
    private(set) var layout = TimeLayout(parts: [])
    /// The fields of numbers in order, with what separates each from the place before.
    private(set) var numbers: [(field: TimeLayout.Field, before: Separator)] = []
    /// How unusual the layout is: 0 for the usual ones.
    private(set) var penalty = 0
    private(set) var hasHourUnit = false
    /// Words without a meaning.
    private(set) var fillers = 0
    private var before = Separator.blank

    enum Separator: Equatable {
        case blank, glued, word
        case sign(Int)
    }

    func has(_ field: TimeLayout.Field) -> Bool { layout.has(field) }

    var hasYear: Bool { has(.year) || has(.yearOfCentury) }

    mutating func add(sign: Int) {
        let text = String(Unicode.Scalar(UInt8(truncatingIfNeeded: sign)))
        layout.parts.append(TimeLayout.Part(.sign, texts: [text]))
        before = .sign(sign)
    }

    /// Adds a zone: an offset or an abbreviation.
    mutating func addZone() {
        layout.parts.append(TimeLayout.Part(.zone))
        before = .word
    }

    /// Adds a number, or a piece with so many digits of a longer one.
    mutating func add(_ field: TimeLayout.Field, digits: Int? = nil, isPiece: Bool = false) {
        layout.parts.append(TimeLayout.Part(field, digits: digits))
        numbers.append((field, isPiece ? .glued : before))
        before = .blank
    }

    /// Adds a word; `false` where it cannot be here.
    mutating func add(_ option: WordOption, _ words: Set<String>, isTelling: Bool) -> Bool {
        switch option {
        case .month(let table):
            guard !has(.month), !has(.monthName) else { return false }
            layout.parts.append(TimeLayout.Part(.monthName))
            layout.months = table
        case .weekday(let table):
            guard !has(.weekdayName) else { return false }
            layout.parts.append(TimeLayout.Part(.weekdayName))
            layout.weekdays = table
        case .half(let table):
            guard !has(.half) else { return false }
            layout.parts.append(TimeLayout.Part(.half))
            layout.halves = table
        case .unit(let field):
            if field == .hour { hasHourUnit = true }
            layout.parts.append(TimeLayout.Part(.word, texts: words.sorted()))
        case .zone: addZone()
        case .place(let identifier):
            layout.zoneIdentifier = identifier
            layout.parts.append(TimeLayout.Part(.word, texts: words.sorted()))
        case .literal:
            layout.parts.append(TimeLayout.Part(.word, texts: words.sorted()))
            if words != ["t"], words != ["w"] { fillers += 1 }
            if isTelling { penalty += 1 }
        }
        before = .word
        return true
    }

    /// The draft with its full penalty; `nil` where it is no time, or too unusual.
    ///
    /// `isNamed`: the column's name speaks of time, so that less evidence is enough.
    func finished(isNamed: Bool) -> LayoutDraft? {
        guard isDate || isClock,
            !has(.hour) || has(.minute) || has(.half) || hasHourUnit || isHourGlued,
            !has(.half) || has(.hour), isNamed || isTelling, !isAddress
        else { return nil }
        var draft = self
        draft.penalty += orderPenalty + separatorPenalty
        return draft.penalty <= Self.mostUnusual ? draft : nil
    }

    /// Beyond this penalty it is something else that happens to fit.
    private static let mostUnusual = 6

    /// The hour ends the digits of a date.
    private var isHourGlued: Bool {
        numbers.last?.field == .hour && numbers.last?.before == .glued && has(.day)
    }

    private var isDate: Bool {
        if has(.dayOfYear) || has(.week) { return hasYear && !has(.day) && !hasMonth }
        guard hasMonth, has(.day) else { return false }
        return hasYear || has(.hour)
    }

    private var hasMonth: Bool { has(.month) || has(.monthName) }

    /// `10.0.4.17`: four numbers with points between, none of them a four-digit year.
    private var isAddress: Bool {
        numbers.count == 4 && !has(.year)
            && numbers.dropFirst().allSatisfy { $0.before == .sign(0x2E) }
    }

    private var isClock: Bool {
        has(.hour) && !hasYear && !hasMonth && !has(.day) && !has(.weekdayName)
            && !has(.dayOfYear) && !has(.week)
    }

    /// What a column must show that is not named after time: a year and more, or month and clock.
    private var isTelling: Bool {
        let hasClock = has(.hour) && has(.minute)
        if layout.parts.count == 1 || fillers > 2 { return false }
        if layout.parts.contains(where: { $0.digits != nil }) {
            return (hasClock || isHourGlued) && has(.year)
        }
        if has(.dayOfYear) { return hasClock && has(.year) }
        return has(.year) || hasClock && (has(.monthName) || has(.yearOfCentury) || isClock)
    }

    private var orderPenalty: Int {
        var order = ""
        for part in layout.parts {
            switch part.field {
            case .year, .yearOfCentury: order += "Y"
            case .month, .monthName: order += "M"
            case .day, .dayOfYear, .week: order += "D"
            case .hour: order += "h"
            default: break
            }
        }
        let date = order.filter { $0 != "h" }
        let usual = ["YMD", "DMY", "MDY", "MD", "DM", "YD", "DY", ""]
        let isSplit = order.firstIndex(of: "h").map { hour in
            order[..<hour].contains { $0 != "h" } && hour != order.index(before: order.endIndex)
        }
        return (usual.contains(date) ? 0 : 4) + (isSplit == true ? 1 : 0)
            + (date == "DM" || date == "MD" ? 1 : 0)
    }

    private var separatorPenalty: Int {
        var penalty = 0
        var dateSeparators: [Separator] = []
        for (place, number) in numbers.enumerated() {
            switch number.field {
            case .minute, .second, .fraction: penalty += Self.clockPenalty(number.before)
            case .hour where place > 0: penalty += Self.hourPenalty(number.before)
            case .year, .yearOfCentury, .month, .day, .dayOfYear:
                if place > 0, number.before != .word { dateSeparators.append(number.before) }
                if number.before == .sign(0x3A) { penalty += 1 }
            default: break
            }
        }
        let isMixed = dateSeparators.dropFirst().contains { $0 != dateSeparators[0] }
        return penalty + (isMixed && !has(.monthName) ? 2 : 0)
    }

    private static func clockPenalty(_ separator: Separator) -> Int {
        switch separator {
        case .sign(0x3A), .word: 0
        case .sign(0x2E), .glued: 1
        case .blank, .sign(0x2D), .sign(0x5F): 2
        case .sign: 4
        }
    }

    private static func hourPenalty(_ separator: Separator) -> Int {
        switch separator {
        case .blank, .word: 0
        case .sign(0x3A), .sign(0x2D), .sign(0x5F), .glued: 1
        case .sign: 3
        }
    }
}
