import Reports
import Samples
import Values

@testable import Wording

/// Sentences of findings.
extension PhraseCases {
    var findings: Chapter {
        Chapter("FindingPhrases") {
            Said("finding(_:)", findingCases) { $0.phrases.finding($1) }
            Said("rule(_:)", Self.rules) { rule in
                let words = phrases.rule(rule)
                return "\(words.part) | \(words.rule)"
            }
        }
    }

    private static let rules: [HealthPart.Rule] =
        [.trouble(Sample(.rich).trouble(pump))] + counts.map { .moreTroubles(count: $0) }
        + [
            .errors(count: 4, fleetMedian: 3), .failures(count: 1, fleetMedian: 0.5),
            .dataQuality(missingShare: 0.032), .model(score: 0.8, threshold: 0.5),
        ]

    private var findingCases: [(Axis, Finding)] {
        let kinds =
            Sample(.rich).allKinds + Self.countedFindings + Self.eventFindings + Self.shareFindings
        let cases =
            kinds.map { (days, $0) }
            + (Self.axisFindings + Self.nothing).map { (cycles, $0) }
            + Self.nothing.map { (rows, $0) } + [(days, busyMonth)]
        return cases.map { ($0, Finding($1, tone: .neutral, weight: 1)) }
    }

    /// An hour of it is as good a stretch as a month.
    private var busyMonth: Finding.Kind {
        .busiest(
            from: days.end - 31 * 86_400, to: days.end, .failure, count: 21, ordinary: 0.5)
    }

    /// Findings that count something, with one, two, five and 21 of it.
    private static let countedFindings: [Finding.Kind] = [1, 2, 5, 21].flatMap {
        count -> [Finding.Kind] in
        let some = Array(numbered.prefix(count))
        return [
            .devicesOut(count: count, total: 100, ordinary: 14.1, at: Sample.end),
            .devicesOut(count: count, total: count, ordinary: 0, at: Sample.end),
            .mostFailures(pump, count: count, withoutAny: 0),
            .mostFailures(pump, count: 2 * count, withoutAny: count),
            .mostFailures(pump, count: 19, withoutAny: count, never: some),
            .mostErrors(pump, count: count, median: 0.5),
            .labelledAt(some, share: 0.42, total: count),
            .labelledDiffer(
                [ReadingDifference(metric: volt, value: 2, low: 3, high: 3)], count: count,
                total: 1_000),
            .concentration(.failure, devices: some, share: 0.62, total: count),
            .noPrecursor(failures: count),
            .glitches(pressure, count: count, devices: some),
            .missing(pressure, share: 0.5, count: count),
            .refusedCells(count: count, rows: 3 * count),
            .strayRows(count: count, at: Sample.start),
            .nothingUnusual(devices: count),
            .groupApart(
                attribute: "age", value: "14", pressure, mean: 98, others: 104, devices: count,
                z: 4.1),
            .beforeFailure(
                volt, codes[3],
                FailureSign(value: 1, ordinary: 2, nearest: 0, farthest: 48, failures: count)),
            .constant((0..<count).map { .init(index: $0, name: "r\($0)", unit: nil) }),
            .partYears([PartYear(year: 2016, months: count)]),
        ]
    }

    /// What can be said of events: more, fewer, of a code, of devices, of each kind.
    private static let eventFindings: [Finding.Kind] =
        EventKind.allCases.flatMap { kind -> [Finding.Kind] in
            [
                .eventsChanged(
                    kind, code: nil, Compared(current: 21, previous: 300), p: 0.0004,
                    topDevices: [], topShare: 0),
                .eventsLevel(kind, Compared(current: 298, previous: nil), p: 0.38),
                .rateShift(
                    kind, code: nil, at: Sample.start, before: 0.02, after: 0.03, devices: 40,
                    p: 0.002),
                .logSpan(kind, from: nil, to: Sample.end), .logSpan(kind, from: nil, to: nil),
                .hotHour(kind, hour: 6, share: 0.29, times: 5), wave(kind, .hour),
                .busiest(
                    from: Sample.start, to: Sample.end, kind, count: 2, ordinary: 1),
            ]
        }
        + [Array(numbered.prefix(2)), [pump], numbered].map { devices in
            .eventsChanged(
                .error, code: codes[0], Compared(current: 3_000, previous: 20), p: 0.0004,
                topDevices: devices, topShare: 0.4)
        }
        + codes.map { code in
            .eventsChanged(
                code.kind, code: code, Compared(current: 3, previous: nil), p: 0.0004,
                topDevices: [], topShare: 0)
        } + [
            .rateShift(
                .error, code: codes[0], at: Sample.start, before: 3, after: 2, devices: 1, p: 0.004),
            wave(.error, .month), wave(.error, .width(3_600)), .nameGroups([], total: 0),
            .precursor(
                code: codes[3], failure: codes[1], share: 0.96, followed: 0.2, chance: 0.27,
                hours: 1),
        ]

    private static func wave(_ kind: EventKind, _ width: TimeStep) -> Finding.Kind {
        .wave(
            kind,
            EventWave(
                from: Sample.start, to: Sample.end, count: 1, times: 21,
                fullestFrom: Sample.start, fullestCount: 1, width: width))
    }

    /// How a count stands to that of an ordinary time, and where readings lie.
    private static let shareFindings: [Finding.Kind] =
        [20, 10, 9, 40, 21, 6, 13].map {
            .devicesOut(count: 20, total: 100, ordinary: $0, at: Sample.end)
        }
        + (0..<7).map {
            .weeklyPattern(pressure, strength: 0.6, highestDay: $0, lowestDay: 6 - $0, amplitude: 3)
        }
        + (0..<12).map {
            .yearlyPattern(pressure, highest: $0, lowest: 11 - $0, high: 2, low: 1, p: 0.01)
        } + [
            .correlated(volt, pressure, r: 0.98), .mostErrors(numbered[0], count: 60, median: 39),
            .labelledDiffer(
                [ReadingDifference(metric: volt, value: 2, low: 3, high: 4)], count: 3, total: 9),
        ]

    /// What names a place on the axis, or is counted by its unit.
    private static let axisFindings: [Finding.Kind] = [
        .devicesOut(count: 2, total: 100, ordinary: 1, at: 362),
        .rateShift(.failure, code: nil, at: 33, before: 0.03, after: 0.02, devices: 40, p: 0.0002),
        .logSpan(.error, from: 1, to: 33), .logSpan(.error, from: 33, to: nil),
        .logSpan(.error, from: nil, to: 33), .strayRows(count: 2, at: 9_000),
        .busiest(from: 1, to: 33, .failure, count: 21, ordinary: 0.5),
        .wave(
            .failure,
            EventWave(
                from: nil, to: 33, count: 21, times: 2, fullestFrom: 11, fullestCount: 5,
                width: .width(10))),
    ]

    private static let nothing: [Finding.Kind] = counts.map { .nothingUnusual(devices: $0) }
}
