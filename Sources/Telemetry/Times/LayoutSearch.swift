import Values

/// Finds every layout that the cells of a column allow, up to 200.
struct LayoutSearch {
    private let column: LayoutColumn
    private let isNamed: Bool
    private let options: [[WordOption]]
    private(set) var found: [LayoutDraft] = []
    private static let limit = 200

    init(_ column: LayoutColumn, isNamed: Bool) {
        self.column = column
        self.isNamed = isNamed
        options = column.places.map { $0.kind == .word ? WordOption.all($0) : [] }
        extend(LayoutDraft(), 0)
    }

    private mutating func extend(_ draft: LayoutDraft, _ index: Int) {
        guard found.count < Self.limit else { return }
        guard index < column.places.count else {
            if let finished = draft.finished(isNamed: isNamed) { found.append(finished) }
            return
        }
        let place = column.places[index]
        var next = draft
        switch place.kind {
        case .sign:
            next.add(sign: place.sign)
            extend(next, index + 1)
        case .zone:
            guard !draft.has(.zone) else { return }
            next.addZone()
            extend(next, index + 1)
        case .word: extendByWord(draft, place, index)
        case .number: extendByNumber(draft, place, index)
        }
    }

    private mutating func extendByWord(
        _ draft: LayoutDraft, _ place: LayoutColumn.Place, _ index: Int
    ) {
        let isTelling = options[index].count > 1
        for option in options[index] {
            var next = draft
            if case .unit(let field) = option {
                // Only after the number that it is the unit of.
                guard index > 0, column.places[index - 1].kind == .number,
                    draft.numbers.last.map({ Self.fits($0.field, field) }) ?? false
                else { continue }
            }
            if next.add(option, place.words, isTelling: isTelling) { extend(next, index + 1) }
        }
    }

    private static func fits(_ field: TimeLayout.Field, _ unit: TimeLayout.Field) -> Bool {
        field == unit || unit == .year && field == .yearOfCentury
            // In `14:30 h` and `14:30 Uhr` the unit of hours follows the minutes.
            || unit == .hour && field == .minute
    }

    private mutating func extendByNumber(
        _ draft: LayoutDraft, _ place: LayoutColumn.Place, _ index: Int
    ) {
        for field in Self.single where allows(field, draft, place, index) {
            var next = draft
            next.add(field)
            extend(next, index + 1)
        }
        for split in Self.splits(place) where (split[0].field == .week) == isWeek(index) {
            var next = draft
            var isAllowed = true
            for (offset, piece) in split.enumerated() {
                isAllowed = isAllowed && Self.isFree(piece.field, next)
                next.add(piece.field, digits: piece.digits, isPiece: offset > 0)
            }
            if isAllowed { extend(next, index + 1) }
        }
    }

    private static let single: [TimeLayout.Field] = [
        .year, .yearOfCentury, .month, .day, .dayOfYear, .week, .dayOfWeek, .hour, .minute,
        .second, .fraction,
    ]

    private func allows(
        _ field: TimeLayout.Field, _ draft: LayoutDraft, _ place: LayoutColumn.Place, _ index: Int
    ) -> Bool {
        guard Self.isFree(field, draft), Self.ranges[field].map(place.lies) ?? false else {
            return false
        }
        if isWeek(index) { return field == .week && place.digits.upperBound <= 2 }
        switch field {
        case .year: return place.has(digits: 4)
        case .yearOfCentury: return place.has(digits: 2)
        case .dayOfYear: return place.has(digits: 3)
        case .fraction:
            return place.digits.lowerBound >= 3 && column.places[index - 1].sign == 0x3A
                && column.places[index - 1].kind == .sign
        case .week: return false
        case .dayOfWeek: return place.has(digits: 1) && draft.numbers.last?.field == .week
        default: return place.digits.upperBound <= 2
        }
    }

    /// Whether the place follows the `W` of a week.
    private func isWeek(_ index: Int) -> Bool {
        index > 0 && column.places[index - 1].words == ["w"]
    }

    /// Whether the draft lacks the field; those of the clock must follow one another.
    private static func isFree(_ field: TimeLayout.Field, _ draft: LayoutDraft) -> Bool {
        guard !draft.has(field) else { return false }
        let last = draft.numbers.last?.field
        switch field {
        case .year, .yearOfCentury: return !draft.hasYear
        case .month: return !draft.has(.monthName)
        case .minute: return last == .hour
        case .second: return last == .minute
        case .fraction: return last == .second
        default: return true
        }
    }

    static let ranges: [TimeLayout.Field: ClosedRange<Int>] = [
        .year: 1900...2643, .yearOfCentury: 0...99, .month: 1...12, .day: 1...31,
        .dayOfYear: 1...366, .week: 1...53, .dayOfWeek: 1...7, .hour: 0...24, .minute: 0...59,
        .second: 0...60, .fraction: 0...999_999_999,
    ]
}

extension LayoutSearch {
    typealias Piece = (field: TimeLayout.Field, digits: Int)

    /// The ways to divide a number without signs into several fields.
    fileprivate static func splits(_ place: LayoutColumn.Place) -> [[Piece]] {
        guard place.digits.lowerBound == place.digits.upperBound else { return [] }
        let count = place.digits.lowerBound
        return written.filter { split in
            split.reduce(0) { $0 + $1.digits } == count && fits(place, split)
        }
    }

    private static func fits(_ place: LayoutColumn.Place, _ split: [Piece]) -> Bool {
        // Five digits of later years are more likely days as Excel counts them: 45364 is in 2024.
        if split.map(\.digits) == [2, 3], place.values.contains(where: { 32_000..<69_000 ~= $0 }) {
            return false
        }
        var rest = place.values
        for piece in split.reversed() {
            let scale = (0..<piece.digits).reduce(1) { scale, _ in scale * 10 }
            guard let range = ranges[piece.field],
                rest.count(where: { range.contains($0 % scale) }) * 50 >= rest.count * 49
            else { return false }
            rest = rest.map { $0 / scale }
        }
        return true
    }

    private static let written: [[Piece]] = {
        let dates: [[Piece]] = [
            [(.year, 4), (.month, 2), (.day, 2)], [(.day, 2), (.month, 2), (.year, 4)],
            [(.month, 2), (.day, 2), (.year, 4)], [(.yearOfCentury, 2), (.month, 2), (.day, 2)],
            [(.day, 2), (.month, 2), (.yearOfCentury, 2)],
            [(.month, 2), (.day, 2), (.yearOfCentury, 2)], [(.year, 4), (.dayOfYear, 3)],
            [(.yearOfCentury, 2), (.dayOfYear, 3)],
        ]
        let clocks: [[Piece]] = [
            [(.hour, 2), (.minute, 2)], [(.hour, 2), (.minute, 2), (.second, 2)],
            [(.hour, 2), (.minute, 2), (.second, 2), (.fraction, 3)],
        ]
        return [[(.week, 2), (.dayOfWeek, 1)]] + dates + clocks
            + dates.flatMap { date in clocks.map { date + $0 } }
            // `2024031306`, as weather services write whole hours.
            + [[(.year, 4), (.month, 2), (.day, 2), (.hour, 2)]]
    }()
}
