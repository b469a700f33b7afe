package import Reports
import Values

extension Sample {
    /// The first findings as an Overview lists them.
    package var findings: [Finding] {
        guard !metrics.isEmpty, deviceCount > 0 else {
            return [Finding(.nothingUnusual(devices: deviceCount), tone: .good, weight: 0)]
        }
        if codes.isEmpty {
            return [Finding(.nothingUnusual(devices: deviceCount), tone: .good, weight: 0)]
        }
        return [
            Finding(
                .devicesOut(count: 27, total: deviceCount, ordinary: 14.1, at: range.upperBound),
                tone: .bad, weight: 90),
            Finding(.episode(trouble(device(0))), tone: .bad, weight: 80),
            Finding(.mostFailures(device(0), count: 19, withoutAny: 2), tone: .bad, weight: 25),
            Finding(
                .eventsLevel(.error, Compared(current: 298, previous: 276), p: 0.38),
                tone: .neutral, weight: 5),
            Finding(
                .rateShift(
                    .failure, code: nil, at: range.lowerBound + 32 * step, before: 0.03,
                    after: 0.02, devices: deviceCount, p: 0.0002), tone: .good, weight: 4),
        ]
    }

    /// Every kind of finding once.
    package var allKinds: [Finding.Kind] {
        let (a, b, c) = (device(0), device(1), device(2))
        let (volt, pressure) = (metrics[0], metrics[2])
        let (error, failure) = (codes[0], codes[5])
        let (from, to) = (Self.start, Self.start + 3 * 86_400)
        return [
            .devicesOut(count: 27, total: 100, ordinary: 14.1, at: Self.end),
            .episode(trouble(a)),
            .eventsChanged(
                .error, code: nil, Compared(current: 276, previous: 200), p: 0.0004,
                topDevices: [c], topShare: 0.4),
            .eventsLevel(.error, Compared(current: 298, previous: 276), p: 0.38),
            .rateShift(
                .failure, code: nil, at: from, before: 0.03, after: 0.02, devices: 40, p: 0.0002),
            .logSpan(.error, from: nil, to: to), .logSpan(.failure, from: from, to: to),
            .logSpan(.repair, from: from, to: nil),
            .mostFailures(a, count: 19, withoutAny: 2),
            .mostFailures(a, count: 19, withoutAny: 2, never: [b, c]),
            .mostErrors(a, count: 60, median: 39),
            .groupApart(
                attribute: "model", value: "model3", pressure, mean: 98, others: 104, devices: 12,
                z: -4.1),
            .concentration(.error, devices: [a, b, c], share: 0.62, total: 1_210),
            .nameGroups(
                [
                    NameGroup(name: "R30", devices: 38, events: 97),
                    NameGroup(name: "R62", devices: 41, events: 90),
                    NameGroup(name: "R20", devices: 36, events: 71),
                ] + (1...61).map { NameGroup(name: "S\($0)", devices: 20, events: 28) },
                total: 1_966),
            .dailyPattern(pressure, strength: 0.42, peakHour: 14, amplitude: 3.2),
            .weeklyPattern(pressure, strength: 0.61, highestDay: 2, lowestDay: 6, amplitude: 3.2),
            .hotHour(.error, hour: 6, share: 0.29, times: 9.2),
            .precursor(
                code: error, failure: failure, share: 0.96, followed: 0.2, chance: 0.027, hours: 24),
            .noPrecursor(failures: 761), .glitches(pressure, count: 12, devices: [a, b]),
            .missing(pressure, share: 0.032, count: 1_024), .refusedCells(count: 12, rows: 3_919),
            .correlated(volt, pressure, r: -0.98),
            .busiest(from: from, to: to, .error, count: 120, ordinary: 12),
            .nothingUnusual(devices: 100),
        ] + latterKinds
    }

    /// The kinds about marks, waves, levels and the year.
    private var latterKinds: [Finding.Kind] {
        let (a, volt, pressure) = (device(0), metrics[0], metrics[2])
        let from = Self.start
        let to = Self.start + 3 * 86_400
        return [
            .labelledAt([a], share: 0.42, total: 143),
            .labelledDiffer(
                [ReadingDifference(metric: pressure, value: 112, low: 100, high: 100)], count: 39,
                total: 1_000),
            .labelledRates(
                attribute: "model",
                [.init(value: "model1", share: 0.039), .init(value: "model2", share: 0.021)]),
            .wave(
                .failure,
                EventWave(
                    from: from, to: to, count: 120, times: 3.4, fullestFrom: from, fullestCount: 60,
                    width: .day)),
            .wave(
                .error,
                EventWave(
                    from: nil, to: to, count: 120, times: .infinity, fullestFrom: from,
                    fullestCount: 60, width: .week)),
            .beforeFailure(
                volt, codes[5],
                FailureSign(
                    value: 191, ordinary: 171, nearest: 0, farthest: 48, failures: 192)),
            .constant([volt, pressure]),
            .apartOfFew(
                a,
                [
                    ReadingDifference(metric: volt, value: 171, low: 160, high: 162),
                    ReadingDifference(metric: pressure, value: 112, low: 100, high: 100),
                ]),
            .yearlyPattern(pressure, highest: 11, lowest: 7, high: 112, low: 98, p: 0.0004),
            .partYears([PartYear(year: 2013, months: 10), PartYear(year: 2017, months: 2)]),
        ]
    }
}
