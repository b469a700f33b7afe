import Analysis
import Dashboard
import Values

/// How the times of a fleet look.
enum TimeShape: CaseIterable, Sendable {
    case hourly, minutely, daily, subSecond
    case unordered, repeated, oneInstant, jittered
    case future, past, yearsApart, oneStray, edges
    case epoch, epochMilliseconds, cycles, fractions, cyclesApart, cyclesBeyond
    case absent, partlyEmpty, dateOnly, zoned

    /// Whether files have a column of times at all.
    var isPresent: Bool { self != .absent }

    var columnName: String {
        switch self {
        case .cycles, .cyclesApart, .cyclesBeyond: "cycle"
        case .epoch, .epochMilliseconds: "timestamp"
        default: "time"
        }
    }

    /// The time of the row with that index, of `rows` in all.
    func cell(row: Int, of rows: Int, _ random: inout SeededGenerator) -> String {
        let start = 1_700_000_000
        switch self {
        case .hourly: return Self.stamp(start + row * 3_600)
        case .minutely: return Self.stamp(start + row * 60)
        case .daily: return Self.stamp(start + row * 86_400)
        case .subSecond:
            return Self.stamp(start + row / 100) + "." + (row % 100).padded(to: 2)
        case .unordered: return Self.stamp(start + random.integer(below: max(rows, 1)) * 3_600)
        case .repeated: return Self.stamp(start + row / 7 * 3_600)
        case .oneInstant: return Self.stamp(start)
        case .jittered: return Self.stamp(start + row * 600 + random.integer(below: 500))
        case .future: return Self.stamp(7_900_000_000 + row * 3_600)
        case .past: return Self.stamp(-2_100_000_000 + row * 3_600)
        case .yearsApart: return Self.stamp(row % 2 == 0 ? row * 60 : 3_000_000_000 + row * 60)
        case .edges:
            let stamps = [
                "0001-01-01 00:00:00", "9999-12-31 23:59:59", "1970-01-01 00:00:00",
                "2000-02-29 23:59:60", "2016-12-31 24:00:00",
            ]
            return stamps[row % stamps.count]
        case .oneStray: return Self.stamp(row == rows / 2 ? 0 : start + row * 3_600)
        case .epoch: return "\(start + row * 60)"
        case .epochMilliseconds: return "\(start + row * 60)\((row % 1_000).padded(to: 3))"
        case .cycles: return "\(row + 1)"
        case .cyclesApart: return "\(row % 2 == 0 ? row : 900_000_000_000 + row)"
        case .cyclesBeyond: return row == 1 ? "-1.7e308" : "\(Double(row - 2) * 1e298)"
        case .fractions: return "\(Double(row) / 8)"
        case .absent: return ""
        case .partlyEmpty:
            return random.uniform() < 0.3 ? "" : Self.stamp(start + row * 3_600)
        case .dateOnly: return String(Self.stamp(start + row * 86_400).prefix(10))
        case .zoned: return Self.stamp(start + row * 3_600) + (row % 2 == 0 ? "Z" : "+05:45")
        }
    }

    /// `2023-11-14 22:13:20` for seconds since 1970.
    static func stamp(_ seconds: Int) -> String {
        let time = CivilTime(secondsSince1970: Double(seconds))
        let clock = [time.hour, time.secondOfDay / 60 % 60, time.secondOfDay % 60]
        return time.isoText(withTime: false) + " "
            + clock.map { $0.padded(to: 2) }.joined(separator: ":")
    }
}
