import Values

/// The distance of two ticks of a time axis; ticks sit on boundaries of the calendar.
enum TickStep: Equatable {
    case seconds(Int)
    case days(Int)
    case weeks(Int)
    case months(Int)

    /// From the finest to the coarsest: one second to 5,000 years.
    static let all: [TickStep] =
        [1, 5, 15, 30, 60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200].map(TickStep.seconds)
        + [.days(1), .days(2), .weeks(1), .weeks(2), .months(1), .months(3), .months(12)]
        + [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000].map { .months(12 * $0) }

    /// In seconds, the mean for months and years.
    var duration: Double {
        switch self {
        case .seconds(let count): Double(count)
        case .days(let count): Double(count) * 86_400
        case .weeks(let count): Double(count) * 7 * 86_400
        case .months(let count): Double(count) * 30.436875 * 86_400
        }
    }

    /// The step of the small ticks between the labelled ones, if there are any.
    var minor: TickStep? {
        switch self {
        case .seconds(5): .seconds(1)
        case .seconds(15): .seconds(5)
        case .seconds(30): .seconds(5)
        case .seconds(300): .seconds(60)
        case .seconds(900), .seconds(1_800): .seconds(300)
        case .seconds(3_600): .seconds(900)
        case .seconds(10_800), .seconds(21_600): .seconds(3_600)
        case .seconds(43_200): .seconds(10_800)
        case .days(1): .seconds(21_600)
        case .days, .weeks(1): .days(1)
        case .weeks, .months(1): .weeks(1)
        case .months(3): .months(1)
        case .months(12): .months(3)
        default: nil
        }
    }

    /// The boundaries from the last one at or before `first` to the first one at or after `last`,
    /// in seconds since 1970 on the wall clock; at most `limit` of them.
    func boundaries(from first: Int, to last: Int, limit: Int = 400) -> [Int] {
        var result: [Int] = []
        var index = self.index(at: first)
        while result.count < limit {
            let boundary = seconds(atIndex: index)
            result.append(boundary)
            if boundary >= last { break }
            index += 1
        }
        return result
    }

    /// The number of the boundary at or before a wall-clock second.
    private func index(at second: Int) -> Int {
        let day = Self.floored(second, 86_400)
        switch self {
        case .seconds(let count): return Self.floored(second, count)
        case .days(let count): return Self.floored(day, count)
        // 1 January 1970 was a Thursday; weeks begin on Monday.
        case .weeks(let count): return Self.floored(day + 3, 7 * count)
        case .months(let count):
            let civil = CivilDate(daysSince1970: day)
            return Self.floored(civil.year * 12 + civil.month - 1, count)
        }
    }

    private func seconds(atIndex index: Int) -> Int {
        switch self {
        case .seconds(let count): return index * count
        case .days(let count): return index * count * 86_400
        case .weeks(let count): return (index * 7 * count - 3) * 86_400
        case .months(let count):
            let month = index * count
            let year = Self.floored(month, 12)
            let civil = CivilDate(year: year, month: month - year * 12 + 1, day: 1)
            return civil.daysSince1970 * 86_400
        }
    }

    static func floored(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }
}
