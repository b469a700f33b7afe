import Reports
import Samples
import Values

@testable import Wording

/// Cards of Trends.
extension PhraseCases {
    /// An hour that stands out, none that does, and no events at all.
    var weekMaps: [TrendReport.WeekMap] {
        let even = Array(repeating: Array(repeating: 2, count: 24), count: 7)
        let maps = EventKind.allCases.flatMap { kind -> [TrendReport.WeekMap] in
            let none = even.map { $0.map { _ in 0 } }
            return [
                .init(kind: kind, counts: even, total: 7 * 48),
                .init(kind: kind, counts: none, total: 0),
            ]
        }
        let full = (0..<7).map { day -> TrendReport.WeekMap in
            var counts = even
            counts[day][6] = 200
            return .init(kind: .error, counts: counts, total: 7 * 48 + 198)
        }
        return maps + full
    }

    var precursorTables: [PrecursorTable] {
        guard let table = Sample(.rich).trends.precursors else { return [] }
        let alike = Self.with(table) { table in
            for place in table.rows.indices { table.rows[place].followed = 0.2 }
        }
        let unknown = Self.with(table) { $0.rows = [] }
        let counts = [1, 2, 5, 21].map { count in
            Self.with(table) {
                ($0.failureCount, $0.errorCount, $0.hours) = (count, count, Double(count))
            }
        }
        return [table, alike, unknown] + counts
    }

    static let cumulatives: [CumulativeFailures] = {
        func line(_ value: String?, _ end: Double) -> CumulativeFailures.Line {
            .init(value: value, devices: 3, times: [1, 2], values: [0, end])
        }
        let two = [line("model1", 12), line("model2", 4)]
        return EventKind.allCases.map {
            .init(kind: $0, attribute: "model", total: 21, lines: two)
        } + [
            .init(kind: .failure, attribute: nil, total: 1, lines: [line(nil, 2)]),
            .init(
                kind: .failure, attribute: "model", total: 1,
                lines: [line("model1", 12), line("model2", 0)]),
        ]
    }()

    static let reliabilities: [ReliabilityRow] = [
        ("model1", 0.5, 0.9), ("model2", 1.1, 1.5), ("model3", 0.9, 1.1), (nil, 0.5, 0.9),
    ].map {
        ReliabilityRow(
            value: $0.0, failures: 9, devices: 2, meanTime: 1, low: 1, high: 1, beta: 1,
            betaLow: $0.1, betaHigh: $0.2)
    }

    var reliabilityCases: [(Axis, [ReliabilityRow], CumulativeFailures?)] {
        let rows = Self.reliabilities
        return [
            (days, rows, Self.cumulatives[0]), (days, [rows[2]], nil), (days, [rows[3]], nil),
            (days, [rows[0]], Self.cumulatives[0]), (days, [], nil), (cycles, rows, nil),
            (self.rows, rows, nil),
        ]
    }
}
